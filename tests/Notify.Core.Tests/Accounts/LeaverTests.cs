using Notify.Core.Accounts;
using Notify.Core.Contacts;
using Notify.Core.Importing;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Core.Sources;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Accounts;

/// <summary>Who leaves in the directory leaves the register by an import like any other.</summary>
public sealed class LeaverTests
{
    private static readonly DateOnly Sunday = new(2026, 3, 1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AccountState.Gone)]
    [InlineData(AccountState.Disabled)]
    public async Task A_leaver_becomes_a_fallback_mail_to_the_right_schools_two_working_days_later(AccountState state)
    {
        await using var city = await AccountsCity.StartAsync();
        city.Directory.Say("aaaa", state);
        await city.LookAsync("2026-03-02T10:00");
        await city.LookAsync("2026-03-02T11:00");
        await city.World.RunAsync();
        var toCoordinator = city.World.Sent();
        Assert.Equal([AccountsRun.Kind, "contact-missing"], toCoordinator.Select(m => m.Kind).Order());
        Assert.All(toCoordinator, m => Assert.Contains("Skola 98000000", m.Content.Text, StringComparison.Ordinal));

        city.World.At("2026-03-03T16:59");
        await city.World.RunAsync();
        Assert.DoesNotContain(city.World.Sent(), m => m.Kind == ContactKinds.Fallback);
        city.World.At("2026-03-04T07:00");
        await city.World.RunAsync();

        var fallback = city.World.Sent().Where(m => m.Kind == ContactKinds.Fallback).ToList();
        Assert.Equal(2, fallback.Count);
        Assert.All(fallback, m => Assert.Contains("Mottagningen", m.Content.Text, StringComparison.Ordinal));
        Assert.Equal(["Skola 98000000", "Skola 98000001"], fallback.Select(m => m.Content.Text.Contains("Skola 98000000", StringComparison.Ordinal) ? "Skola 98000000" : "Skola 98000001").Order());
    }

    [Fact]
    public async Task A_successor_who_is_registered_before_is_what_the_schools_are_told_and_no_fallback()
    {
        await using var city = await AccountsCity.StartAsync();
        city.Directory.Say("aaaa", AccountState.Gone);
        await city.LookAsync("2026-03-02T10:00");
        await city.LookAsync("2026-03-02T11:00");
        await city.World.RunAsync();
        city.World.At("2026-03-03T09:00");
        await city.World.ImportAsync(AccountsCity.Register().Assign("cecilia", school: "98000000").Assign("cecilia", school: "98000001"));
        city.World.Sent();

        foreach (var at in (string[])["2026-03-03T10:00", "2026-03-04T07:00", "2026-03-06T10:00"])
        {
            city.World.At(at);
            await city.World.RunAsync();
        }

        var mails = city.World.Sent().ToList();
        Assert.DoesNotContain(mails, m => m.Kind == ContactKinds.Fallback);
        Assert.Equal(2, mails.Count(m => m.Kind == ContactKinds.Changed && m.Content.Text.Contains("Cecilia", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("2026-03-02T10:30")]
    [InlineData("2026-03-02T10:59:59")]
    public async Task One_look_or_two_too_close_together_end_nothing(string again)
    {
        await using var city = await AccountsCity.StartAsync();
        city.Directory.Say("aaaa", AccountState.Gone);
        await city.LookAsync("2026-03-02T10:00");

        await city.LookAsync(again);

        Assert.All(await city.AssignmentsAsync("anna"), a => Assert.Null(a.Until));
        Assert.Empty(await city.TellingAsync());
    }

    [Fact]
    public async Task A_look_in_between_that_finds_the_account_begins_anew()
    {
        await using var city = await AccountsCity.StartAsync();
        city.Directory.Say("aaaa", AccountState.Gone);
        await city.LookAsync("2026-03-02T10:00");
        city.Directory.Say("aaaa", AccountState.Active);
        await city.LookAsync("2026-03-02T11:00");
        city.Directory.Say("aaaa", AccountState.Disabled);
        await city.LookAsync("2026-03-02T12:00");
        Assert.All(await city.AssignmentsAsync("anna"), a => Assert.Null(a.Until));

        await city.LookAsync("2026-03-02T13:00");

        Assert.All(await city.AssignmentsAsync("anna"), a => Assert.Equal(Sunday, a.Until));
    }

    [Fact]
    public async Task Assignments_end_the_day_before_those_to_come_are_gone_and_those_that_are_over_stay()
    {
        var register = Enumerable.Range(2, 4).Aggregate(AccountsCity.Register(), (r, n) => r.Assign("berit", AssignmentRole.Team, $"9800000{n}"))
            .Assign("anna", AssignmentRole.Deputy, "98000005", from: "2026-05-01").Assign("anna", AssignmentRole.Deputy, "98000006", until: "2026-01-31");
        await using var city = await AccountsCity.StartAsync(register);
        city.Directory.Say("aaaa", AccountState.Gone);
        await city.LookAsync("2026-03-02T10:00");
        await city.LookAsync("2026-03-02T11:00");

        Assert.Equal(
            [("98000000", Sunday), ("98000001", Sunday), ("98000006", new DateOnly(2026, 1, 31))],
            (await city.AssignmentsAsync("anna")).Select(a => (a.School.ToString(), a.Until!.Value)).OrderBy(a => a.Item1, StringComparer.Ordinal));
        Assert.Equal("Entra ID", (await city.World.Get<RegisterStore>().PointerAsync(DistrictCode.Parse("BROMMA"), Ct))!.Kept[^1].Source);
    }

    [Fact]
    public async Task An_older_file_does_not_bring_the_leaver_back_and_its_import_says_why()
    {
        await using var city = await LeftAsync();
        city.World.At("2026-03-05T09:00");
        await city.LookAsync("2026-03-05T09:00");
        var before = (await city.World.Get<RegisterStore>().PointerAsync(DistrictCode.Parse("BROMMA"), Ct))!.Version;

        var outcome = await city.World.Get<RegisterImport>().ImportAsync(AccountsCity.Register().Build(), new ImportRequest("old.csv"), null, Ct);

        Assert.Equal(("Entra ID", "anna"), (Assert.Single(outcome.Warnings).File, outcome.Warnings[0].Value));
        Assert.Contains("2026-03-01", outcome.Warnings[0].Text.Swedish, StringComparison.Ordinal);
        Assert.Equal(before, (await city.World.Get<RegisterStore>().PointerAsync(DistrictCode.Parse("BROMMA"), Ct))!.Version);
        Assert.All(await city.AssignmentsAsync("anna"), a => Assert.Equal(Sunday, a.Until));
    }

    [Fact]
    public async Task A_restore_does_not_bring_the_leaver_back_either()
    {
        await using var city = await LeftAsync();

        await city.World.Get<RegisterImport>().RestoreAsync(DistrictCode.Parse("BROMMA"), 1, new ImportRequest("restore"), null, Ct);

        Assert.All(await city.AssignmentsAsync("anna"), a => Assert.Equal(Sunday, a.Until));
    }

    [Fact]
    public async Task Enabled_again_the_next_import_holds_as_written_and_the_coordinator_is_told()
    {
        await using var city = await LeftAsync();
        city.Directory.Say("aaaa", AccountState.Active);

        await city.LookAsync("2026-03-03T12:00");
        await city.World.ImportAsync(AccountsCity.Register());

        Assert.All(await city.AssignmentsAsync("anna"), a => Assert.Null(a.Until));
        Assert.Contains("returned", Assert.Single(await city.TellingAsync()).Values.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_person_in_the_same_row_of_the_register_is_not_the_leaver()
    {
        await using var city = await LeftAsync();

        await city.World.ImportAsync(AccountsCity.Register().With(c => c with { Contacts = [.. c.Contacts!.Select(p => p.Id == "anna" ? p with { EntraId = "dddd" } : p)] }));

        Assert.All(await city.AssignmentsAsync("anna"), a => Assert.Null(a.Until));
    }

    [Fact]
    public async Task What_the_directory_said_no_longer_counts_when_nobody_has_looked_for_a_week()
    {
        await using var city = await LeftAsync();
        city.World.At("2026-03-09T11:01");

        await city.World.ImportAsync(AccountsCity.Register());

        Assert.All(await city.AssignmentsAsync("anna"), a => Assert.Null(a.Until));
    }

    [Fact]
    public async Task A_shared_mailbox_is_always_disabled_and_that_is_no_leaver()
    {
        await using var city = await AccountsCity.StartAsync(AccountsCity.Register().Function("reception", c => c with { EntraId = "ffff" }).Assign("reception", AssignmentRole.Deputy));
        city.Directory.Say("ffff", AccountState.Disabled);
        await city.LookAsync("2026-03-02T10:00");

        await city.LookAsync("2026-03-02T11:00");

        Assert.All(await city.AssignmentsAsync("reception"), a => Assert.Null(a.Until));
        Assert.Empty(await city.TellingAsync());
    }

    [Fact]
    public async Task The_mass_change_guard_holds_a_leaver_with_too_many_schools_and_holds_no_other_import()
    {
        await using var city = await AccountsCity.StartAsync();
        city.Directory.Say("bbbb", AccountState.Gone);
        await city.LookAsync("2026-03-02T10:00");
        await city.LookAsync("2026-03-02T11:00");

        Assert.All(await city.AssignmentsAsync("berit"), a => Assert.Null(a.Until));
        var state = await city.World.Get<SourceBook>().ReadAsync(AccountKeys.Source, Ct);
        Assert.True(state.Refusal!.IsHeld);
        Assert.Contains(await city.World.WaitingAsync(), m => m.Kind == SourceMails.MassChangeHeld);
        var other = await city.World.Get<RegisterImport>().ImportAsync(AccountsCity.Register().Assign("cecilia", school: "98000000").Build(), new ImportRequest("file"), null, Ct);
        Assert.False(other.IsHeld);

        await city.World.Get<SourceBook>().LetPassAsync(AccountKeys.Source, state.Refusal.Mark, Ct);
        await city.LookAsync("2026-03-02T11:15");
        Assert.All(await city.AssignmentsAsync("berit"), a => Assert.Equal(Sunday, a.Until));
        await city.World.ImportAsync(AccountsCity.Register());
        Assert.All(await city.AssignmentsAsync("berit"), a => Assert.Equal(Sunday, a.Until));
    }

    [Fact]
    public async Task What_the_guard_holds_is_settled_when_the_account_comes_back()
    {
        await using var city = await AccountsCity.StartAsync();
        city.Directory.Say("bbbb", AccountState.Gone);
        await city.LookAsync("2026-03-02T10:00");
        await city.LookAsync("2026-03-02T11:00");
        Assert.NotNull((await city.World.Get<SourceBook>().ReadAsync(AccountKeys.Source, Ct)).Refusal);
        city.Directory.Say("bbbb", AccountState.Active);

        await city.LookAsync("2026-03-02T12:00");

        Assert.Null((await city.World.Get<SourceBook>().ReadAsync(AccountKeys.Source, Ct)).Refusal);
        Assert.All(await city.AssignmentsAsync("berit"), a => Assert.Null(a.Until));
    }

    [Fact]
    public async Task So_many_gone_at_once_that_the_directory_must_be_wrong_end_nothing_and_are_not_noted()
    {
        var register = Enumerable.Range(0, 9).Aggregate(AccountsCity.Register(), (r, n) => r.Contact($"p{n}", c => c with { EntraId = $"id{n}" }).Assign($"p{n}", AssignmentRole.Team, "98000009"));
        await using var city = await AccountsCity.StartAsync(register);
        for (var n = 0; n < AccountRule.AtLeastGone; n++)
        {
            city.Directory.Say($"id{n}", AccountState.Gone);
        }

        var error = await Assert.ThrowsAsync<SourceException>(() => city.LookAsync("2026-03-02T10:00"));
        await Assert.ThrowsAsync<SourceException>(() => city.LookAsync("2026-03-02T12:00"));

        Assert.Contains("katalogen", error.Text.Swedish, StringComparison.Ordinal);
        Assert.Empty(await city.World.Get<AccountBook>().ReadAsync(DistrictCode.Parse("BROMMA"), Ct));
        city.Directory.Say("id0", AccountState.Active);
        await city.LookAsync("2026-03-02T12:15");
        await city.LookAsync("2026-03-02T13:15");
        Assert.Equal(Sunday, Assert.Single(await city.AssignmentsAsync("p1")).Until);
    }

    [Fact]
    public async Task Between_two_looks_a_run_asks_nobody()
    {
        await using var city = await AccountsCity.StartAsync();
        await city.LookAsync("2026-03-02T10:00");

        await city.LookAsync("2026-03-02T10:45");

        Assert.Equal(1, city.Directory.Asked);
        Assert.Equal(["aaaa", "bbbb"], city.Directory.Ids.Order());
    }

    [Fact]
    public async Task A_draft_in_the_portal_shows_what_the_directory_makes_of_the_file_and_is_applied_as_shown()
    {
        await using var city = await LeftAsync();
        var desk = city.World.Get<ImportDesk>();

        var receipt = await desk.ReceiveAsync(new(RegisterWriter.Write(AccountsCity.Register().Contact("doris").Build()), [], []), "old.xlsx", "Karin", Ct);

        Assert.Contains(receipt.Warnings, w => (w.File, w.Value) == ("Entra ID", "anna"));
        var preview = await desk.PreviewAsync((await desk.FindAsync(receipt.Draft!, Ct))!, Ct);
        Assert.Equal(new TableChanges(0, 0, 0), preview!.Tables.Single(t => t.Table == "assignments").Changes);
        Assert.Equal(ApplyOutcome.Applied, await desk.ApplyAsync(receipt.Draft!, false, "Karin", Ct));
        Assert.All(await city.AssignmentsAsync("anna"), a => Assert.Equal(Sunday, a.Until));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_commit_the_next_run_ends_the_same_with_the_same_mails(bool isWritten)
    {
        var (commits, crashed) = (0, true);
        for (; crashed; commits++)
        {
            var store = new InMemoryRecordStore();
            await using var city = await AccountsCity.StartAsync(store: store);
            city.Directory.Say("aaaa", AccountState.Gone);
            city.Directory.Say("bbbb", AccountState.Active, "Berit Lind");
            await city.LookAsync("2026-03-02T10:00");
            var dying = new CrashingRecordStore(store, commits, isWritten);
            await using (var other = AccountsCity.On(dying, city.Directory))
            {
                await Xunit.Record.ExceptionAsync(() => other.LookAsync("2026-03-02T11:00"));
            }

            crashed = dying.HasCrashed;
            await city.LookAsync("2026-03-02T12:15");

            Assert.All(await city.AssignmentsAsync("anna"), a => Assert.Equal(Sunday, a.Until));
            Assert.Equal(2, (await city.TellingAsync()).Count);
            Assert.True((await city.World.Get<AccountBook>().ReadAsync(DistrictCode.Parse("BROMMA"), Ct)).Single(f => f.Value.Contact == "anna").Value.IsApplied);
        }

        Assert.InRange(commits, 5, 20);
    }

    /// <summary>Anna has left: looked at 10:00 and 11:00 on Monday.</summary>
    private static async Task<AccountsCity> LeftAsync()
    {
        var city = await AccountsCity.StartAsync();
        city.Directory.Say("aaaa", AccountState.Gone);
        await city.LookAsync("2026-03-02T10:00");
        await city.LookAsync("2026-03-02T11:00");
        Assert.All(await city.AssignmentsAsync("anna"), a => Assert.Equal(Sunday, a.Until));
        await city.World.RunAsync();
        return city;
    }
}
