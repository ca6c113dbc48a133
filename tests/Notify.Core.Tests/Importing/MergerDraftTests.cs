using Notify.Core.Importing;
using Notify.Core.Register;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Importing;

/// <summary>A merger of districts at the desk: FARSTA, with the schools 99000001 to 99000005, goes up in BROMMA.</summary>
public sealed class MergerDraftTests
{
    private static readonly DistrictCode Bromma = DistrictCode.Parse("BROMMA");
    private static readonly DistrictCode Farsta = DistrictCode.Parse("FARSTA");

    private static readonly RegisterBuilder Merged = DeskStage.City.ChangeDistrict("FARSTA", d => d with { Successor = Bromma });

    [Fact]
    public async Task The_look_shows_the_district_closed_and_one_mail_for_each_school_with_another_contact()
    {
        await using var stage = await DeskStage.StartAsync();

        var preview = await stage.PreviewAsync(await stage.DraftAsync(Merged.Replace("cecilia", "disa", "99000001")));

        Assert.False(preview.IsHeld);
        Assert.Equal([(Bromma, DistrictFate.Changed), (Farsta, DistrictFate.Closed)], preview.Districts.Select(d => (d.Code, d.Fate)).OrderBy(d => d.Code.ToString()));
        Assert.Equal(1, preview.Mails.Caused["contact-changed"]);
        Assert.Empty(preview.Mails.Spared);
    }

    [Fact]
    public async Task It_is_not_taken_back_and_the_page_says_why()
    {
        await using var stage = await DeskStage.StartAsync();
        await stage.ApplyAsync(await stage.DraftAsync(Merged));

        var undo = await stage.UndoLatestAsync();

        Assert.Contains("FARSTA", Assert.Single((await stage.PreviewAsync(undo)).Problems.Items).Text.English, StringComparison.Ordinal);
        Assert.NotEqual(ApplyOutcome.Applied, await stage.ApplyAsync(undo, allow: true));
        Assert.All((await stage.RegisterAsync()).Schools!, s => Assert.Equal([Bromma], s.Districts));
    }

    [Theory]
    [InlineData("FARSTA")]
    [InlineData("BROMMA")]
    public async Task Neither_district_goes_back_to_before_it(string district)
    {
        await using var stage = await DeskStage.StartAsync();
        stage.World.At("2026-03-03T10:00");
        await stage.ApplyAsync(await stage.DraftAsync(Merged));

        var draft = (await stage.Desk.RestoreAsync(DistrictCode.Parse(district), 1, "1", "Asta", DeskStage.Ct))!;

        Assert.Equal(1, (await stage.PreviewAsync(draft)).Problems.All);
        Assert.NotEqual(ApplyOutcome.Applied, await stage.ApplyAsync(draft, allow: true));
        await Assert.ThrowsAsync<MergedDistrictException>(
            () => stage.World.Get<RegisterImport>().RestoreAsync(DistrictCode.Parse(district), 1, new("restore", AllowMassChange: true), null, DeskStage.Ct));
    }

    [Fact]
    public async Task What_came_after_it_is_taken_back_and_the_districts_stay_merged()
    {
        await using var stage = await DeskStage.StartAsync();
        await stage.ApplyAsync(await stage.DraftAsync(Merged));
        await stage.ApplyAsync(await stage.DraftAsync(Merged.Replace("cecilia", "disa", "99000001")));

        Assert.Equal(ApplyOutcome.Applied, await stage.ApplyAsync(await stage.UndoLatestAsync()));

        var register = await stage.RegisterAsync();
        Assert.All(register.Assignments!.Where(a => a.School.ToString().StartsWith("99", StringComparison.Ordinal)), a => Assert.Equal("cecilia", a.Contact));
        Assert.Equal(Bromma, register.Districts!.Single(d => d.Code == Farsta).Successor);
    }
}
