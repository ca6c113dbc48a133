using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Register.Reading;

public sealed class HeaderTests
{
    /// <summary>CONTRACT.md "Register files", the columns with their Swedish aliases.</summary>
    public static TheoryData<string, string> Columns { get; } = new()
    {
        { "districts", "code=kod name=namn coordinator_email=samordnare_epost reply_to=svara_till director_email=direktör_epost fallback_name=mottagning_namn fallback_email=mottagning_epost fallback_phone=mottagning_telefon language=språk contact_model=kontaktmodell forums_per_term=forum_per_termin" },
        { "schools", "code=skolenhetskod name=namn provider=huvudman school_type=skolform principal_name=rektor_namn principal_email=rektor_epost email=epost phone=telefon owner_name=huvudman_namn owner_email=huvudman_epost districts=stadsdelar programmes=program status pupils=elever" },
        { "contacts", "id district=stadsdel name=namn kind=typ title=titel email=epost phone=telefon entra_id member_of=ingår_i" },
        { "assignments", "district=stadsdel school=skolenhetskod contact=kontakt role=roll from=från until=till" },
        { "agreements", "id district=stadsdel title=titel url=länk signed=tecknad interval_months=intervall_månader next_revision=nästa_revidering status steering_group=styrgrupp remind_days=påminn_dagar informed=informeras other_districts=fler_stadsdelar part_of=bilaga_till" },
        { "steering_groups", "id district=stadsdel name=namn member_email=epost member_name=ledamot member_role=roll" },
        { "forums", "id district=stadsdel kind=typ title=titel starts=börjar ends=slutar place=plats audience=målgrupp types=skolformer capacity=platser organiser_name=arrangör organiser_email=arrangör_epost rsvp_by=svara_senast status agenda" },
        { "attendance", "forum school=skolenhetskod attended=deltog persons=antal" },
        { "materials", "id title=titel version published=publicerad url=länk summary=sammanfattning audience=målgrupp" },
        { "questionnaires", "id version axis=axel statement=påstående scale_max=skala axis_en=axel_en statement_en=påstående_en" },
        { "followups", "id district=stadsdel questionnaire version title=titel opens=öppnar closes=stänger respondents=svarande goal=mål" },
    };

