using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Core.Delivery;

/// <summary>A way out for mail. Translates what the outside says into values; decides nothing.</summary>
public interface IMailTransport
{
    /// <summary>For messages to people, as <c>pickup</c>.</summary>
    string Name { get; }

    /// <summary>Hands one mail over. What the outside answers is a value; only what nobody expected is thrown.</summary>
    Task<SendOutcome> SendAsync(MailMessage mail, CancellationToken ct);

    /// <summary>Whether an earlier send, whose outcome was lost, was taken.</summary>
    Task<Reconciliation> ReconcileAsync(NotificationId id, CancellationToken ct);
}

/// <summary>What became of a send.</summary>
public abstract record SendOutcome
{
    /// <summary>Taken over by the outside, but for the recipients it refused for good.</summary>
    public sealed record Accepted(string? ProviderId, IReadOnlyList<RefusedRecipient> Refused) : SendOutcome;

    /// <summary>Refused for good.</summary>
    public sealed record Permanent(string Reason) : SendOutcome
    {
        /// <summary>Recipients with a reason of their own; the others have <see cref="Reason"/>.</summary>
        public IReadOnlyList<RefusedRecipient> Refused { get; init; } = [];
    }

    /// <summary>Not now; perhaps later.</summary>
    public sealed record Transient(string Reason) : SendOutcome;

    /// <summary>Not before a while, by the provider's own word.</summary>
    public sealed record Throttled(TimeSpan RetryAfter) : SendOutcome;

    /// <summary>The whole mail was given, and no answer came: nobody knows whether it was taken.</summary>
    public sealed record Unanswered(string Reason) : SendOutcome;
}

/// <summary>A recipient refused for good, whatever became of the others.</summary>
/// <param name="IsDead">Whether the address itself is at fault, so that nothing sent there will ever arrive.</param>
public sealed record RefusedRecipient(EmailAddress Address, string Reason, bool IsDead = false);

/// <summary>What a transport knows of a send whose outcome was lost.</summary>
public enum Reconciliation
{
    /// <summary>The mail was taken over.</summary>
    Taken,

    /// <summary>The mail never left.</summary>
    NotTaken,

    /// <summary>The transport cannot know.</summary>
    Unknown,

    /// <summary>The transport cannot know yet: if the mail was taken, an event will say so before long.</summary>
    EventAwaited,
}
