using Notify.Core.Register;
using Xunit;

namespace Notify.Core.Tests.Register.Reading;

public sealed class CellTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("  =cmd")]
    [InlineData("a\u0007b")]
    [InlineData("a\tb")]
    [InlineData("a\u0000b")]
    [InlineData("a\u202eb")]
    [InlineData("a\ufffdb")]
    [InlineData("a\ud800b")]
    [InlineData("two\nlines")]
    [InlineData("")]
    [InlineData("   ")]
    public void A_name_cannot_be(string name) => Reading.RefusedCell("contacts", 3, "name", name);

    [Theory]
    [InlineData("+46 8 508 00 000")]
    [InlineData("-")]
    [InlineData("08-508 00 000 (växel)")]
    [InlineData("\u00a0 08 \u00a0")]
    public void A_phone_can_be(string phone) =>
        Assert.Equal(phone.Trim(), Content("contacts", 3, "phone", phone).Contacts![1].Phone);

    [Fact]
    public void A_cell_of_four_thousand_characters_is_read_and_a_longer_one_refused_with_a_short_quotation()
    {
        Content("contacts", 3, "title", new string('x', 4000));
        Assert.Equal(100, Reading.RefusedCell("contacts", 3, "title", new string('x', 4001)).Value.Length);
    }

    [Fact]
    public void A_quotation_does_not_cut_a_letter_in_two() =>
        Assert.Equal(99, Reading.RefusedCell("contacts", 3, "email", new string('x', 99) + "😀😀").Value.Length);

    [Theory]
    [InlineData("\u001b[2J", "␛[2J")]
    [InlineData("\tx", "␉x")]
    [InlineData("a\u202eb", "a\ufffdb")]
    public void A_quotation_is_harmless_on_a_terminal(string name, string quoted) =>
        Assert.Equal(quoted, Reading.RefusedCell("contacts", 3, "name", name).Value);

    [Fact]
    public void Cells_of_columns_that_are_passed_over_are_guarded_too() =>
        Assert.Equal("note", Assert.Single(Reading.Of(Testing.Register.SmallRegister.With("attendance", "forum;school;attended;note", "F2;99000001;yes;=1")).Errors).Column);

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-2-3")]
    [InlineData("03/01/2026")]
    [InlineData("20260301")]
    [InlineData("2026-03-01 09:00")]
    [InlineData("1970-01-01")]
    [InlineData("2101-01-01")]
    public void A_date_cannot_be(string date) => Reading.RefusedCell("agreements", 2, "next_revision", date);

    [Fact]
    public void A_date_is_read() =>
        Assert.Equal(new DateOnly(2028, 2, 29), Content("agreements", 2, "next_revision", "2028-02-29").Agreements![0].NextRevision);

    [Theory]
    [InlineData("2026-10-01")]
    [InlineData("2026-10-01 9:00")]
    [InlineData("2026-10-01T09:00")]
    [InlineData("2026-10-01 24:00")]
    [InlineData("2026-03-29 02:30")]
    [InlineData("1970-10-01 09:00")]
    public void A_time_cannot_be(string time) => Reading.RefusedCell("forums", 3, "starts", time);

    [Theory]
    [InlineData("2026-03-01 09:00", "2026-03-01T08:00:00Z")]
    [InlineData("2026-07-01 09:00", "2026-07-01T07:00:00Z")]
    [InlineData("2026-03-29 03:00", "2026-03-29T01:00:00Z")]
    [InlineData("2025-10-26 02:30", "2025-10-26T00:30:00Z")]
    public void A_time_is_Stockholms_and_of_two_the_first(string time, string utc) =>
        Assert.Equal(DateTimeOffset.Parse(utc, null), Content("forums", 3, "starts", time).Forums![1].Starts);

    [Theory]
    [InlineData("yes", true)]
    [InlineData("JA", true)]
    [InlineData("True", true)]
    [InlineData("no", false)]
    [InlineData("nej", false)]
    [InlineData("FALSE", false)]
    public void A_boolean_is_read(string text, bool value) =>
        Assert.Equal(value, Content("attendance", 2, "attended", text).Attendance![0].Attended);

    [Theory]
    [InlineData("attendance", "attended", "1")]
    [InlineData("attendance", "persons", "-1")]
    [InlineData("attendance", "persons", "1.5")]
    [InlineData("schools", "pupils", "1 200")]
    [InlineData("schools", "pupils", "+3")]
    [InlineData("forums", "capacity", "-5")]
    [InlineData("agreements", "interval_months", "0")]
    [InlineData("agreements", "interval_months", "601")]
    [InlineData("agreements", "remind_days", "90 x")]
    [InlineData("agreements", "remind_days", "-1")]
    [InlineData("agreements", "remind_days", "|")]
    [InlineData("agreements", "informed", "chef@bromma.example chefen")]
    [InlineData("agreements", "other_districts", "sod")]
    [InlineData("agreements", "url", "www.bromma.example")]
    [InlineData("agreements", "url", "ftp://bromma.example/x")]
    [InlineData("agreements", "url", "javascript:alert(1)")]
    [InlineData("agreements", "url", "https://a.example/x y")]
    [InlineData("agreements", "url", "https://name:secret@a.example/")]
    [InlineData("agreements", "status", "klart")]
    [InlineData("districts", "language", "fi")]
    [InlineData("districts", "forums_per_term", "steering")]
    [InlineData("districts", "forums_per_term", "steering=x")]
    [InlineData("districts", "forums_per_term", "steering=1 styrgrupp=2")]
    [InlineData("districts", "forums_per_term", "party=1")]
    [InlineData("districts", "coordinator_email", "Eva <eva@bromma.example>")]
    [InlineData("districts", "reply_to", "eva@bromma")]
    [InlineData("schools", "provider", "private")]
    [InlineData("schools", "code", "9900001")]
    [InlineData("questionnaires", "scale_max", "1")]
    [InlineData("questionnaires", "scale_max", "11")]
    [InlineData("followups", "respondents", "pupils")]
    [InlineData("followups", "closes", "2026-03-31")]
    [InlineData("forums", "ends", "2026-09-01 09:00")]
    [InlineData("forums", "audience", "parents")]
    [InlineData("forums", "audience", "group:")]
    [InlineData("forums", "audience", "team:x")]
    [InlineData("forums", "types", "compulsory högskola")]
    public void A_cell_cannot_be(string table, string column, string text)
    {
        if ((table, column, text) is ("schools", "code", _))
        {
            // Assignments that give the same wrong code do not fail as well.
            Assert.Contains(Reading.WithCell(table, 2, column, text).Errors, e => (e.File, e.Line, e.Column, e.Value) == ("schools.csv", 2, column, text));
            return;
        }

        Assert.Equal(text, Reading.RefusedCell(table, 2, column, text).Value);
    }

    [Fact]
    public void Until_cannot_lie_before_from() => Reading.RefusedCell("assignments", 3, "until", "2025-12-31");

    [Fact]
    public void Until_may_be_the_day_of_from() => Content("assignments", 3, "until", "2026-01-01");

    [Theory]
    [InlineData("roll", ContactKind.Role)]
    [InlineData("Funktion", ContactKind.Function)]
    [InlineData("PERSON", ContactKind.Person)]
    public void A_contact_model_is_read_in_both_languages(string text, ContactKind kind) =>
        Assert.Equal(kind, Content("districts", 2, "contact_model", text).Districts![0].ContactModel);

    [Theory]
    [InlineData("ordinarie", AssignmentRole.Primary)]
    [InlineData("Ersättare", AssignmentRole.Deputy)]
    [InlineData("skolsocialt team", AssignmentRole.Team)]
    [InlineData("TEAM", AssignmentRole.Team)]
    public void A_role_is_read_in_both_languages(string text, AssignmentRole role) =>
        Assert.Equal(role, Content("assignments", 6, "role", text).Assignments!.Single(a => a.School.ToString() == "F-17").Role);

    [Theory]
    [InlineData("kommunal", Provider.Municipal)]
    [InlineData("fristående", Provider.Independent)]
    [InlineData("ENSKILD", Provider.Independent)]
    [InlineData("statlig", Provider.State)]
    [InlineData("region", Provider.Region)]
    public void A_provider_is_read_in_both_languages(string text, Provider provider) =>
        Assert.Equal(provider, Content("schools", 2, "provider", text).Schools![0].Provider);

    [Theory]
    [InlineData("BRO SOD")]
    [InlineData("BRO|SOD")]
    [InlineData("BRO | SOD| BRO")]
    [InlineData("BRO, SOD")]
    public void A_list_is_separated_by_blanks_or_bars(string text) =>
        Assert.Equal(["BRO", "SOD"], Content("schools", 2, "districts", text).Schools![0].Districts.Select(d => d.ToString()));

    [Fact]
    public void A_programme_with_a_blank_in_it_is_set_off_by_bars() =>
        Assert.Equal(["Skola i samverkan", "PPSS"], Content("schools", 2, "programmes", "Skola i samverkan | PPSS").Schools![0].Programmes);

    [Fact]
    public void Days_are_put_in_order() =>
        Assert.Equal([90, 30, 7], Content("agreements", 2, "remind_days", "7 90 30 7").Agreements![0].RemindDays!);

    [Fact]
    public void Forums_per_term_are_read_in_Swedish_too()
    {
        var forums = Content("districts", 2, "forums_per_term", "styrgrupp=1|övergång=3").Districts![0].ForumsPerTerm;
        Assert.Equal(new Dictionary<ForumKind, int> { [ForumKind.Steering] = 1, [ForumKind.Transition] = 3 }, forums);
    }

    [Fact]
    public void An_agenda_may_have_several_lines() =>
        Assert.Equal("Kaffe\nSamtal", Content("forums", 3, "agenda", "Kaffe\r\nSamtal").Forums![1].Agenda);

    private static RegisterContent Content(string table, int line, string column, string text)
    {
        var reading = Reading.WithCell(table, line, column, text);
        Assert.Empty(reading.Errors);
        return reading.Content;
    }
}