    [Theory]
    [MemberData(nameof(Columns))]
    public void Columns_are_those_of_the_contract_in_English_and_Swedish(string table, string columns)
    {
        var pairs = columns.Split(' ').Select(c => c.Split('=')).ToList();
        var english = string.Join(';', pairs.Select(p => p[0]));
        var swedish = string.Join(';', pairs.Select(p => $" {p[^1].ToUpperInvariant()} "));

        Assert.Equal(SmallRegister.Lines[table][0], english);
        var reading = Reading.Of(SmallRegister.WithLine(table, 1, swedish));
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
        Assert.Equal(Reading.Text(Reading.Whole), Reading.Text(reading.Content));
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void Required_columns_that_are_missing_are_each_an_error(string table, string columns)
    {
        var names = columns.Split(' ').Select(c => c.Split('=')[0]).ToList();
        foreach (var i in Enumerable.Range(0, names.Count))
        {
            var lines = SmallRegister.Lines[table].Select(l => string.Join(';', l.Split(';').Where((_, at) => at != i))).ToArray();
            var errors = Reading.Of(SmallRegister.With(table, lines)).Errors.Where(e => e.Line == 1).ToList();
            Assert.Equal(Required[table].Split(' ').Contains(names[i]) ? [names[i]] : [], errors.Select(e => e.Column));
        }
    }

    private static readonly Dictionary<string, string> Required = new()
    {
        ["districts"] = "code name coordinator_email fallback_name fallback_email fallback_phone",
        ["schools"] = "code name provider districts",
        ["contacts"] = "id district name kind email",
        ["assignments"] = "district school contact role",
        ["agreements"] = "id district title steering_group",
        ["steering_groups"] = "id district name member_email",
        ["forums"] = "id district kind title starts ends",
        ["attendance"] = "forum school attended",
        ["materials"] = "id title version published url",
        ["questionnaires"] = "id version axis statement scale_max",
        ["followups"] = "id district questionnaire version title opens closes respondents",
    };

    [Fact]
    public void Columns_may_stand_in_any_order()
    {
        var turned = SmallRegister.Lines.Select(t => SmallRegister.Table(t.Key, [.. t.Value.Select(l => string.Join(';', l.Split(';').Reverse()))]));
        Assert.Equal(Reading.Text(Reading.Whole), Reading.Text(Reading.Sound([.. turned])));
    }

    [Fact]
    public void An_unknown_column_is_a_warning()
    {
        var reading = Reading.Of(SmallRegister.With("attendance", "forum;school;attended;comment", "F2;99000001;yes;hej"));
        Assert.Empty(reading.Errors);
        var warning = Assert.Single(reading.Warnings);
        Assert.Equal(("attendance.csv", 1, "comment"), (warning.File, warning.Line, warning.Column));
    }

    [Theory]
    [InlineData("forum;scool;attended;persons", "scool", "school")]
    [InlineData("forum;skolenhetskot;attended;persons", "skolenhetskot", "skolenhetskod")]
    [InlineData("forum;school;attended;person", "person", "persons")]
    [InlineData("forum;school;Atended;persons", "Atended", "attended")]
    public void A_misspelt_column_is_an_error_with_a_suggestion(string header, string misspelt, string meant)
    {
        var reading = Reading.Of(SmallRegister.WithLine("attendance", 1, header));
        var error = Assert.Single(reading.Errors);
        Assert.Equal(("attendance.csv", 1, misspelt), (error.File, error.Line, error.Column));
        Assert.Contains($"Did you mean '{meant}'?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_near_one_that_is_there_is_only_a_warning() =>
        Assert.Empty(Reading.Of(SmallRegister.With("attendance", "forum;school;schools;attended", "F2;99000001;x;yes")).Errors);

    [Fact]
    public void The_same_column_twice_is_an_error()
    {
        var error = Assert.Single(Reading.Of(SmallRegister.With("attendance", "forum;school;attended;School ", "F2;99000001;yes;99000002")).Errors);
        Assert.Equal((1, "School"), (error.Line, error.Column));
    }

    [Fact]
    public void The_English_and_the_Swedish_name_of_one_column_are_an_error()
    {
        var error = Assert.Single(Reading.Of(SmallRegister.With("attendance", "forum;school;attended;skolenhetskod", "F2;99000001;yes;99000002")).Errors);
        Assert.Contains("Swedish", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_a_header_line_is_one_error()
    {
        var error = Assert.Single(Reading.Of(SmallRegister.With("attendance", "F2;99000001;yes;1", "F2;99000002;yes;1")).Errors);
        Assert.Equal(("attendance.csv", 1), (error.File, error.Line));
        Assert.Contains("header", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_alone_is_a_table_without_rows() =>
        Assert.Empty(Reading.Sound(SmallRegister.With("attendance", "forum;school;attended")).Attendance!);

    [Fact]
    public void A_nameless_column_is_passed_over_and_told_when_it_holds_something()
    {
        Assert.Empty(Reading.Of(SmallRegister.With("attendance", "forum;school;attended;", "F2;99000001;yes;")).Warnings);
        var warning = Assert.Single(Reading.Of(SmallRegister.With("attendance", "forum;school;attended;", "F2;99000001;yes;x")).Warnings);
        Assert.Equal(2, warning.Line);
    }

    [Fact]
    public void A_header_in_another_form_of_the_same_letters_is_known()
    {
        var header = "forum;skolenhetskod;deltog".Normalize(System.Text.NormalizationForm.FormD);
        Assert.Single(Reading.Sound(SmallRegister.With("attendance", header, "F2;99000001;ja")).Attendance!);
        var turned = SmallRegister.Lines["contacts"][0].Replace("member_of", "ingår_i".Normalize(System.Text.NormalizationForm.FormD), StringComparison.Ordinal);
        Assert.Equal("K1", Reading.Sound(SmallRegister.WithLine("contacts", 1, turned)).Contacts![1].MemberOf);
    }
}
