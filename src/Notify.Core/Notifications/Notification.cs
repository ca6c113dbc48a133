using System.Text.Json;
using System.Text.Json.Serialization;
using Notify.Core.Register;

namespace Notify.Core.Notifications;

/// <summary>One mail, from the decision to send it until its end. See the state diagram in docs/adr and DESIGN "Notifications".</summary>
public sealed record Notification
{
    public required NotificationId Id { get; init; }

    /// <summary>A kind of CONTRACT.md "Mail", as <c>contact-changed</c>; also the name of its template.</summary>
    public required string Kind { get; init; }

    public required DistrictCode District { get; init; }

    /// <summary>What it is about, as <c>school:98000007</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The sequence number of the state that caused it.</summary>
    public required long Sequence { get; init; }

    /// <summary>Never empty. They stand in To, or in Cc where it is a copy for them.</summary>
    public required IReadOnlyList<Recipient> Recipients { get; init; }

    public required Language Language { get; init; }

    /// <summary>
    /// The version of the text that it left in, or may have left in: stamped with the claim, and taken away again only when it is certain
    /// that nothing left. Null: it leaves in the wording that is in use then. See docs/adr/0009.
    /// </summary>
    public string? TemplateVersion { get; init; }

    /// <summary>What the template says, property names in <c>snake_case</c>.</summary>
    public required JsonElement Values { get; init; }

    /// <summary>Links for the template, by name; made once, outside the hash of the id.</summary>
    public required IReadOnlyDictionary<string, Uri> Links { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not sent before; moved ahead by the retry ladder.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Not sent from then on; null: never too late.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Goes outside the send window, too.</summary>
    public bool Urgent { get; init; }

    public required NotificationState State { get; init; }

    /// <summary>How many times it was tried. A claim that was given back, throttled or left by a process that died does not count.</summary>
    public int Attempts { get; init; }

    /// <summary>Who is sending it now; null unless <see cref="NotificationState.Sending"/>.</summary>
    public Claim? Claim { get; init; }

    /// <summary>The moment of the claim that sent it: the Date of the mail.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The provider's own id of the mail.</summary>
    public string? ProviderId { get; init; }

    /// <summary>The provider's ids of sends before it was queued again by hand: what they come to does not concern it any more.</summary>
    public IReadOnlyList<string> FormerProviderIds { get; init; } = [];

    /// <summary>Every transition, oldest first.</summary>
    public required IReadOnlyList<Transition> History { get; init; }
}

/// <summary>One address of a notification, with an outcome of its own.</summary>
/// <param name="Detail">The provider's or our reason; null while there is nothing to say.</param>
/// <param name="IsDead">Whether this mail has shown that nothing more must be sent to the address.</param>
/// <param name="IsCopy">Whether it stands in Cc: for somebody who shall see that the others were told.</param>
public sealed record Recipient(
    EmailAddress Address, RecipientOutcome Outcome = RecipientOutcome.Waiting, string? Detail = null, bool IsDead = false, bool IsCopy = false);

/// <summary>The right to send, for a while.</summary>
/// <param name="Owner">The process that holds it.</param>
/// <param name="At">When it was taken.</param>
/// <param name="Until">When it runs out; what is still sending then is unconfirmed.</param>
/// <param name="Unanswered">Why its holder got no answer to a mail that was given away; null while it has none to wait for or may still get one.</param>
/// <param name="IsAgain">Whether an earlier send may have left: this one goes in the same version.</param>
public sealed record Claim(string Owner, DateTimeOffset At, DateTimeOffset Until, string? Unanswered = null, bool IsAgain = false);

/// <summary>A line of a notification's history.</summary>
public sealed record Transition(DateTimeOffset At, NotificationState State, string Detail);

/// <summary>The states of DESIGN "Notifications".</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotificationState>))]
public enum NotificationState
{
    [JsonStringEnumMemberName("planned")] Planned,
    [JsonStringEnumMemberName("queued")] Queued,
    [JsonStringEnumMemberName("sending")] Sending,
    [JsonStringEnumMemberName("accepted")] Accepted,
    [JsonStringEnumMemberName("delivered")] Delivered,
    [JsonStringEnumMemberName("bounced")] Bounced,
    [JsonStringEnumMemberName("failed")] Failed,
    [JsonStringEnumMemberName("superseded")] Superseded,
    [JsonStringEnumMemberName("expired")] Expired,
    [JsonStringEnumMemberName("suppressed")] Suppressed,
    [JsonStringEnumMemberName("held")] Held,
    [JsonStringEnumMemberName("cancelled")] Cancelled,
}

/// <summary>What became of one address.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecipientOutcome>))]
public enum RecipientOutcome
{
    [JsonStringEnumMemberName("waiting")] Waiting,
    [JsonStringEnumMemberName("accepted")] Accepted,
    [JsonStringEnumMemberName("delivered")] Delivered,
    [JsonStringEnumMemberName("bounced")] Bounced,
    [JsonStringEnumMemberName("failed")] Failed,
    /// <summary>Left out by trial mode.</summary>
    [JsonStringEnumMemberName("suppressed")] Suppressed,

    /// <summary>Left out because an earlier mail showed that nothing arrives there.</summary>
    [JsonStringEnumMemberName("dead")] Dead,
}
