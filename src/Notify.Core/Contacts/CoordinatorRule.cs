using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Core.Contacts;

/// <summary>What the watch has decided about the mail to the coordinator.</summary>
public sealed record CoordinatorDecision(CoordinatorState State, NotificationDraft? Draft, IReadOnlyList<NotificationId> Superseded);

/// <summary>Tells the coordinator, at once and once, of schools that have lost their last contact.</summary>
public static class CoordinatorRule
{
    /// <param name="state">The vacancies that the coordinator knows of.</param>
    /// <param name="schools">Every school's state.</param>
    /// <param name="rows">The register's schools.</param>
    public static CoordinatorDecision Decide(
        CoordinatorState state, IEnumerable<SchoolState> schools, IReadOnlyDictionary<SchoolUnitCode, School> rows, Situation situation)
    {
        var vacant = schools.Where(s => s.Vacancy is not null && rows.ContainsKey(s.School)).OrderBy(s => s.School.ToString(), StringComparer.Ordinal).ToList();
        var codes = vacant.Select(v => v.School).ToHashSet();
        state = state with { Known = [.. state.Known.Where(codes.Contains)] };
        var news = vacant.ExceptBy(state.Known, v => v.School).ToList();
        if (state.Planned is { } planned && planned.Items.ToHashSet().SetEquals(news.Select(n => n.School))
            && planned.Recipients.Contains(situation.District.CoordinatorEmail))
        {
            return new(state, null, []);
        }

        IReadOnlyList<NotificationId> superseded = state.Planned is null ? [] : [state.Planned.Mail];
        if (news.Count == 0)
        {
            return new(state with { Planned = null }, null, superseded);
        }

        var sequence = state.Sequence + 1;
        var since = news.Max(n => n.Vacancy!.Since);
        var draft = ContactMails.ToCoordinator(sequence, news, rows, situation.Calendar.NextOpen(since < situation.Now ? since : situation.Now), situation);
        return new(
            state with { Sequence = sequence, Planned = new(draft.Id, [.. news.Select(n => n.School)], draft.Recipients, draft.NotBefore, Undelivered: false) },
            draft, superseded);
    }
}
