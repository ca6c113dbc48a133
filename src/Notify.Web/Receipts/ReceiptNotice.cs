namespace Notify.Web.Receipts;

/// <summary>What the page says of what its reader just did.</summary>
public enum ReceiptNotice
{
    /// <summary>Nothing was done.</summary>
    None,

    /// <summary>The school confirmed.</summary>
    Confirmed,

    /// <summary>The coordinator has the proposal.</summary>
    Recorded,

    /// <summary>The coordinator had it before.</summary>
    Already,

    /// <summary>The proposal cannot be taken.</summary>
    Invalid,
}

/// <summary>What the school wrote of itself.</summary>
public sealed record Proposal(string Name, string Email);
