using Notify.Core.Agreements;

namespace Notify.Local.Tests.TwoYears;

/// <summary>
/// What happens to the agreements of the sample city in two years. Whoever is not named here answers as steering groups do when all is well:
/// five days before the day, "reviewed, unchanged".
/// </summary>
internal static class Script
{
    public const string First = "2026-03-02";

    public const string Last = "2028-02-29";

    /// <summary>The machine was off: a fortnight in which something fell due.</summary>
    public static readonly (DateOnly First, DateOnly Last) Downtime = (new(2026, 7, 6), new(2026, 7, 19));

    /// <summary>Those that do not answer by themselves.</summary>
    public static readonly IReadOnlySet<string> Silent = new HashSet<string> { "A-BROMMA", "A-FARSTA", "A-NORRMALM", "A-ST", "A-EAV", "A-RK-BUS" };

    /// <summary>What happens on a day, before the watch runs; in the order of the days.</summary>
    public static IReadOnlyList<Happening> Happenings { get; } =
    [
        new("2026-03-16", "A-NORRMALM", Answer: AnswerKind.UnderWay, Day: "2026-05-04"),
        new("2026-04-30", "A-NORRMALM", Answer: AnswerKind.Revised, Day: "2027-04-30"),
        new("2026-05-20", "A-BROMMA", Column: "next_revision", Value: "2027-05-20"),
        new("2026-06-01", "A-EAV", Answer: AnswerKind.Revised, Day: "2027-12-24"),
        new("2026-08-24", "A-ST", Column: "next_revision", Value: "2027-06-20"),
        new("2026-09-01", "A-EAV", Column: "next_revision", Value: "2026-10-30"),
        new("2026-09-14", "STODMATERIAL", Table: "materials", Column: "version", Value: "2026b"),
        new("2026-11-02", "A-EAV", Column: "next_revision", Value: "2027-12-24"),
        new("2027-02-01", "A-RK-BUS", Column: "status", Value: "ended"),
        new("2027-03-22", "A-NORRMALM", Column: "remind_days", Value: "45 10"),
        new("2027-04-28", "A-NORRMALM", Answer: AnswerKind.Unchanged),
        new("2027-05-19", "A-BROMMA", Answer: AnswerKind.UnderWay, Day: "2027-09-01"),
        new("2027-05-24", "A-BROMMA", Answer: AnswerKind.Revised, Day: "2028-05-24"),
        new("2027-07-01", "A-ST", Answer: AnswerKind.Unchanged),
        new("2027-07-05", "A-FARSTA", Column: "next_revision", Value: "2028-02-29"),
    ];
}

/// <summary>Something that happens: an answer from the page behind a link, or a cell of the register that is changed and imported.</summary>
internal sealed record Happening(
    string On, string Id, AnswerKind? Answer = null, string? Day = null, string Table = "agreements", string? Column = null, string? Value = null)
{
    /// <summary>In words, for the table.</summary>
    public override string ToString() => Answer is { } answer
        ? $"{Id}: the steering group answers {answer}{(Day is null ? "" : $" {Day}")}"
        : $"{Id}: the register gets {Column} {Value}";
}
