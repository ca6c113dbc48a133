using Notify.Core.Register;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Register.Reading;

public sealed class DefaultTests
{
    [Fact]
    public void Empty_cells_mean_what_the_contract_says()
    {
        var district = Reading.Whole.Districts![1];
        Assert.Equal((Language.Swedish, null, 0), (district.Language, district.ContactModel, district.ForumsPerTerm.Count));
        Assert.Equal(SchoolStatus.Active, Reading.Whole.Schools![1].Status);
        Assert.Equal(AgreementStatus.InForce, Reading.Whole.Agreements![1].Status);
        Assert.Null(Reading.Whole.Agreements[1].RemindDays);
        Assert.Equal(ForumStatus.Planned, Reading.Whole.Forums![0].Status);
        Assert.Null(Reading.Whole.Forums[0].OrganiserEmail);
        Assert.Null(Reading.Whole.Assignments![0].From);
    }

    [Theory]
    [InlineData("steering", "group:G1", "Preschool Compulsory UpperSecondary Other")]
    [InlineData("chiefs", "all", "Preschool Compulsory UpperSecondary Other")]
    [InlineData("transition", "all", "Preschool Compulsory")]
    [InlineData("lokalt", "all", "Compulsory UpperSecondary")]
    [InlineData("lecture", "all", "Compulsory UpperSecondary")]
    public void A_forum_is_for_those_its_kind_is_usually_for(string kind, string audience, string types)
    {
        var forum = Reading.WithLine("forums", 2, $"F1;BRO;{kind};T;2026-09-01 09:00;2026-09-01 11:00;;;;;;;;;").Content.Forums![0];
        Assert.Equal((audience, types), (forum.Audience, string.Join(' ', forum.Types)));
    }

    [Theory]
    [InlineData("alla", "all")]
    [InlineData("Fristående", "independent")]
    [InlineData("kommunala", "municipal")]
    [InlineData("Programme: SkolFam", "programme:SkolFam")]
    [InlineData("group:G1", "group:G1")]
    public void An_audience_is_written_one_way(string text, string audience) =>
        Assert.Equal(audience, Reading.WithCell("forums", 2, "audience", text).Content.Forums![0].Audience);

    [Theory]
    [InlineData("SOD", "no steering group")]
    [InlineData("BRO", "2 steering groups")]
    public void A_steering_forum_says_for_whom_where_the_district_leaves_it_open(string district, string found)
    {
        var tables = SmallRegister.WithLine("steering_groups", 4, "G2;BRO;Andra gruppen;x@bromma.example;;");
        tables = [.. tables.Where(t => t.Name != "forums"), SmallRegister.Table("forums", SmallRegister.Replace("forums", 2, $"F1;{district};steering;T;2026-09-01 09:00;2026-09-01 11:00;;;;;;;;;"))];
        var error = Assert.Single(Reading.Of(tables).Errors);
        Assert.Equal(("forums.csv", 2, "audience"), (error.File, error.Line, error.Column));
        Assert.Contains(found, error.Message, StringComparison.Ordinal);
    }
}
