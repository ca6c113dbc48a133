using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Notify.Web.Tests.FollowUps;

/// <summary>Who was asked and answered what, in plain tables: an independent way to the same figures.</summary>
internal sealed class AnswersInSql : IDisposable
{
    private const string Index = "100.0 * SUM(a.step - 1) / (4.0 * COUNT(*))";

    private readonly SqliteConnection _sql = new("Data Source=:memory:");

    public AnswersInSql()
    {
        _sql.Open();
        Run("CREATE TABLE asked (term TEXT, district TEXT, person TEXT)");
        Run("CREATE TABLE hat (term TEXT, district TEXT, person TEXT, grp TEXT)");
        Run("CREATE TABLE answer (term TEXT, district TEXT, person TEXT, axis TEXT, statement TEXT, step INTEGER)");
    }

    public void Asked(string term, string district, string person, IEnumerable<string> groups)
    {
        Run("INSERT INTO asked VALUES ($1, $2, $3)", term, district, person);
        foreach (var group in groups)
        {
            Run("INSERT INTO hat VALUES ($1, $2, $3, $4)", term, district, person, group);
        }
    }

    /// <param name="step">0: does not know.</param>
    public void Answered(string term, string district, string person, string axis, string statement, int step) =>
        Run("INSERT INTO answer VALUES ($1, $2, $3, $4, $5, $6)", term, district, person, axis, statement, step);

    public int CountAsked(string term, string district, string? group = null) => (int)Ask(
        $"SELECT COUNT(DISTINCT a.person) FROM asked a {Hat(group)} WHERE a.term = $1 AND a.district = $2", term, district, group ?? "")!.Value;

    public int CountAnswered(string term, string district, string? group = null) => (int)Ask(
        $"SELECT COUNT(DISTINCT a.person) FROM answer a {Hat(group)} WHERE a.term = $1 AND a.district = $2", term, district, group ?? "")!.Value;

    public double? AxisIndex(string term, string district, string axis, string? group = null) => Ask(
        $"SELECT {Index} FROM answer a {Hat(group)} WHERE a.term = $1 AND a.district = $2 AND a.axis = $4 AND a.step > 0", term, district, group ?? "", axis);

    public double? AxisMean(string term, string district, string axis) => Ask(
        "SELECT AVG(1.0 * a.step) FROM answer a WHERE a.term = $1 AND a.district = $2 AND a.axis = $3 AND a.step > 0", term, district, axis);

    public double? StatementMean(string term, string district, string statement) => Ask(
        "SELECT AVG(1.0 * a.step) FROM answer a WHERE a.term = $1 AND a.district = $2 AND a.statement = $3 AND a.step > 0", term, district, statement);

    /// <summary>The mean of the axes, each of which weighs the same.</summary>
    public double? TotalIndex(string term, string district, string? group = null) => Ask(
        $"SELECT AVG(i) FROM (SELECT {Index} AS i FROM answer a {Hat(group)} WHERE a.term = $1 AND a.district = $2 AND a.step > 0 GROUP BY a.axis)", term, district, group ?? "");

    public double? CityAxis(string term, string axis) => Ask($"SELECT {Index} FROM answer a WHERE a.term = $1 AND a.axis = $2 AND a.step > 0", term, axis);

    public double? CityAxisByDistrict(string term, string axis) => Ask(
        $"SELECT AVG(i) FROM (SELECT {Index} AS i FROM answer a WHERE a.term = $1 AND a.axis = $2 AND a.step > 0 GROUP BY a.district)", term, axis);

    public double? City(string term) => Ask(
        $"SELECT AVG(i) FROM (SELECT {Index} AS i FROM answer a WHERE a.term = $1 AND a.step > 0 GROUP BY a.axis)", term);

    public double? CityByDistrict(string term) => Ask(
        $"SELECT AVG(d) FROM (SELECT AVG(i) AS d FROM (SELECT a.district AS district, {Index} AS i FROM answer a WHERE a.term = $1 AND a.step > 0 GROUP BY a.district, a.axis) GROUP BY district)",
        term);

    public void Dispose() => _sql.Dispose();

    private static string Hat(string? group) =>
        group is null ? "" : "JOIN hat h ON h.term = a.term AND h.district = a.district AND h.person = a.person AND h.grp = $3";

    private double? Ask(string text, params string[] values)
    {
        using var command = Command(text, [.. values.Cast<object>()]);
        return command.ExecuteScalar() is { } value and not DBNull ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;
    }

    private void Run(string text, params object[] values)
    {
        using var command = Command(text, values);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string text, IReadOnlyList<object> values)
    {
        var command = _sql.CreateCommand();
        command.CommandText = text;
        foreach (var (place, value) in values.Index())
        {
            command.Parameters.AddWithValue($"${place + 1}", value);
        }

        return command;
    }
}
