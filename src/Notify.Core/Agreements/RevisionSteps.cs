using Notify.Core.Time;

namespace Notify.Core.Agreements;

/// <summary>
/// When the mails about a revision day are due (CONTRACT.md "Time"). A step is a number of calendar days from that day: −30 is
/// the reminder a month ahead, 0 the one of the day, 7 the first when it has passed. It is due at the opening of its day, or of the last
/// working day before it; one that is overdue on the next working day.
/// </summary>
/// <param name="remindDays">Days before the revision day, 0 or more.</param>
/// <param name="overdueEvery">Days between the mails when it has passed; positive.</param>
public sealed class RevisionSteps(IReadOnlyList<int> remindDays, int overdueEvery, WorkingCalendar calendar)
{
    /// <summary>When the step is due.</summary>
    public DateTimeOffset DueOf(DateOnly revision, int step)
    {
        var day = revision.AddDays(step);
        return calendar.OpeningOf(step > 0 ? calendar.OnOrAfter(day) : calendar.OnOrBefore(day));
    }

    /// <summary>The latest step that is due by now; null: none yet. Those before it were missed, and are not made up for.</summary>
    public int? LatestDue(DateOnly revision, DateTimeOffset now)
    {
        var passed = (StockholmTime.DateOf(now).DayNumber - revision.DayNumber) / overdueEvery;
        for (var n = passed; n > 0; n--)
        {
            if (DueOf(revision, n * overdueEvery) <= now)
            {
                return n * overdueEvery;
            }
        }

        return remindDays.Order().Select(d => (int?)-d).FirstOrDefault(step => DueOf(revision, step!.Value) <= now);
    }

    /// <summary>When the first step after now is due.</summary>
    public DateTimeOffset NextDue(DateOnly revision, DateTimeOffset now)
    {
        var reminders = remindDays.Select(d => DueOf(revision, -d)).Where(due => due > now);
        var overdue = Math.Max(1, (StockholmTime.DateOf(now).DayNumber - revision.DayNumber) / overdueEvery);
        while (DueOf(revision, overdue * overdueEvery) <= now)
        {
            overdue++;
        }

        return reminders.Append(DueOf(revision, overdue * overdueEvery)).Min();
    }
}
