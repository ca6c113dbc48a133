using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.FollowUps;

/// <summary>What every decision of the follow-up watch is taken in: the district, the moment and the rules.</summary>
public sealed record FollowUpSituation(District District, DateTimeOffset Now, WorkingCalendar Calendar, FollowUpsOptions Options)
{
    /// <summary>The day in Stockholm.</summary>
    public DateOnly Today => StockholmTime.DateOf(Now);

    /// <summary>Calendar days before the closing day on which the silent are reminded.</summary>
    public IReadOnlyList<int> Steps => Options.Steps;

    /// <summary>When a reminder is due: at the opening of its day, or of the last working day before it (CONTRACT.md "Time").</summary>
    public DateTimeOffset DueOf(RoundState round, int daysBefore) =>
        Calendar.OpeningOf(Calendar.OnOrBefore(round.Closes.AddDays(-daysBefore)));

    /// <summary>The latest reminder that is due by now, as days before the closing day; null: none yet.</summary>
    public int? LatestStep(RoundState round) => Steps.Order().Select(s => (int?)s).FirstOrDefault(s => DueOf(round, s!.Value) <= Now);

    /// <summary>When the result is worked out: hours after the last moment at which an answer can be given, so that none is on its way.</summary>
    public DateTimeOffset ResultDue(RoundState round) => Calendar.OpeningOf(round.Closes.AddDays(1));
}
