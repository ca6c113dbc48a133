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
    public sealed record Permanent(string Reason) : SendOutcome;

    /// <summary>Not now; perhaps later.</summary>
    public sealed record Transient(string Reason) : SendOutcome;

    /// <summary>Not before a while, by the provider's own word.</summary>
    public sealed record Throttled(TimeSpan RetryAfter) : SendOutcome;
}

/// <summary>A recipient refused for good while others were accepted.</summary>
public sealed record RefusedRecipient(EmailAddress Address, string Reason);

/// <summary>What a transport knows of a send whose outcome was lost.</summary>
public enum Reconciliation
{
    /// <summary>The mail was taken over.</summary>
    Taken,

    /// <summary>The mail never left.</summary>
    NotTaken,

    /// <summary>The transport cannot know.</summary>
    Unknown,
}
