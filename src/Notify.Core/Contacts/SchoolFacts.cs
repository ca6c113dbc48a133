using Notify.Core.Register;

namespace Notify.Core.Contacts;

/// <summary>What the register says of one school's contacts at a moment.</summary>
/// <param name="Row">Null when the district no longer works with the school.</param>
/// <param name="Holders">Those whose assignments hold, primary first; empty when there is none.</param>
/// <param name="Since">The import, or the midnight, that last touched them: settling counts from it.</param>
/// <param name="From">The day from which they hold, as a mail says it.</param>
/// <param name="NextChange">When an assignment next begins or ends by its own dates; null: never.</param>
public sealed record SchoolFacts(
    SchoolUnitCode School,
    School? Row,
    IReadOnlyList<Holder> Holders,
    DateTimeOffset Since,
    DateOnly From,
    DateTimeOffset? NextChange)
{
    /// <summary>Whether mail about contacts goes to the school at all.</summary>
    public bool IsActive => Row is { Status: SchoolStatus.Active };

    /// <summary>The school's addresses; may be empty.</summary>
    public IReadOnlyList<EmailAddress> Addresses => Row?.Addresses ?? [];
}
