namespace Notify.Core.Agreements;

/// <summary>Days on which an agreement was overdue.</summary>
public sealed record OverdueTime(DateOnly First, DateOnly Last)
{
    /// <summary>How many of them lie between the two days, both included.</summary>
    public int DaysIn(DateOnly first, DateOnly last) =>
        Math.Max(0, (Last < last ? Last : last).DayNumber - (First > first ? First : first).DayNumber + 1);
}

/// <summary>Runs while an agreement is not revised. The proof counts the days that it ran, so that a wrong day which is put right at once leaves nothing.</summary>
/// <param name="After">The agreement is overdue on every day after this one.</param>
/// <param name="Seen">When the watch came to know of that day; days before it are not counted.</param>
public sealed record OverdueClock(DateOnly After, DateOnly Seen)
{
    /// <summary>The days overdue up to and including this one; null: none.</summary>
    public OverdueTime? Until(DateOnly last)
    {
        var first = After.AddDays(1) > Seen ? After.AddDays(1) : Seen;
        return first <= last ? new(first, last) : null;
    }
}
