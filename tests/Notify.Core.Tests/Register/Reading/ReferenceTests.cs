using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Register.Reading;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("schools", 2, "districts", "BRO NOPE")]
    [InlineData("contacts", 4, "member_of", "NOPE")]
    [InlineData("contacts", 3, "member_of", "K2")]
    [InlineData("contacts", 4, "member_of", "K1")]
    [InlineData("contacts", 2, "member_of", "K1")]
    [InlineData("assignments", 2, "school", "99000009")]
    [InlineData("assignments", 2, "contact", "K9")]
    [InlineData("assignments", 2, "contact", "K3")]
    [InlineData("agreements", 2, "district", "NOPE")]
    [InlineData("agreements", 2, "other_districts", "SOD NOPE")]
    [InlineData("agreements", 2, "steering_group", "G9")]
    [InlineData("agreements", 3, "part_of", "A9")]
    [InlineData("agreements", 3, "part_of", "A2")]
    [InlineData("steering_groups", 3, "district", "SOD")]
    [InlineData("forums", 3, "district", "NOPE")]
    [InlineData("forums", 3, "audience", "group:G9")]
    [InlineData("attendance", 2, "forum", "F9")]
    [InlineData("attendance", 2, "school", "99000009")]
    [InlineData("followups", 2, "district", "NOPE")]
    [InlineData("followups", 2, "questionnaire", "Q9")]
    public void What_a_row_points_to_must_exist_and_fit(string table, int line, string column, string value) =>
        Reading.RefusedCell(table, line, column, value);

    [Fact]
    public void A_round_gives_a_version_that_exists() =>
        Assert.Equal("Q1 7", Assert.Single(Reading.WithCell("followups", 2, "version", "7").Errors).Value);

    [Fact]
    public void Agreements_cannot_be_parts_of_each_other() =>
        Assert.Equal([2, 3], Reading.WithCell("agreements", 2, "part_of", "A2").Errors.Select(e => e.Line));

    [Theory]
    [InlineData("schools", "99000001;Annan;municipal;;;x@y.example;;;;;BRO;;;", "code")]
    [InlineData("districts", "BRO;B;a@b.example;;;M;m@b.example;1;;;", "code")]
    [InlineData("contacts", "K1;BRO;A;person;;a@b.example;1;;", "id")]
    [InlineData("contacts", "k1;BRO;A;person;;a@b.example;1;;", "id")]
    [InlineData("assignments", "BRO;99000001;K1;ordinarie;;2026-01-01", "district")]
    [InlineData("steering_groups", "G1;BRO;Styrgruppen;ANNA@bromma.example;;", "id")]
    [InlineData("attendance", "F2;99000001;no;", "forum")]
    [InlineData("questionnaires", "Q1;1;Tillit;Vi får svar;7;;", "id")]
    public void A_key_stands_once_and_the_error_names_both_lines(string table, string row, string column)
    {
        var line = SmallRegister.Lines[table].Length + 1;
        var error = Reading.Refused(table, line, row);
        Assert.Equal((table + ".csv", line, column), (error.File, error.Line, error.Column));
        Assert.Matches(@"^Line \d+ has the same", error.Message);
    }

    [Theory]
    [InlineData("BRO;99000001;K1;deputy;;")]
    [InlineData("BRO;99000001;K1;primary;2026-01-01;")]
    [InlineData("BRO;99000001;K2;primary;;")]
    public void Several_rows_for_a_school_and_role_are_several_holders(string row) =>
        Assert.Empty(Reading.WithLine("assignments", 7, row).Errors);

    [Fact]
    public void A_fault_in_a_row_does_not_make_references_to_it_fail()
    {
        var error = Reading.Refused("schools", 2, "99000001;Ängbyskolan;municipal;compulsory;;not an address;;;;;BRO;PPSS;;");
        Assert.Equal("principal_email", error.Column);
    }

    [Fact]
    public void A_fault_in_a_key_does_not_make_references_to_it_fail()
    {
        var error = Reading.Refused("districts", 3, "SOD;Södermalm;=x;;;M;m@s.example;1;;;");
        Assert.Equal("coordinator_email", error.Column);
        var assignments = SmallRegister.Lines["assignments"].Select(l => l.Replace("99000001", "9900001", StringComparison.Ordinal)).ToArray();
        var tables = SmallRegister.WithLine("schools", 2, "9900001;Ängbyskolan;municipal;compulsory;;r@a.example;;;;;BRO;PPSS;;");
        var errors = Reading.Of([.. tables.Where(t => t.Name is not ("assignments" or "attendance")), SmallRegister.Table("assignments", assignments)]).Errors;
        Assert.Equal([("schools.csv", 2)], errors.Select(e => (e.File, e.Line)));
    }

    [Fact]
    public void A_file_that_was_not_read_to_its_end_has_no_references_looked_for_in_it()
    {
        var tables = SmallRegister.Tables("schools").Append(SmallRegister.Table("schools", SmallRegister.Lines["schools"][0]) with { Incomplete = true });
        Assert.Empty(Reading.Of([.. tables]).Errors);
        tables = SmallRegister.Tables("schools").Append(new RawTable("schools", "schools.csv", [], []) { Incomplete = true });
        Assert.Empty(Reading.Of([.. tables]).Errors);
    }

    [Fact]
    public void A_missing_file_that_everything_points_to_is_told_once_for_each_column()
    {
        var errors = Reading.Of(SmallRegister.Tables("districts")).Errors;
        Assert.Equal(8, errors.Count);
        Assert.All(errors, e => Assert.Contains("import districts together", e.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_absent_leaves_its_part_as_it_was()
    {
        var reading = RegisterReader.Read([SmallRegister.Table("attendance", "forum;school;attended", "F1;99000002;yes")], Reading.Whole);
        Assert.Empty(reading.Errors);
        Assert.Equal(Reading.Text(Reading.Whole with { Attendance = [new("F1", SchoolUnitCode.Parse("99000002"), true, null)] }), Reading.Text(reading.Content));
    }

    [Fact]
    public void A_file_that_takes_away_what_the_register_points_to_is_refused_with_the_remedy()
    {
        var schools = SmallRegister.Table("schools", [.. SmallRegister.Lines["schools"].Where(l => !l.StartsWith("99000002", StringComparison.Ordinal))]);
        var errors = RegisterReader.Read([schools], Reading.Whole).Errors;
        Assert.All(errors, e => Assert.Equal(("schools.csv", 0, "code", "99000002"), (e.File, e.Line, e.Column, e.Value)));
        Assert.Equal(["assignments", "attendance"], errors.Select(e => e.Message.Contains("import assignments", StringComparison.Ordinal) ? "assignments" : "attendance"));
        Assert.Contains("2 rows", errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contact_that_moves_district_under_its_assignments_is_refused()
    {
        var contacts = SmallRegister.Table("contacts", SmallRegister.Replace("contacts", 4, "K3;BRO;Bo Berg;role;;bo@sodermalm.example;08-13;;"));
        var error = Assert.Single(RegisterReader.Read([contacts], Reading.Whole).Errors);
        Assert.Equal(("contacts.csv", 0, "K3"), (error.File, error.Line, error.Value));
    }

    [Fact]
    public void A_reference_is_looked_for_in_the_register_where_no_file_was_given()
    {
        var assignments = SmallRegister.Table("assignments", SmallRegister.Replace("assignments", 2, "BRO;99000009;K1;primary;;"));
        var error = Assert.Single(RegisterReader.Read([assignments], Reading.Whole).Errors);
        Assert.Equal((2, "school", "99000009"), (error.Line, error.Column, error.Value));
    }

    [Theory]
    [InlineData("schools", 3, "99000002;S;independent;;;;;;;;BRO|SOD;PPSS;;", "email")]
    [InlineData("schools", 3, "99000002;S;independent;;;;a@b.example;;;;SOD;PPSS;;", "district")]
    [InlineData("contacts", 3, "K2;BRO;Eva Ek;person;;eva@bromma.example;;;K1", "phone")]
    [InlineData("steering_groups", 3, "G1;BRO;Annat namn;per@bromma.example;;", "name")]
    [InlineData("agreements", 3, "A2;SOD;Bilaga;;;;;;G1;;;;A1", "steering_group")]
    [InlineData("forums", 3, "F2;BRO;local;T;2026-10-01 13:00;2026-10-01 15:00;;programme:Nope;;;;;;;", "audience")]
    [InlineData("attendance", 3, "F2;99000002;no", "")]
    public void Worth_a_look_but_no_error(string table, int line, string row, string column)
    {
        var reading = Reading.WithLine(table, line, row);
        Assert.Empty(reading.Errors);
        Assert.Equal(column, Assert.Single(reading.Warnings).Column);
    }

    [Fact]
    public void A_row_with_more_cells_than_the_header_is_refused()
    {
        var error = Reading.Refused("attendance", 2, "F2;99000001;yes;2;more");
        Assert.Equal((2, "more"), (error.Line, error.Value));
        Assert.Empty(Reading.WithLine("attendance", 2, "F2;99000001;yes;2; ;").Errors);
    }

    [Fact]
    public void Errors_of_all_files_are_told_at_once_in_order_of_files_and_lines()
    {
        var spoilt = SmallRegister.Lines.Select(t => SmallRegister.Table(t.Key, [t.Value[0], .. t.Value.Skip(1).Select(l => "=" + l)])).Reverse();
        var errors = Reading.Of([.. spoilt]).Errors;
        var expected = KnownTables.Names.SelectMany(n => Enumerable.Range(2, SmallRegister.Lines[n].Length - 1).Select(line => (n + ".csv", line)));
        Assert.Equal(expected, errors.Select(e => (e.File, e.Line)).Distinct());
    }
}
