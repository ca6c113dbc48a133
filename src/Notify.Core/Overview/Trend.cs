namespace Notify.Core.Overview;

/// <summary>The five proofs in a week, as counts: of districts together they are added.</summary>
/// <param name="Week">Its Monday, in Stockholm.</param>
/// <param name="Confirmed">Schools that had confirmed their present contact.</param>
/// <param name="OverdueDays">By how many days agreements in force were overdue, together.</param>
/// <param name="Municipal">Municipal schools invited to forums held within a year; <paramref name="MunicipalCame"/> of them came.</param>
/// <param name="Independent">The same of independent schools.</param>
/// <param name="Audience">Pairs of a present version of support material and somebody whom it is for.</param>
/// <param name="MaterialConfirmed">Those that were confirmed.</param>
/// <param name="Asked">Asked in the latest round of follow-up.</param>
public sealed record TrendPoint(
    DateOnly Week, int Schools, int Told, int Confirmed, int OverdueDays, int Municipal, int MunicipalCame, int Independent, int IndependentCame,
    int Audience, int MaterialConfirmed, int Asked, int Answered)
{
    /// <summary>Both together, in the later week.</summary>
    public TrendPoint With(TrendPoint other) => new(
        Week > other.Week ? Week : other.Week, Schools + other.Schools, Told + other.Told, Confirmed + other.Confirmed, OverdueDays + other.OverdueDays,
        Municipal + other.Municipal, MunicipalCame + other.MunicipalCame, Independent + other.Independent, IndependentCame + other.IndependentCame,
        Audience + other.Audience, MaterialConfirmed + other.MaterialConfirmed, Asked + other.Asked, Answered + other.Answered);
}

/// <summary>What the proofs were, a point for each week in which they were looked at, the oldest first.</summary>
public sealed record Trend(IReadOnlyList<TrendPoint> Points)
{
    /// <summary>A year, and the week it began in.</summary>
    public const int Weeks = 53;

    /// <summary>Without a point.</summary>
    public static Trend Empty { get; } = new([]);

    /// <summary>The Monday of the day's week.</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>With the point in place of what was known of its week.</summary>
    public Trend With(TrendPoint point) => new([.. Points.Where(p => p.Week < point.Week && p.Week > point.Week.AddDays(-7 * Weeks)), point]);

    /// <summary>The trends of several districts together. In a week without a point a district counts as in the last before it.</summary>
    public static Trend Sum(IReadOnlyCollection<Trend> trends)
    {
        var weeks = trends.SelectMany(t => t.Points.Select(p => p.Week)).Distinct().Order().ToList();
        return new([.. weeks.Select(week => trends
            .Select(t => t.Points.LastOrDefault(p => p.Week <= week)).OfType<TrendPoint>()
            .Aggregate((a, b) => a.With(b)) with { Week = week })]);
    }
}
