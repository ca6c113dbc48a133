using FsCheck;
using FsCheck.Fluent;
using Notify.Core.Importing;
using Notify.Core.Register;
using Notify.Core.Tests.Register.Snapshots;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Importing;

public sealed class UndoTests
{
    [Fact]
    public async Task An_import_over_several_districts_is_taken_back_in_one_with_the_citys_own_rows()
    {
        await using var stage = await DeskStage.StartAsync();
        var next = DeskStage.City.Replace("anna", "berit").ChangeContact("disa", c => c with { Phone = "08-508 00 999" }).Material("samtycke");
        await stage.ApplyAsync(await stage.DraftAsync(next), allow: true);
        var undo = await stage.UndoLatestAsync();
        Assert.Equal(2, (await stage.PreviewAsync(undo)).Districts.Count);
        Assert.Equal(ApplyOutcome.Applied, await stage.ApplyAsync(undo));
        RegisterOnFake.AssertSame(DeskStage.City.Build(), await stage.RegisterAsync());
        var past = (await stage.World.Get<ImportHistory>().ReadAsync(DeskStage.Ct))[0];
        Assert.Equal(["BROMMA", "FARSTA"], past.Districts.Select(d => d.ToString()));
    }

    [Fact]
    public async Task Districts_that_an_import_brought_or_took_go_and_come_back()
    {
        await using var stage = await DeskStage.StartAsync();
        var next = DeskStage.City.WithoutDistrict("FARSTA").District("KISTA").School("97000001").Contact("eva").Assign("eva");
        await stage.ApplyAsync(await stage.DraftAsync(next), allow: true);
        var undo = await stage.UndoLatestAsync();
        Assert.Equal(
            [("FARSTA", DistrictFate.New), ("KISTA", DistrictFate.Closed)],
            (await stage.PreviewAsync(undo)).Districts.Select(d => (d.Code.ToString(), d.Fate)).Order());
        await stage.ApplyAsync(undo, allow: true);
        RegisterOnFake.AssertSame(DeskStage.City.Build(), await stage.RegisterAsync());
    }

    [Fact]
    public async Task An_import_is_not_taken_back_when_another_came_later()
    {
        await using var stage = await DeskStage.StartAsync();
        await stage.ApplyAsync(await stage.DraftAsync(DeskStage.City.Replace("anna", "berit")));
        var undo = await stage.UndoLatestAsync();
        var later = DeskStage.City.Replace("anna", "berit").ChangeContact("disa", c => c with { Phone = "08-508 00 999" });
        await stage.World.ImportAsync(later);
        Assert.Equal(ApplyOutcome.Overtaken, await stage.ApplyAsync(undo));
        Assert.Equal(1, (await stage.PreviewAsync(undo)).Problems.All);
        Assert.Equal(ApplyOutcome.Overtaken, await stage.ApplyAsync(undo));
        RegisterOnFake.AssertSame(later.Build(), await stage.RegisterAsync());
    }

    [Fact]
    public async Task A_district_is_restored_by_itself_and_the_citys_own_rows_stay()
    {
        await using var stage = await DeskStage.StartAsync();
        var next = DeskStage.City.Replace("anna", "berit").ChangeContact("disa", c => c with { Phone = "08-508 00 999" }).Material("samtycke");
        await stage.World.ImportAsync(next);
        var draft = await stage.Desk.RestoreAsync(DistrictCode.Parse("BROMMA"), 1, "BROMMA 1", "Asta", DeskStage.Ct);
        Assert.Equal(ApplyOutcome.Applied, await stage.ApplyAsync(draft!));
        RegisterOnFake.AssertSame(next.Replace("berit", "anna").Build(), await stage.RegisterAsync());
        Assert.Null(await stage.Desk.RestoreAsync(DistrictCode.Parse("BROMMA"), 99, "BROMMA 99", "Asta", DeskStage.Ct));
    }

    /// <summary>The law of undoing: whatever an import did, the register is then what it was before.</summary>
    [Fact]
    public void What_is_undone_is_as_it_was_before()
    {
        var stories = from first in RegisterGen.Register from second in RegisterGen.After(first) select (first, second);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20), Prop.ForAll(stories.ToArbitrary(), story => HoldsAsync(story.first, story.second).GetAwaiter().GetResult()));
    }

    private static async Task<bool> HoldsAsync(RegisterContent first, RegisterContent second)
    {
        await using var stage = await DeskStage.StartAsync();
        await stage.World.ImportAsync(first);
        var (before, imports) = (await stage.RegisterAsync(), (await stage.World.Get<ImportHistory>().ReadAsync(default)).Count);
        await stage.World.ImportAsync(second);
        if ((await stage.World.Get<ImportHistory>().ReadAsync(default)).Count == imports)
        {
            return RegisterOnFake.IsSame(before, await stage.RegisterAsync());
        }

        await stage.ApplyAsync(await stage.UndoLatestAsync(), allow: true);
        return RegisterOnFake.IsSame(before, await stage.RegisterAsync());
    }
}
