using System.Text.Json.Serialization;
using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Core.FollowUps;

/// <summary>What the watch keeps of one who is asked in a round. Stored under <see cref="FollowUpsKeys.Respondent"/>.</summary>
/// <param name="Hats">What the answer counts as. Of somebody who has answered and left, those worn then.</param>
/// <param name="IsAsked">Whether the register still has this one.</param>
/// <param name="Answer">The answer that counts; null: none yet.</param>
/// <param name="Heard">What mails have said, oldest first.</param>
/// <param name="Planned">What is on its way, or ended undelivered.</param>
public sealed record RespondentState(
    string Round,
    EmailAddress Address,
    IReadOnlyList<EmailAddress> To,
    IReadOnlyList<Hat> Hats,
    bool IsAsked,
    FollowUpAnswer? Answer,
    IReadOnlyList<HeardCall> Heard,
    PlannedCall? Planned)
{
    /// <summary>Somebody who was not asked before.</summary>
    public static RespondentState New(string round, RespondentFacts facts) => new(round, facts.Address, facts.To, facts.Hats, true, null, [], null);

    /// <summary>Whether this one counts among those who were asked.</summary>
    [JsonIgnore]
    public bool Counts => IsAsked || Answer is not null;

    /// <summary>The groups that an answer counts in.</summary>
    [JsonIgnore]
    public IReadOnlySet<RespondentGroup> Groups => Hats.Select(h => h.Group).ToHashSet();

    /// <summary>The mail that is not accepted yet.</summary>
    [JsonIgnore]
    public IEnumerable<NotificationId> WaitingMails => Planned is { Mail: { } id } ? [id] : [];

    /// <summary>The key of the row.</summary>
    [JsonIgnore]
    public string Key => FollowUpsKeys.Respondent(Round, Address);
}

/// <summary>An answer.</summary>
/// <param name="Choices">By <see cref="Statement.Key"/>: a step of the scale, or 0 for "don't know". What is not there was left open.</param>
/// <param name="Times">How often it was saved.</param>
public sealed record FollowUpAnswer(IReadOnlyDictionary<string, int> Choices, DateTimeOffset At, int Times);

/// <summary>That somebody was invited or reminded.</summary>
/// <param name="Step">Days before the closing day; null: invited.</param>
/// <param name="Closes">The closing day that the mail named.</param>
public sealed record HeardCall(int? Step, DateOnly Closes, DateTimeOffset At);

/// <summary>That somebody is to be invited or reminded.</summary>
/// <param name="Step">Days before the closing day; null: invited.</param>
/// <param name="Closes">The closing day that the mail names.</param>
/// <param name="Mail">Null: it is to be planned.</param>
/// <param name="EndedAt">When it ended without reaching anybody; null while it is on its way.</param>
public sealed record PlannedCall(int? Step, DateOnly Closes, string Title, IReadOnlyList<EmailAddress> To, NotificationId? Mail, DateTimeOffset? EndedAt = null)
{
    /// <summary>Whether it says the same to the same people.</summary>
    public bool IsSameAs(PlannedCall other) =>
        (Step, Closes, Title) == (other.Step, other.Closes, other.Title) && To.SequenceEqual(other.To);
}
