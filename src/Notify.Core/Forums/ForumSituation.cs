using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.Forums;

/// <summary>What every decision of the forums watch is taken in: the district, the moment and the rules.</summary>
public sealed record ForumSituation(District District, DateTimeOffset Now, WorkingCalendar Calendar, ForumsOptions Options)
{
    /// <summary>A cancellation this near to its forum also leaves outside the send window (CONTRACT.md "Time").</summary>
    private static readonly TimeSpan CancelledLate = TimeSpan.FromHours(48);

    /// <summary>News that would otherwise come later than this before the forum is of no use any more.</summary>
    private static readonly TimeSpan TooLate = TimeSpan.FromHours(2);

    /// <summary>When the invitations are due: at the opening of their day, be it a working day or not (CONTRACT.md "Time").</summary>
    public DateTimeOffset InvitationDue(DateTimeOffset starts) => Calendar.OpeningOf(StockholmTime.DateOf(starts).AddDays(-Options.InviteAhead));

    /// <summary>When the list for the organiser is due.</summary>
    public DateTimeOffset ListDue(DateTimeOffset starts) => DueBefore(starts, Options.ListAhead);

    /// <summary>The latest reminder that is due; null: none yet. Those before it were missed, and are not made up for.</summary>
    public int? LatestReminder(DateTimeOffset starts) =>
        Options.Steps.Order().Select(d => (int?)d).FirstOrDefault(d => DueBefore(starts, d!.Value) <= Now);

    /// <summary>When so many days before a start are reached: at the opening of that day, or of the last working day before it.</summary>
    public DateTimeOffset DueBefore(DateTimeOffset starts, int days) =>
        Calendar.OpeningOf(Calendar.OnOrBefore(StockholmTime.DateOf(starts).AddDays(-days)));

    /// <summary>The moments before a start at which there may be something to say.</summary>
    public IEnumerable<DateTimeOffset> DueTimes(DateTimeOffset starts) =>
        Options.Steps.Append(Options.ListAhead).Select(d => DueBefore(starts, d)).Append(InvitationDue(starts));

    /// <summary>Whether the mail leaves at once, also at night and on a holiday.</summary>
    public bool IsUrgent(ForumTopic topic, DateTimeOffset starts) => topic switch
    {
        ForumTopic.Cancelled => starts - Now <= CancelledLate,
        ForumTopic.Changed or ForumTopic.Withdrawn => Calendar.NextOpen(Now) > starts - TooLate,
        _ => false,
    };
}
