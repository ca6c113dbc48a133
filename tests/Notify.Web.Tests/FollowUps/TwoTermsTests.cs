using System.Globalization;
using AngleSharp.Dom;
using Notify.Core.FollowUps;
using Notify.Core.FollowUps.Results;
using Notify.Core.Store;
using Notify.Web.FollowUps;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.FollowUps;

/// <summary>Every figure on page, in mail and in the export is the one that plain SQL over the answers gives.</summary>
public sealed class TwoTermsTests : IAsyncLifetime
{
    private TwoTermCity _city = null!;
    private IReadOnlyList<DistrictFollowUps> _all = null!;

    public async ValueTask InitializeAsync()
    {
        _city = await TwoTermCity.LiveAsync();
        _all = await _city.ReadAsync();
    }

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task Page_mail_and_export_say_what_the_answers_say()
    {
        var (shown, hidden) = (0, 0);
        foreach (var row in _all.SelectMany(d => d.Rows))
        {
            var term = row.Term.ToString();
            var page = (await _city.World.Browser().GetAsync(FollowUpsEndpoints.PathOf(row))).Document;
            AssertAxes(page, row, term);
            AssertStatements(page, row, term);
            var (some, none) = AssertGroups(page, row, term);
            (shown, hidden) = (shown + some, hidden + none);
            AssertMail(row, term);
        }

        Assert.True(shown > 20 && hidden > 5, $"{shown} groups shown and {hidden} hidden are too few for a test");
        await AssertCityAsync(TwoTermCity.Spring, null);
        await AssertCityAsync(TwoTermCity.Autumn, TwoTermCity.Spring);
        AssertExport(FollowUpReport.Of(_all));
    }

    private void AssertAxes(IDocument page, RoundRow row, string term)
    {
        var code = row.District.Code.ToString();
        Assert.Equal(8, RowsOf(page, "axes").Count);
        foreach (var cells in RowsOf(page, "axes"))
        {
            AssertSame(_city.Sql.AxisIndex(term, code, cells[0]), cells[1]);
            AssertSame(_city.Sql.AxisMean(term, code, cells[0]), cells[3]);
            var before = term == TwoTermCity.Autumn ? _city.Sql.AxisIndex(TwoTermCity.Spring, code, cells[0]) : null;
            AssertSame(_city.Sql.AxisIndex(term, code, cells[0]) - before, cells[2]);
        }

        var replies = page.QuerySelector("section[aria-labelledby=replies]")!.TextContent;
        Assert.Contains($"{_city.Sql.CountAnswered(term, code)} av {_city.Sql.CountAsked(term, code)} svarade", replies, StringComparison.Ordinal);
        AssertSame(_city.Sql.TotalIndex(term, code), page.QuerySelectorAll("section[aria-labelledby=replies] .figure")[1].TextContent);
    }

    private void AssertStatements(IDocument page, RoundRow row, string term)
    {
        Assert.Equal(16, RowsOf(page, "statements").Count);
        Assert.All(RowsOf(page, "statements"), cells => AssertSame(_city.Sql.StatementMean(term, row.District.Code.ToString(), cells[0]), cells[2].Split(' ')[0]));
    }

    private (int Shown, int Hidden) AssertGroups(IDocument page, RoundRow row, string term)
    {
        var (shown, hidden, code) = (0, 0, row.District.Code.ToString());
        foreach (var (cells, group) in RowsOf(page, "groups").Zip(row.Round.Result!.Groups.Select(g => g.Group.ToCode())))
        {
            Assert.Equal(_city.Sql.CountAsked(term, code, group).ToString(CultureInfo.InvariantCulture), cells[1]);
            if (cells.Count == 3)
            {
                hidden++;
                continue;
            }

            shown++;
            Assert.Equal(_city.Sql.CountAnswered(term, code, group).ToString(CultureInfo.InvariantCulture), cells[2]);
            Assert.True(int.Parse(cells[2], CultureInfo.InvariantCulture) is 0 or >= 5);
            foreach (var (axis, cell) in row.Figures!.Axes.Select(a => a.Axis).Zip(cells.Skip(5)).Where(c => c.Second != "–"))
            {
                AssertSame(_city.Sql.AxisIndex(term, code, axis, group), cell);
            }
        }

        return (shown, hidden);
    }

