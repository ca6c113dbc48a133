using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.Contacts;

/// <summary>
/// The decision of the contacts watch about one school: compares what the register says with what the school has been told, or
/// is about to be. A pure function of state, facts and situation (DESIGN "1. Contacts").
/// </summary>
public static class SchoolRule
{
    /// <summary>What is to be done about the school now. Deciding again changes nothing.</summary>
    public static SchoolDecision Decide(SchoolState state, SchoolFacts facts, Situation situation)
    {
        if (!facts.IsActive)
        {
            return Retire(state);
        }

        var aim = Aim.Of(state, facts, situation);
        var told = Tell(state with { Vacancy = aim.Vacancy }, facts, aim, situation);
        var receipt = ReceiptRule.Decide(told.State, facts, situation, isNews: told.Draft is not null);
        var calls = CallRule.Decide(receipt.State, facts, receipt.IsOverdue, situation);
        return new(
            calls.State,
            [.. new[] { told.Draft, receipt.Draft }.OfType<NotificationDraft>()],
            [.. new[] { told.Superseded, receipt.Superseded }.OfType<NotificationId>()],
            calls.Opened,
            calls.Closed,
            Earliest(facts.NextChange, receipt.NextDue));
    }

    /// <summary>Introduces the present contacts although the register has not changed; null when there is nobody to introduce, or they were told already.</summary>
    public static SchoolDecision? Announce(SchoolState state, SchoolFacts facts, Situation situation)
    {
        var isTold = state.Known.By is KnownBy.Mail or KnownBy.Meeting && state.Known.Holders.SaysTheSameAs(facts.Holders);
        var isPlanned = state.Planned is { Undelivered: false } planned && planned.Holders.SaysTheSameAs(facts.Holders);
        if (!facts.IsActive || !facts.Holders.IsReachable() || facts.Addresses.Count == 0 || isTold || isPlanned)
        {
            return null;
        }

        var superseded = state.Planned?.Mail;
        var (next, draft) = Plan(
            state with { Vacancy = null }, facts, new(facts.Holders, null, situation.Calendar.NextOpen(situation.Now), facts.From), ContactKinds.Introduced, situation);
        return new(next, [draft!], superseded is { } id ? [id] : [], [], [], null);
    }

    /// <summary>Takes what the register says as known to the school, however it came to know.</summary>
    public static SchoolDecision TakeAsKnown(SchoolState state, SchoolFacts facts, KnownBy by, DateTimeOffset at, Situation situation)
    {
        var aim = Aim.Of(state, facts, situation);
        var sequence = state.Sequence + 1;
        var superseded = new[] { state.Planned?.Mail, state.Receipt?.Reminder }.OfType<NotificationId>();
        var next = state with
        {
            Sequence = sequence,
            Known = new(facts.IsActive ? aim.Holders : [], sequence, at, by, null),
            Prior = null,
            Planned = null,
            Vacancy = aim.Vacancy,
            Receipt = null,
            Calls = [],
        };
        return new(next, [], [.. superseded], [], state.Calls, null);
    }

    private static SchoolDecision Retire(SchoolState state) => new(
        state with { Planned = null, Vacancy = null, Receipt = null, Calls = [] },
        [],
        [.. new[] { state.Planned?.Mail, state.Receipt?.Reminder }.OfType<NotificationId>()],
        [],
        state.Calls,
        null);

    private static (SchoolState State, NotificationDraft? Draft, NotificationId? Superseded) Tell(
        SchoolState state, SchoolFacts facts, Aim aim, Situation situation)
    {
        if (state.Planned is { } planned && planned.Holders.SaysTheSameAs(aim.Holders) && planned.Recipients.ToHashSet().SetEquals(facts.Addresses))
        {
            return (state, null, null);
        }

        var superseded = state.Planned?.Mail;
        if (state.Known.Holders.SaysTheSameAs(aim.Holders))
        {
            return (state with { Planned = null }, null, superseded);
        }

        var kind = aim.Vacancy is not null ? ContactKinds.Fallback
            : state.Known.Holders.Count == 0 ? ContactKinds.Introduced
            : ContactKinds.Changed;
        var (next, draft) = Plan(state, facts, aim, kind, situation);
        return (next, draft, superseded);
    }

    private static (SchoolState State, NotificationDraft? Draft) Plan(
        SchoolState state, SchoolFacts facts, Aim aim, string kind, Situation situation)
    {
        var sequence = state.Sequence + 1;
        var draft = facts.Addresses.Count == 0
            ? null
            : ContactMails.ToSchool(kind, state, facts, aim, sequence, situation);
        var planned = new PlannedContacts(draft?.Id, sequence, aim.Holders, facts.Addresses, aim.NotBefore, Undelivered: draft is null);
        return (state with { Sequence = sequence, Planned = planned }, draft);
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null ? other : other is null || one < other ? one : other;
}
