using System.Globalization;
using Notify.Core.Importing;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Tests.Register.Snapshots;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Importing;

/// <summary>The store in memory holds the limits of Azure Tables: what does not fit throws.</summary>
public sealed class LimitTests
{
    private const int Districts = 290;
    private const int Schools = 20_000;

    [Fact]
    public async Task A_register_of_the_size_of_Sweden_goes_through()
    {
        await using var world = new ContactsWorld("2026-03-02T10:00");
        var whole = Sweden();
        var desk = world.Get<ImportDesk>();
        var receipt = await desk.ReceiveAsync(new RawRegister(Core.Register.Reading.RegisterWriter.Write(whole), [], []), "register.xlsx", "Asta", DeskStage.Ct);
        var draft = (await desk.FindAsync(receipt.Draft!, DeskStage.Ct))!;
        var preview = (await desk.PreviewAsync(draft, DeskStage.Ct))!;
        Assert.Equal((Districts, Schools), (preview.Districts.Count, preview.Tables.Single(t => t.Table == "schools").Changes.Added));
        Assert.InRange(preview.Mails.Districts, 1, Districts - 1);
        Assert.Equal(25, (await desk.DifferencesAsync(draft, "schools", 200, DeskStage.Ct)).Count);
        Assert.Empty(await desk.DifferencesAsync(draft, "schools", 201, DeskStage.Ct));
        Assert.Equal(ApplyOutcome.Applied, await desk.ApplyAsync(draft.Id, false, "Asta", DeskStage.Ct));
        RegisterOnFake.AssertSame(whole, await world.Get<RegisterStore>().ContentAsync(DeskStage.Ct));
    }

    [Fact]
    public async Task Cells_as_long_and_as_odd_as_they_may_be_fit_the_rows_that_pages_are_kept_in()
    {
        await using var stage = await DeskStage.StartAsync();
        var chance = new Random(7);
        string Odd() => string.Concat(Enumerable.Range(0, 3_900).Select(_ => (char)chance.Next(0x4E00, 0x9FFF)));
        var city = Enumerable.Range(1, 60).Aggregate(
            DeskStage.City,
            (c, n) => c.Forum($"f{n}", f => f with { Title = Odd(), Place = Odd(), Agenda = Odd(), OrganiserName = Odd() }));
        var draft = await stage.DraftAsync(city.District("BROMMA"));
        var rows = await stage.Desk.DifferencesAsync((await stage.Desk.FindAsync(draft, DeskStage.Ct))!, "forums", 2, DeskStage.Ct);
        Assert.Equal(25, rows.Count);
        Assert.All(rows.SelectMany(r => r.Cells), c => Assert.InRange(c.After.Length, 0, 81));
    }

    [Fact]
    public async Task A_draft_of_which_a_crash_left_half_is_not_shown_and_goes_when_its_time_is_over()
    {
        await using var stage = await DeskStage.StartAsync();
        var dying = new Notify.Testing.Store.CrashingRecordStore(stage.World.Store, 1, isWritten: true);
        var desk = new ImportDesk(dying, stage.World.Get<RegisterStore>(), stage.World.Get<RegisterImport>(), stage.World.Get<ImportRehearsal>(), new ImportOptions(), stage.World.Clock);
        await Assert.ThrowsAsync<Notify.Testing.Store.CrashException>(() => desk.RestoreAsync(DistrictCode.Parse("BROMMA"), 1, "x", "Asta", DeskStage.Ct));
        Assert.NotEqual(0, await stage.RowsAsync());
        stage.World.Clock.Advance(ImportDesk.Validity);
        await stage.Desk.DiscardAsync(await stage.DraftAsync(DeskStage.City), DeskStage.Ct);
        Assert.Equal(0, await stage.RowsAsync());
    }

    [Fact]
    public async Task A_crash_between_the_import_and_its_note_leaves_a_draft_that_would_change_nothing()
    {
        await using var stage = await DeskStage.StartAsync();
        var draft = await stage.DraftAsync(DeskStage.City.Replace("anna", "berit"));
        var desk = new ImportDesk(
            new Notify.Testing.Store.CrashingRecordStore(stage.World.Store, 0, isWritten: false),
            stage.World.Get<RegisterStore>(), stage.World.Get<RegisterImport>(), stage.World.Get<ImportRehearsal>(), new ImportOptions(), stage.World.Clock);
        await Assert.ThrowsAsync<Notify.Testing.Store.CrashException>(() => desk.ApplyAsync(draft, false, "Asta", DeskStage.Ct));
        RegisterOnFake.AssertSame(DeskStage.City.Replace("anna", "berit").Build(), await stage.RegisterAsync());
        Assert.Equal(ApplyOutcome.Overtaken, await stage.ApplyAsync(draft));
        Assert.True((await stage.PreviewAsync(draft)).ChangesNothing);
    }

    private static RegisterContent Sweden()
    {
        var codes = Enumerable.Range(1, Districts).Select(n => DistrictCode.Parse(string.Create(CultureInfo.InvariantCulture, $"KOMMUN{n:D3}"))).ToList();
        var schools = Enumerable.Range(0, Schools).Select(n => Rows.School(string.Create(CultureInfo.InvariantCulture, $"99{n:D6}"), codes[n % Districts])).ToList();
        return RegisterBuilder.City().Build() with
        {
            Districts = [.. codes.Select(c => Rows.District(c.ToString()))],
            Schools = schools,
            Contacts = [.. codes.Select(c => Rows.Contact($"k-{c}", c))],
            Assignments = [.. schools.Select(s => new Assignment(s.Districts[0], s.Code, $"k-{s.Districts[0]}", AssignmentRole.Primary, null, null))],
        };
    }
}