    private void AssertMail(RoundRow row, string term)
    {
        var code = row.District.Code.ToString();
        var mail = _city.World.Transport.Calls.Single(m => m.Kind == FollowUpKinds.Result && m.Content.Subject.EndsWith(row.Round.Title, StringComparison.Ordinal)).Content.Text;
        Assert.Contains($"{_city.Sql.CountAnswered(term, code)} av {_city.Sql.CountAsked(term, code)} svarade", mail, StringComparison.Ordinal);
        AssertSame(_city.Sql.TotalIndex(term, code), Between(mail, "Sammanlagt index är ", " på en skala"));
        foreach (var axis in DefaultQuestionnaire.Rows.Select(r => r.Axis).Distinct())
        {
            AssertSame(_city.Sql.AxisIndex(term, code, axis), Between(mail, $"- {axis}: index ", term == TwoTermCity.Autumn ? ", förändring" : "\n"));
        }
    }

    private async Task AssertCityAsync(string term, string? before)
    {
        var report = CityReport.Of(_all).Single(r => r.City.Term.ToString() == term);
        var page = (await _city.World.Browser().GetAsync(FollowUpsEndpoints.PathOf(report.City))).Document;
        var figures = page.QuerySelectorAll("section[aria-labelledby=whole] .figure").Select(f => f.TextContent).ToList();
        AssertSame(_city.Sql.City(term), figures[1]);
        AssertSame(_city.Sql.CityByDistrict(term), figures[2]);
        foreach (var cells in RowsOf(page, "axes"))
        {
            AssertSame(_city.Sql.CityAxis(term, cells[0]), cells[1]);
            AssertSame(_city.Sql.CityAxisByDistrict(term, cells[0]), cells[2]);
            AssertSame(before is null ? null : _city.Sql.CityAxis(term, cells[0]) - _city.Sql.CityAxis(before, cells[0]), cells[3]);
        }

        Assert.Equal(14, RowsOf(page, "districts").Count);
    }

    private void AssertExport(IReadOnlyList<FollowUpReportRow> rows)
    {
        foreach (var row in rows.Where(r => r.Level == "district"))
        {
            var group = row.Group == "all" ? null : row.Group;
            if (row.Axis.Length == 0 && row.Answered is { } answered)
            {
                Assert.Equal((_city.Sql.CountAsked(row.Term, row.District, group), _city.Sql.CountAnswered(row.Term, row.District, group)), (row.Asked!.Value, answered));
            }

            if (row is { Statement.Length: 0, Index: { } index } && group is null)
            {
                var expected = row.Axis.Length == 0 ? _city.Sql.TotalIndex(row.Term, row.District) : _city.Sql.AxisIndex(row.Term, row.District, row.Axis);
                Assert.Equal(expected!.Value, (double)index, 0.0501);
            }
        }

        Assert.All(rows.Where(r => r is { Level: "city", Group: "all", Axis: "" }), r => Assert.Equal(_city.Sql.City(r.Term)!.Value, (double)r.Index!.Value, 0.0501));
    }

    private static List<List<string>> RowsOf(IDocument page, string section) =>
    [
        .. page.QuerySelectorAll($"section[aria-labelledby={section}] tbody tr")
            .Select(r => r.QuerySelectorAll("th, td").Select(c => c.TextContent.Trim()).ToList()),
    ];

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }

    /// <summary>One decimal, as people read it; a dash where there is nothing to say.</summary>
    private static void AssertSame(double? expected, string shown)
    {
        if (expected is null)
        {
            Assert.Equal("–", shown);
            return;
        }

        var figure = double.Parse(shown.Trim().Replace(',', '.').Replace('\u2212', '-').TrimStart('+'), CultureInfo.InvariantCulture);
        Assert.Equal(expected.Value, figure, 0.0501);
    }
}
