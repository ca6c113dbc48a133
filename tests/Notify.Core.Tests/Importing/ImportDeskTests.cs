using Notify.Core.Contacts;
using Notify.Core.Importing;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Core.Tests.Register.Snapshots;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Importing;

public sealed class ImportDeskTests
{
    [Fact]
    public async Task A_draft_shows_what_it_would_do_and_does_nothing()
    {
        await using var stage = await DeskStage.StartAsync();
        var draft = await stage.DraftAsync(DeskStage.City.Replace("anna", "berit", "98000003"), "assignments");
        var preview = await stage.PreviewAsync(draft);
        Assert.Equal(("assignments", new TableChanges(1, 1, 0)), (Assert.Single(preview.Tables, t => t.All > 0).Table, preview.Tables.Single(t => t.All > 0).Changes));
        Assert.Equal(("BROMMA", DistrictFate.Changed), (Assert.Single(preview.Districts).Code.ToString(), preview.Districts[0].Fate));
        var rows = await stage.Desk.DifferencesAsync((await stage.Desk.FindAsync(draft, DeskStage.Ct))!, "assignments", 1, DeskStage.Ct);
        Assert.Equal([(RowChange.Removed, "98000003", "anna"), (RowChange.Added, "98000003", "berit")], rows.Select(r => (r.Change, CellOf(r, "school"), CellOf(r, "contact"))));
        RegisterOnFake.AssertSame(DeskStage.City.Build(), await stage.RegisterAsync());
        Assert.Empty(await stage.World.WaitingAsync());
    }

    [Fact]
    public async Task What_is_applied_is_what_was_seen_and_the_history_names_who_did_it()
    {
        await using var stage = await DeskStage.StartAsync();
        var next = DeskStage.City.Replace("anna", "berit", "98000003");
        var draft = await stage.DraftAsync(next);
        Assert.Equal(ApplyOutcome.Applied, await stage.ApplyAsync(draft));
        RegisterOnFake.AssertSame(next.Build(), await stage.RegisterAsync());
        var past = (await stage.World.Get<ImportHistory>().ReadAsync(DeskStage.Ct))[0];
        Assert.Equal(("Asta: files.csv", "BROMMA"), (past.Source, Assert.Single(past.Districts).ToString()));
        Assert.Equal(1, await stage.RowsAsync());
    }

    [Fact]
    public async Task A_second_click_does_nothing_and_says_so()
    {
        await using var stage = await DeskStage.StartAsync();
        var draft = await stage.DraftAsync(DeskStage.City.Replace("anna", "berit", "98000003"));
        Assert.Equal(ApplyOutcome.Applied, await stage.ApplyAsync(draft));
        Assert.Equal(ApplyOutcome.AppliedBefore, await stage.ApplyAsync(draft));
        Assert.Equal(2, (await stage.World.Get<RegisterStore>().PointerAsync(DistrictCode.Parse("BROMMA"), DeskStage.Ct))!.Version);
    }

