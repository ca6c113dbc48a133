using Notify.Core.Materials;
using Notify.Testing.Materials;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Materials;

/// <summary>Receipts, what was told otherwise, and the reminders that follow or do not.</summary>
public sealed class ReceiptTests
{
    private const string First = "school:98000001";

    [Fact]
    public async Task A_receipt_counts_and_spares_the_reminder()
    {
        await using var world = await ToldAsync();
        await world.ConfirmAsync(First);
        await world.LiveUntilAsync("2026-04-30");

        Assert.Equal("3/3/1", await world.ProofAsync());
        Assert.Equal(["2026-03-17 material-reminder contact:anna", "2026-03-17 material-reminder school:98000002"], (await world.LogAsync()).Where(l => l.Contains("reminder", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Looking_confirms_nothing_and_a_second_receipt_changes_nothing()
    {
        await using var world = await ToldAsync();
        var token = await world.TokenAsync(First);
        await world.OpenAsync(token);
        Assert.Equal("3/3/0", await world.ProofAsync());

        var first = await world.ConfirmAsync(First);
        world.At("2026-03-05T12:00");
        Assert.Equal(first.ConfirmedAt, (await world.ConfirmAsync(First)).ConfirmedAt);
    }

    [Fact]
    public async Task An_old_link_shows_the_present_version_and_its_old_button_confirms_nothing()
    {
        await using var world = await ToldAsync();
        var old = await world.TokenAsync(First);
        var seen = (await world.OpenAsync(old)).Items[0].Key;
        await world.ImportAsync(MaterialsWorld.City("3", "2026-03-04"));
        await world.LiveUntilAsync("2026-03-04");

        var view = await world.Get<MaterialReceipts>().ConfirmAsync(old, [seen], TestContext.Current.CancellationToken);
        Assert.True(view!.IsOutdated);
        Assert.Null(view.ConfirmedAt);
        Assert.Equal("3", view.Items[0].Material.Version);

        var present = await world.Get<MaterialReceipts>().ConfirmAsync(old, [view.Items[0].Key], TestContext.Current.CancellationToken);
        Assert.NotNull(present!.ConfirmedAt);
        Assert.Equal("3/3/1", await world.ProofAsync());
    }

    [Fact]
    public async Task The_link_of_a_reminder_confirms_what_it_reminds_of()
    {
        await using var world = await ToldAsync();
        await world.LiveUntilAsync("2026-03-17");
        Assert.NotEmpty((await world.StateAsync(First))!.Reminded);

        Assert.NotNull((await world.ConfirmAsync(First)).ConfirmedAt);
    }

    [Fact]
    public async Task A_receipt_while_the_reminder_waits_takes_it_back()
    {
        await using var world = await ToldAsync();
        world.At("2026-03-21T10:00"); // a Saturday
        await world.WatchAsync();
        Assert.Equal(3, (await world.WaitingAsync()).Count);

        await world.ConfirmAsync(First);
        await world.LiveUntilAsync("2026-03-24");

        Assert.DoesNotContain(await world.LogAsync(), l => l.Contains("reminder " + First, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_shows_that_a_material_was_withdrawn()
    {
        await using var world = await ToldAsync();
        var token = await world.TokenAsync(First);
        await world.ImportAsync(MaterialsWorld.City().With(c => c with { Materials = [] }));

        var view = await world.OpenAsync(token);
        Assert.Empty(view.Items);
        Assert.True(view.IsOutdated);
        Assert.Null(view.ConfirmedAt);
    }

    [Fact]
    public async Task Schools_told_at_a_staff_meeting_get_no_mail_and_count_as_told_not_as_confirmed()
    {
        await using var world = await AnnouncementTests.BegunAsync();
        await world.ImportAsync(MaterialsWorld.City("2", "2026-03-03"));
        await world.WatchAsync();
        var outcome = await world.TellAsync("M", ToldChannel.Apt);
        Assert.Equal((TellResult.Told, 2), (outcome.Result, outcome.Count));
        await world.LiveUntilAsync("2026-04-30");

        Assert.Equal(["2026-03-03 material-published contact:anna", "2026-03-17 material-reminder contact:anna"], await world.LogAsync());
        Assert.Equal("2/2/0", await world.ProofAsync(r => r.Reader.Role == RecipientRole.School));
        Assert.All((await world.RowsAsync()).Where(r => r.Reader.Role == RecipientRole.School), r => Assert.Equal(CoverageState.ToldOtherwise, r.State));
    }

    [Fact]
    public async Task One_of_several_that_share_a_mail_was_told_and_the_others_get_theirs_without_it()
    {
        await using var world = await AnnouncementTests.BegunAsync();
        var city = MaterialsWorld.City("2", "2026-03-03").School("98000002", s => s with { PrincipalEmail = Rows.School("98000001").PrincipalEmail });
        await world.ImportAsync(city);
        await world.WatchAsync();
        Assert.Equal(2, (await world.WaitingAsync()).Count);

        await world.TellAsync("M", ToldChannel.Meeting, "98000001");
        await world.LiveUntilAsync("2026-03-04");

        Assert.Equal(["2026-03-03 material-published contact:anna", "2026-03-03 material-published school:98000002"], await world.LogAsync());
    }

    [Fact]
    public async Task Telling_says_what_cannot_be_recorded()
    {
        await using var world = await AnnouncementTests.BegunAsync();
        await world.ImportAsync(MaterialsWorld.City("2", "2026-03-03").Material("C", m => m with { Audience = Core.Register.MaterialAudience.Contacts }));

        Assert.Equal(TellResult.NoSuchMaterial, (await world.TellAsync("X", ToldChannel.Apt)).Result);
        Assert.Equal(TellResult.NobodyThere, (await world.TellAsync("M", ToldChannel.Apt, "98000009")).Result);
        Assert.Equal(TellResult.NotForThem, (await world.TellAsync("C", ToldChannel.Apt)).Result);
        Assert.Equal(TellResult.NotPublishedThen, (await world.TellAsync("M", ToldChannel.Apt, at: new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(1)))).Result);
        Assert.Equal(TellResult.Told, (await world.TellAsync("C", ToldChannel.Training, role: RecipientRole.Contact)).Result);
    }

    private static async Task<MaterialsWorld> ToldAsync()
    {
        var world = await AnnouncementTests.BegunAsync();
        await world.ImportAsync(MaterialsWorld.City("2", "2026-03-03"));
        await world.LiveUntilAsync("2026-03-03");
        return world;
    }
}
