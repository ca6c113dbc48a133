using Notify.Core.Register;

namespace Notify.Core.Notifications;

/// <summary>What lists show of a notification; kept in the index of all, so that a list reads no notification.</summary>
/// <param name="Subject">What it is about, as <c>school:98000007</c>.</param>
/// <param name="State">A send that is under way is not told here: it shows as what it was before.</param>
/// <param name="CreatedAt">When it was planned.</param>
public sealed record NotificationBrief(
    NotificationId Id, string Kind, string Subject, NotificationState State, DateTimeOffset CreatedAt, DateTimeOffset NotBefore, IReadOnlyList<BriefRecipient> Recipients)
{
    /// <summary>The district it belongs to.</summary>
    public DistrictCode District => Id.District;

    /// <summary>The brief of a notification.</summary>
    public static NotificationBrief Of(Notification mail) => new(
        mail.Id, mail.Kind, mail.Subject, mail.State, mail.CreatedAt, mail.NotBefore, [.. mail.Recipients.Select(r => new BriefRecipient(r.Address, r.Outcome))]);

    /// <summary>Whether it tells the same as another.</summary>
    public bool SaysTheSameAs(NotificationBrief other) =>
        (State, NotBefore) == (other.State, other.NotBefore) && Recipients.SequenceEqual(other.Recipients);
}

/// <summary>An address of a notification with what became of it.</summary>
public sealed record BriefRecipient(EmailAddress Address, RecipientOutcome Outcome);