    [Fact]
    public async Task Two_clicks_at_once_apply_once()
    {
        await using var stage = await DeskStage.StartAsync();
        var draft = await stage.DraftAsync(DeskStage.City.Replace("anna", "berit", "98000003"));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => stage.ApplyAsync(draft), DeskStage.Ct)));
        Assert.Single(outcomes, o => o == ApplyOutcome.Applied);
        Assert.Equal(2, (await stage.World.Get<RegisterStore>().PointerAsync(DistrictCode.Parse("BROMMA"), DeskStage.Ct))!.Version);
    }

    [Fact]
    public async Task A_register_that_has_changed_since_is_looked_at_anew_before_anything_is_applied()
    {
        await using var stage = await DeskStage.StartAsync();
        var draft = await stage.DraftAsync(DeskStage.City.Replace("anna", "berit", "98000003"), "assignments");
        var other = DeskStage.City.ChangeContact("disa", c => c with { Phone = "08-508 00 999" });
        await stage.World.ImportAsync(other);
        Assert.False(await stage.Desk.IsFreshAsync(await stage.PreviewAsync(draft), DeskStage.Ct));
        Assert.Equal(ApplyOutcome.Overtaken, await stage.ApplyAsync(draft));
        RegisterOnFake.AssertSame(other.Build(), await stage.RegisterAsync());
        Assert.Equal(ApplyOutcome.Applied, await stage.ApplyAsync(draft));
        RegisterOnFake.AssertSame(other.Replace("anna", "berit", "98000003").Build(), await stage.RegisterAsync());
    }

    [Fact]
    public async Task A_draft_whose_rows_point_to_what_has_gone_since_says_so_and_is_not_applied()
    {
        await using var stage = await DeskStage.StartAsync();
        var draft = await stage.DraftAsync(DeskStage.City.Replace("anna", "berit", "98000003"), "assignments");
        await stage.World.ImportAsync(DeskStage.City.WithoutContact("berit"));
        Assert.Equal(ApplyOutcome.Overtaken, await stage.ApplyAsync(draft));
        var problem = Assert.Single((await stage.PreviewAsync(draft)).Problems.Items);
        Assert.Equal(("assignments.csv", "contact", "berit"), (problem.File, problem.Column, problem.Value));
        Assert.Equal(ApplyOutcome.Overtaken, await stage.ApplyAsync(draft));
    }

    [Fact]
    public async Task The_guard_asks_for_a_yes_and_nothing_is_written_until_it_has_one()
    {
        await using var stage = await DeskStage.StartAsync();
        var few = DeskStage.City.WithoutSchool("98000001").WithoutSchool("98000002").WithoutSchool("98000003");
        var draft = await stage.DraftAsync(few, "schools", "assignments");
        var held = Assert.Single((await stage.PreviewAsync(draft)).Districts, d => d.Held is not null);
        Assert.Contains("3 av 5 skolor", held.Held!.Swedish, StringComparison.Ordinal);
        Assert.Equal(ApplyOutcome.Held, await stage.ApplyAsync(draft));
        RegisterOnFake.AssertSame(DeskStage.City.Build(), await stage.RegisterAsync());
        Assert.Equal(ApplyOutcome.Applied, await stage.ApplyAsync(draft, allow: true));
        RegisterOnFake.AssertSame(few.Build(), await stage.RegisterAsync());
    }

    [Fact]
    public async Task A_draft_runs_out_after_a_day_and_the_next_one_removes_all_of_it()
    {
        await using var stage = await DeskStage.StartAsync();
        var draft = await stage.DraftAsync(DeskStage.City.Replace("anna", "berit"));
        stage.World.Clock.Advance(ImportDesk.Validity - TimeSpan.FromMinutes(1));
        Assert.NotNull(await stage.Desk.FindAsync(draft, DeskStage.Ct));
        stage.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await stage.Desk.FindAsync(draft, DeskStage.Ct));
        Assert.Equal(ApplyOutcome.Gone, await stage.ApplyAsync(draft));
        var next = await stage.DraftAsync(DeskStage.City);
        await stage.Desk.DiscardAsync(next, DeskStage.Ct);
        Assert.Equal(0, await stage.RowsAsync());
    }

    [Fact]
    public async Task Errors_are_told_and_nothing_is_kept()
    {
        await using var stage = await DeskStage.StartAsync();
        var receipt = await stage.SendAsync(DeskStage.City.Replace("anna", "nobody"), "assignments");
        Assert.Null(receipt.Draft);
        Assert.Equal(5, receipt.Errors.Count);
        Assert.All(receipt.Errors, e => Assert.StartsWith("I registret finns inte kontakten ”nobody”", e.Text.Swedish, StringComparison.Ordinal));
        Assert.Equal(0, await stage.RowsAsync());
    }

    [Fact]
    public async Task The_mails_that_are_shown_are_those_that_are_planned_after_it_is_applied()
    {
        await using var stage = await DeskStage.StartAsync();
        var draft = await stage.DraftAsync(DeskStage.City.Replace("anna", "berit", "98000003").Replace("cecilia", "disa", "99000001"));
        var shown = await stage.Desk.MailsAsync((await stage.Desk.FindAsync(draft, DeskStage.Ct))!, 1, DeskStage.Ct);
        Assert.Equal(shown.Count, (await stage.PreviewAsync(draft)).Mails.Caused.Values.Sum());
        await stage.ApplyAsync(draft);
        stage.World.Clock.Advance(TimeSpan.FromMinutes(20));
        await stage.World.RunAsync();
        var sent = stage.World.Sent().Select(m => (m.Kind, m.Content.Subject));
        Assert.Equal(sent.Order(), shown.Where(m => m.NotBefore < stage.World.Clock.GetUtcNow()).Select(m => (m.Kind, m.Title)).Order());
        Assert.Contains(shown, m => m.Kind == ContactKinds.ReceiptReminder && m.NotBefore > stage.World.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Mail_on_its_way_that_an_import_makes_needless_is_shown_as_spared()
    {
        await using var stage = await DeskStage.StartAsync();
        await stage.World.ImportAsync(DeskStage.City.Replace("anna", "berit", "98000003"));
        await stage.World.RunAsync();
        var preview = await stage.PreviewAsync(await stage.DraftAsync(DeskStage.City));
        Assert.Empty(preview.Mails.Caused);
        Assert.Contains(ContactKinds.Changed, preview.Mails.Spared.Keys);
    }

    private static string CellOf(RowDifference row, string column) =>
        row.Cells.Single(c => c.Column == column) is var cell && cell.After.Length > 0 ? cell.After : cell.Before;
}
