using System.Text.Json.Serialization;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Watches;

namespace Notify.Core.Agreements;

/// <summary>What the agreements watch keeps of one agreement. Stored under <see cref="AgreementsKeys.Agreement"/>.</summary>
/// <param name="Since">The day on which the watch first saw it.</param>
/// <param name="Sequence">Rises with every change of the day that counts; links are made for one, and it is that of the calendar entry.</param>
/// <param name="Counts">The revision day that counted when the watch ran last; null before its first run.</param>
/// <param name="Heard">For each revision day that was ever mailed about, the last step that a mail was accepted for. Never shortened: it is why nothing is said twice.</param>
/// <param name="Known">The revision day that people have been told, and who they are; null when no mail has named one.</param>
/// <param name="Materials">The support materials whose versions the steering group knows of; null before the first run.</param>
/// <param name="ConflictTold">The day in the register that the coordinator has been told is older than the answer.</param>
/// <param name="Planned">What is on its way, at most one for each topic.</param>
/// <param name="Answer">The answer that was given last.</param>
/// <param name="Earlier">Answers before it, oldest first.</param>
/// <param name="Clock">The day from which it is overdue; null before the first run, and when the agreement has ended.</param>
/// <param name="Overdue">The times in which it was overdue and that have ended, oldest first.</param>
/// <param name="EntryOf">The merged district that made its calendar entry; null: the one that it belongs to.</param>
public sealed record AgreementState(
    string Id,
    DateOnly Since,
    long Sequence,
    DateOnly? Counts,
    IReadOnlyList<HeardStep> Heard,
    KnownDay? Known,
    IReadOnlyList<string>? Materials,
    DateOnly? ConflictTold,
    IReadOnlyList<Saying> Planned,
    AgreementAnswer? Answer,
    IReadOnlyList<AgreementAnswer> Earlier,
    OverdueClock? Clock = null,
    IReadOnlyList<OverdueTime>? Overdue = null,
    DistrictCode? EntryOf = null)
{
    /// <summary>An agreement that was not seen before.</summary>
    public static AgreementState New(string id, DateOnly today) => new(id, today, 0, null, [], null, null, null, [], null, []);

    /// <summary>How many answers have been given.</summary>
    [JsonIgnore]
    public int Answers => Earlier.Count + (Answer is null ? 0 : 1);

    /// <summary>The state once this is how it stands: another day that counts begins anew, and a time overdue that ends by it is kept.</summary>
    /// <param name="standing">Null: the agreement has ended, or left the register.</param>
    public AgreementState At(Standing? standing, DateOnly today)
    {
        var isMoved = standing is not null && Counts != standing.Counts;
        var state = isMoved ? this with { Counts = standing!.Counts, Sequence = Sequence + 1 } : this;
        if (Clock?.After == standing?.OverdueFrom)
        {
            return state;
        }

        return state with
        {
            Clock = standing is null ? null : new(standing.OverdueFrom, today),
            Overdue = Clock?.Until(today.AddDays(-1)) is { } past ? [.. Overdue ?? [], past] : Overdue,
        };
    }

    /// <summary>The mails that it wants to be sent, those among them that ended undelivered.</summary>
    [JsonIgnore]
    public IEnumerable<NotificationId> WaitingMails => Planned.SelectMany(s => s.Mails).Where(m => m.Outcome != MailOutcome.Accepted).Select(m => m.Id);

    /// <summary>The last step that people have heard about the day; null: none.</summary>
    public int? HeardOf(DateOnly day) => Heard.FirstOrDefault(h => h.Day == day)?.Step;

    /// <summary>What is planned on the topic.</summary>
    public Saying? PlannedOn(SayingTopic topic) => Planned.FirstOrDefault(p => p.Topic == topic);
}

/// <summary>How far people have been reminded of a revision day.</summary>
public sealed record HeardStep(DateOnly Day, int Step, DateTimeOffset At);

/// <summary>The revision day that people know.</summary>
/// <param name="Addresses">Who was told.</param>
public sealed record KnownDay(DateOnly Day, IReadOnlyList<EmailAddress> Addresses);

/// <summary>Something to be said about an agreement.</summary>
/// <param name="Day">The revision day it is about; of a conflict the one in the register.</param>
/// <param name="Step">See <see cref="RevisionSteps"/>; of a notice the step that it makes needless, if any.</param>
/// <param name="Parties">Who hear it together.</param>
/// <param name="Informed">Who hear it, each alone, and are not asked to answer.</param>
/// <param name="Materials">The materials that a review is prompted by.</param>
/// <param name="Mails">The mails that say it, so far.</param>
public sealed record Saying(
    SayingTopic Topic,
    DateOnly Day,
    int? Step,
    IReadOnlyList<EmailAddress> Parties,
    IReadOnlyList<EmailAddress> Informed,
    IReadOnlyList<string> Materials,
    IReadOnlyList<SayingMail> Mails)
{
    /// <summary>Those for whom there is no mail yet.</summary>
    [JsonIgnore]
    public IEnumerable<EmailAddress> Missing => Parties.Concat(Informed).Except(Mails.SelectMany(m => m.To));

    /// <summary>Whether anybody has got it.</summary>
    [JsonIgnore]
    public bool IsHeard => Mails.Any(m => m.Outcome == MailOutcome.Accepted);

    /// <summary>Whether it ended without reaching anybody.</summary>
    [JsonIgnore]
    public bool IsUndelivered => Mails.Count > 0 && Mails.All(m => m.Outcome == MailOutcome.Undelivered);

    /// <summary>Whether it says the same to the same people.</summary>
    public bool IsSameAs(Saying other) =>
        Topic == other.Topic && Day == other.Day && (Step == other.Step || Topic == SayingTopic.Revised)
        && Parties.ToHashSet().SetEquals(other.Parties) && Informed.ToHashSet().SetEquals(other.Informed)
        && Materials.ToHashSet().SetEquals(other.Materials);
}

/// <summary>A mail that says it to some of the people.</summary>
public sealed record SayingMail(NotificationId Id, IReadOnlyList<EmailAddress> To, MailOutcome Outcome);

/// <summary>What a mail about an agreement can be about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SayingTopic>))]
public enum SayingTopic
{
    /// <summary>Its revision day comes, or has passed.</summary>
    [JsonStringEnumMemberName("step")] Step,

    /// <summary>It has another revision day than people were told.</summary>
    [JsonStringEnumMemberName("revised")] Revised,

    /// <summary>New support material.</summary>
    [JsonStringEnumMemberName("review")] Review,

    /// <summary>The register gives an older day than an answer.</summary>
    [JsonStringEnumMemberName("conflict")] Conflict,
}
