namespace Notify.Core.Register;

/// <summary>What became of a row.</summary>
public enum RowChange
{
    /// <summary>It came.</summary>
    Added,

    /// <summary>It has the same key and other values.</summary>
    Changed,

    /// <summary>It went.</summary>
    Removed,
}

/// <summary>One change of an assignment, with its contact as of then: a removed one as it was last.</summary>
internal sealed record AssignmentRecord(
    long Version, DateTimeOffset At, string Source, RowChange Change, Assignment Assignment, RecordedContact Contact);

/// <summary>What a school sees of a contact.</summary>
internal sealed record RecordedContact(string Name, ContactKind Kind, string? Title, EmailAddress Email, string? Phone)
{
    public static RecordedContact Of(Contact contact) => new(contact.Name, contact.Kind, contact.Title, contact.Email, contact.Phone);
}

/// <summary>One change of an agreement: a removed one as it was last.</summary>
internal sealed record AgreementRecord(long Version, DateTimeOffset At, string Source, RowChange Change, Agreement Agreement);

/// <summary>How many holders of a role at a school one version replaced, added or removed.</summary>
internal sealed record ContinuityRecord(long Version, DateTimeOffset At, int Changes);
