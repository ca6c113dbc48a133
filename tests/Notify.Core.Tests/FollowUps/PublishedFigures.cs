using Notify.Core.FollowUps;
using Notify.Core.FollowUps.Results;

namespace Notify.Core.Tests.FollowUps;

/// <summary>
/// Turns the lines of the export, which has every figure of pages and mails, into what each of them is worked out from: by the meaning
/// of its columns, not by the program's own calculation. A column of the adversary is one person's choice on one statement.
/// </summary>
internal sealed class PublishedFigures(AnsweredCity city, IReadOnlyList<FollowUpReportRow> lines)
{
    private readonly Dictionary<(int Person, string Statement), int> _columns = city.Secrets.Index()
        .SelectMany(s => s.Item.Answer.Choices.Where(c => c.Value > 0).Select(c => (s.Index, c.Key))).Index().ToDictionary(c => c.Item, c => c.Index);

    /// <summary>Every figure that says something about answers.</summary>
    public IReadOnlyCollection<IReadOnlyDictionary<int, long>> Figures() =>
        [.. lines.Where(l => l.Statement.Length > 0 || (l.Axis.Length > 0 && l.Index is not null)).SelectMany(FiguresOf)];

    /// <summary>The columns of some people.</summary>
    public IReadOnlySet<int> ColumnsOf(IEnumerable<int> people)
    {
        var wanted = people.ToHashSet();
        return _columns.Where(c => wanted.Contains(c.Key.Person)).Select(c => c.Value).ToHashSet();
    }

    private IEnumerable<IReadOnlyDictionary<int, long>> FiguresOf(FollowUpReportRow line)
    {
        if (line.Statement.Length > 0)
        {
            return [Sum(line, People(line.Round, line.Group), [line.Statement])];
        }

        return line.Level == "district"
            ? [Sum(line, People(line.Round, line.Group), StatementsOf(line))]
            : [CitySum(line), CityMean(line)];
    }

    /// <summary>With the mean and how many it is of, one knows the sum; that it is of these very choices, the count proves.</summary>
    private Dictionary<int, long> Sum(FollowUpReportRow line, IReadOnlyCollection<int> people, IReadOnlyCollection<string> statements)
    {
        var columns = people.SelectMany(p => statements.Select(s => (p, s))).Where(_columns.ContainsKey).Select(c => _columns[c]).ToList();
        return columns.Count == line.Count
            ? columns.ToDictionary(c => c, _ => 1L)
            : throw new InvalidOperationException($"{line} is not of the {columns.Count} choices that it says it is of");
    }

    private Dictionary<int, long> CitySum(FollowUpReportRow line) =>
        Parts(line).SelectMany(p => p).ToDictionary(c => c.Key, c => c.Value);

    /// <summary>Of districts alike: each district's own mean.</summary>
    private Dictionary<int, long> CityMean(FollowUpReportRow line)
    {
        var parts = Parts(line).ToList();
        return parts.SelectMany(part => part.Select(c => (c.Key, Value: Adversary.Fraction(1, part.Count)))).ToDictionary(c => c.Key, c => c.Value);
    }

    private IEnumerable<Dictionary<int, long>> Parts(FollowUpReportRow line) =>
        lines.Where(l => l.Level == "district" && (l.Term, l.Group, l.Axis) == (line.Term, line.Group, line.Axis) && l.Statement.Length == 0)
            .Select(l => Sum(l, People(l.Round, l.Group), StatementsOf(l)));

    private IReadOnlyCollection<string> StatementsOf(FollowUpReportRow axis) =>
        [.. lines.Where(l => l.Statement.Length > 0 && (l.Round, l.Group, l.Axis) == (axis.Round, axis.Group, axis.Axis)).Select(l => l.Statement)];

    private IReadOnlyCollection<int> People(string round, string group) =>
    [
        .. city.Secrets.Index().Where(s => s.Item.Round == round && (group == "all" || s.Item.Answer.Groups.Any(g => g.ToCode() == group))).Select(s => s.Index),
    ];
}
