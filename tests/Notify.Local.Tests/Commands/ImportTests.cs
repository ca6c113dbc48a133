using System.Text;
using System.Text.Json;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Commands;

/// <summary>What <c>import</c> says, and that a register that is wrong changes nothing.</summary>
public sealed class ImportTests(ContactChange change)
{
    [Theory]
    [InlineData("next_revision", "1970-01-01", "between 2000-01-01 and 2100-12-31")]
    [InlineData("interval_months", "0", "")]
    public async Task An_agreement_that_could_never_be_revised_on_time_is_refused(string column, string value, string said)
    {
        using var city = new City();
        File.WriteAllText(city.TableOf("steering_groups"), "id;district;name;member_email\nSG;BROMMA;Styrgruppen;chef@bromma.example\n");
        File.WriteAllText(city.TableOf("agreements"), $"id;district;title;steering_group;{column}\nA1;BROMMA;Överenskommelse;SG;{value}\n");

        var error = Assert.Single((await city.NotifyAsync("import", "register", "--json")).Ended(2).Json.GetProperty("errors").EnumerateArray());

        Assert.Equal(("agreements.csv", 2, column, value), (error.GetProperty("file").GetString(), error.GetProperty("line").GetInt32(), error.GetProperty("column").GetString(), error.GetProperty("value").GetString()));
        Assert.Contains(said, error.GetProperty("message").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public void An_import_counts_its_changes_by_table()
    {
        var said = change.Import.Ended(0).Json;

        Assert.True(said.GetProperty("ok").GetBoolean());
        Assert.Equal(2, said.GetProperty("districts").GetInt32());
        Assert.Equal(0, said.GetProperty("warnings").GetArrayLength());
        var changes = said.GetProperty("changes").GetProperty("assignments").EnumerateObject();
        Assert.All(changes, c => Assert.True(c.Name is "added" or "removed" or "changed", c.Name));
        Assert.InRange(changes.Sum(c => c.Value.GetInt32()), 1, 2);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing()
    {
        using var city = await ChangedAsync(c => c.Replace("assignments", "98000002,ASA", "98000002,MARTA"));
        var before = await city.OutcomeAsync(SmallCity.Settled);

        var said = (await city.NotifyAsync("import", "register", "--dry-run", "--json", "--now", SmallCity.Settled)).Ended(0).Json;

        Assert.NotEqual(0, said.GetProperty("changes").GetProperty("assignments").EnumerateObject().Sum(c => c.Value.GetInt32()));
        Assert.Equal(before, await city.OutcomeAsync(SmallCity.Settled));
        await city.RunAsync("2026-03-02T12:00");
        Assert.Equal(change.After.Count, city.Mail().Count);
    }

    [Fact]
    public async Task Every_error_is_listed_with_file_line_column_and_value()
    {
        using var city = await ChangedAsync(c =>
        {
            c.Replace("schools", "rektor@bjorko.example", "rektor at bjorko");
            c.Add("assignments", "BROMMA,98000009,ASA,primary,,");
            c.Add("assignments", "BROMMA,98000001,NOBODY,boss,,");
        });

        var said = (await city.NotifyAsync("import", "register", "--json", "--now", SmallCity.Settled)).Ended(2).Json;

        Assert.False(said.GetProperty("ok").GetBoolean());
        var errors = said.GetProperty("errors").EnumerateArray().Select(e => (Of(e, "file"), e.GetProperty("line").GetInt32(), Of(e, "column"), Of(e, "value"))).ToList();
        Assert.Contains(("schools.csv", 3, "principal_email", "rektor at bjorko"), errors);
        Assert.Contains(("assignments.csv", 9, "school", "98000009"), errors);
        Assert.Contains(("assignments.csv", 10, "contact", "NOBODY"), errors);
        Assert.Contains(("assignments.csv", 10, "role", "boss"), errors);
        Assert.Equal(4, errors.Count);
        Assert.All(said.GetProperty("errors").EnumerateArray(), e => Assert.NotEmpty(Of(e, "message")));
    }

    [Fact]
    public async Task Errors_are_for_people_one_line_each_on_standard_error()
    {
        using var city = await ChangedAsync(c => c.Add("assignments", "BROMMA,98000009,NOBODY,primary,,"));

        var said = (await city.NotifyAsync("import", "register", "--now", SmallCity.Settled)).Ended(2);

        Assert.Empty(said.Out);
        var lines = said.Error.TrimEnd().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("assignments.csv:9 school '98000009'", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("assignments.csv:9 contact 'NOBODY'", lines[1], StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Malformed => new()
    {
        { "truncated in a quoted field", "assignments", "district,school,contact,role\nBROMMA,98000001,\"ASA" },
        { "a key twice", "contacts", SmallCity.Tables["contacts"] + "ASA,BROMMA,Åsa Öberg,person,,asa@bromma.example,,\n" },
        { "an empty file", "schools", "" },
        { "no header line", "assignments", "BROMMA,98000001,ASA,primary,,\n" },
        { "a required column missing", "assignments", "district,school,role\nBROMMA,98000001,primary\n" },
        { "a formula", "schools", SmallCity.Tables["schools"].Replace("Örjan Ågren", "=HYPERLINK(1)", StringComparison.Ordinal) },
        { "an at sign first", "schools", SmallCity.Tables["schools"].Replace("Örjan Ågren", "@SUM(A1)", StringComparison.Ordinal) },
        { "NUL bytes", "contacts", SmallCity.Tables["contacts"].Replace("Leo", "L\0eo", StringComparison.Ordinal) },
        { "a field that is too long", "contacts", SmallCity.Tables["contacts"].Replace("Leo", new string('x', 4001), StringComparison.Ordinal) },
        { "a line of ten megabytes", "contacts", SmallCity.Tables["contacts"] + new string('x', 10_000_000) },
        { "a column nearly known", "districts", SmallCity.Tables["districts"].Replace("fallback_email", "fallback_emial", StringComparison.Ordinal) },
        { "a date that is none", "assignments", SmallCity.Tables["assignments"].Replace("98000001,ASA,primary,,", "98000001,ASA,primary,2026-02-30,", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_malformed_register_is_refused_with_its_place_and_changes_nothing(string what, string table, string text)
    {
        using var city = await ChangedAsync(c => File.WriteAllText(c.TableOf(table), text, new UTF8Encoding(false)));
        var before = await city.OutcomeAsync(SmallCity.Settled);

        var said = (await city.NotifyAsync("import", "register", "--json", "--now", SmallCity.Settled)).Ended(2).Json;

        Assert.All(said.GetProperty("errors").EnumerateArray(), e => Assert.True(Of(e, "file") == table + ".csv", $"{what}: {e}"));
        Assert.NotEqual(0, said.GetProperty("errors").GetArrayLength());
        Assert.All(said.GetProperty("errors").EnumerateArray(), e => Assert.InRange(Of(e, "value").Length, 0, 101));
        Assert.Equal(before, await city.OutcomeAsync(SmallCity.Settled));
    }

    [Fact]
    public async Task A_register_that_lost_much_is_held_until_a_person_allows_it()
    {
        using var city = await ChangedAsync(c => c.Replace("assignments", "FARSTA,98000011,MOTT,primary,,\nFARSTA,98000012,MOTT,primary,,\n", ""));
        var before = await city.OutcomeAsync(SmallCity.Settled);

        var held = (await city.NotifyAsync("import", "register", "--json", "--now", SmallCity.Settled)).Ended(3);
        Assert.False(held.Json.GetProperty("ok").GetBoolean());
        Assert.Contains("FARSTA", Assert.Single(held.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("--allow-mass-change", held.Error, StringComparison.Ordinal);
        Assert.Equal(before, await city.OutcomeAsync(SmallCity.Settled));
        await city.RunAsync("2026-03-02T11:00");
        Assert.Equal(change.After.Count, city.Mail().Count);

        (await city.NotifyAsync("import", "register", "--allow-mass-change", "--now", "2026-03-02T11:00")).Ended(0);
        await city.RunAsync("2026-03-02T11:00");
        Assert.Contains("contact-missing", city.Kinds());
    }

    [Fact]
    public async Task Windows_1252_semicolons_and_Swedish_headers_are_read_alike()
    {
        using var city = await ChangedAsync(c =>
        {
            var swedish = File.ReadAllText(c.TableOf("contacts")).Replace(',', ';')
                .Replace("id;district;name;kind;title;email;phone;member_of", "id;Stadsdel;Namn;Typ;Titel;E-post;Telefon;Ingår_i", StringComparison.Ordinal)
                .Replace("E-post", "epost", StringComparison.Ordinal);
            File.WriteAllText(c.TableOf("contacts"), swedish, Encoding.Latin1);
        });

        var said = (await city.NotifyAsync("import", "register", "--json", "--now", SmallCity.Settled)).Ended(0).Json;

        Assert.All(said.GetProperty("changes").EnumerateObject().SelectMany(t => t.Value.EnumerateObject()), c => Assert.Equal(0, c.Value.GetInt32()));
    }

    [Fact]
    public async Task A_register_that_is_not_there_is_said_so() =>
        Assert.Contains("nowhere-at-all", (await change.City.NotifyAsync("import", "nowhere-at-all")).Ended(2).Error, StringComparison.Ordinal);

    [Fact]
    public async Task A_file_that_is_absent_leaves_its_part_as_it_was()
    {
        using var city = await ChangedAsync(c =>
        {
            File.Delete(c.TableOf("schools"));
            File.Delete(c.TableOf("assignments"));
        });
        var before = await city.OutcomeAsync(SmallCity.Settled);

        (await city.NotifyAsync("import", "register", "--now", SmallCity.Settled)).Ended(0);

        Assert.Equal(before, await city.OutcomeAsync(SmallCity.Settled));
    }

    private static string Of(JsonElement error, string name) => error.GetProperty(name).GetString()!;

    private Task<City> ChangedAsync(Action<City> edit)
    {
        var city = change.City.Copy();
        edit(city);
        return Task.FromResult(city);
    }
}
