using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Commands;

/// <summary>What a person does to one notification, and what is told and announced by hand.</summary>
public sealed class ByHandTests(ContactChange change)
{
    private const string Later = "2026-06-01T10:00";

    [Fact]
    public async Task What_is_held_does_not_leave_until_it_is_released()
    {
        using var city = await QueuedAsync();
        var id = await QueuedIdAsync(city);

        (await city.NotifyAsync("hold", id, "--now", SmallCity.Monday)).Ended(0);
        (await city.NotifyAsync("hold", id, "--now", SmallCity.Monday)).Ended(3);
        await city.RunAsync(SmallCity.Settled);
        Assert.DoesNotContain("contact-changed", city.Kinds());
        Assert.Equal(1, (await city.StatusAsync(SmallCity.Settled)).GetProperty("notifications").GetProperty("held").GetInt32());

        (await city.NotifyAsync("release", id, "--now", SmallCity.Settled)).Ended(0);
        (await city.NotifyAsync("release", id, "--now", SmallCity.Settled)).Ended(3);
        await city.RunAsync(SmallCity.Settled);
        Assert.Single(city.Mail(), m => m.Id == id);
    }

    [Fact]
    public async Task What_is_cancelled_does_not_leave_until_it_is_retried()
    {
        using var city = await QueuedAsync();
        var id = await QueuedIdAsync(city);

        (await city.NotifyAsync("cancel", id, "--now", SmallCity.Monday)).Ended(0);
        (await city.NotifyAsync("cancel", id, "--now", SmallCity.Monday)).Ended(3);
        await city.RunAsync(SmallCity.Settled);
        Assert.DoesNotContain(city.Mail(), m => m.Id == id);

        (await city.NotifyAsync("retry", id, "--now", SmallCity.Settled)).Ended(0);
        await city.RunAsync(SmallCity.Settled);
        Assert.Single(city.Mail(), m => m.Id == id);
        var history = (await city.NotifyAsync("show", id, "--json")).Ended(0).Json.GetProperty("history").EnumerateArray();
        Assert.Equal(["queued", "cancelled", "queued", "sending", "accepted"], history.Select(h => h.GetProperty("state").GetString()));
    }

    [Theory]
    [InlineData("retry")]
    [InlineData("cancel")]
    [InlineData("hold")]
    [InlineData("release")]
    public async Task Nothing_can_be_done_about_a_mail_that_has_left(string command)
    {
        using var city = change.City.Copy();
        var before = await city.OutcomeAsync(SmallCity.Settled);

        Assert.Contains("accepted", (await city.NotifyAsync(command, change.Changed.Id, "--now", Later)).Ended(3).Complaint, StringComparison.Ordinal);
        Assert.Contains("no notification", (await city.NotifyAsync(command, "BROMMA-aaaaaaaaaaaaaaaaaaaaaaaaaa", "--now", Later)).Ended(3).Complaint, StringComparison.Ordinal);

        Assert.Equal(before, await city.OutcomeAsync(SmallCity.Settled));
    }

    [Fact]
    public async Task The_version_before_a_wrong_import_comes_back_and_nobody_is_told_of_the_mistake()
    {
        using var city = await QueuedAsync();
        var before = File.ReadAllBytes(Path.Combine(city.Data, "notify.db"));
        (await city.NotifyAsync("restore", "--district", "BROMMA", "--dry-run", "--now", "2026-03-02T10:05")).Ended(0);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(city.Data, "notify.db")));

        var restored = (await city.NotifyAsync("restore", "--district", "BROMMA", "--json", "--now", "2026-03-02T10:05")).Ended(0).Json;
        await city.RunAsync(SmallCity.Settled);

        Assert.True(restored.GetProperty("changes").GetProperty("assignments").GetProperty("added").GetInt32() > 0);
        Assert.DoesNotContain("contact-changed", city.Kinds());
        Assert.DoesNotContain("contact-assigned", city.Kinds());
    }

    [Fact]
    public async Task A_school_that_was_told_at_a_meeting_gets_no_mail_and_counts_as_told()
    {
        using var city = await QueuedAsync();

        (await city.NotifyAsync("told", "--district", "BROMMA", "--school", "98000001", "--now", "2026-03-02T10:05")).Ended(0);
        await city.RunAsync(SmallCity.Settled);

        Assert.DoesNotContain("contact-changed", city.Kinds());
        Assert.Equal(6, (await city.StatusAsync(SmallCity.Settled)).GetProperty("proofs").GetProperty("contacts").GetProperty("told").GetInt32());
    }

    [Fact]
    public async Task Baseline_takes_a_change_as_known_and_sends_nothing()
    {
        using var city = await QueuedAsync();

        (await city.NotifyAsync("baseline", "--district", "BROMMA", "--now", "2026-03-02T10:05")).Ended(0);
        await city.RunAsync(SmallCity.Settled);
        await city.RunAsync("2026-03-03T10:00");

        Assert.DoesNotContain("contact-changed", city.Kinds());
        Assert.DoesNotContain("contact-introduced", city.Kinds());
    }

    [Fact]
    public async Task Announce_introduces_the_present_contacts_once()
    {
        using var city = new City();
        await city.BeginAsync(SmallCity.Monday);

        (await city.NotifyAsync("announce", "--district", "FARSTA", "--school", "98000011", "--now", "2026-03-02T11:00")).Ended(0);
        await city.RunAsync("2026-03-02T11:00");
        Assert.Equal("contact-introduced", Assert.Single(city.Mail()).Kind);

        (await city.NotifyAsync("announce", "--district", "FARSTA", "--now", "2026-03-02T12:00")).Ended(0);
        await city.RunAsync("2026-03-02T12:00");
        Assert.Equal(3, city.Mail().Count);
        Assert.All(city.Mail(), m => Assert.Contains("Skolgruppen i Farsta", m.Text, StringComparison.Ordinal));
    }

    private static async Task<City> QueuedAsync()
    {
        var city = new City();
        await city.BeginAsync(SmallCity.Monday);
        city.Replace("assignments", "98000001,ASA", "98000001,MARTA");
        await city.TakeInAsync(SmallCity.Monday);
        Assert.Empty(city.Mail());
        return city;
    }

    private static async Task<string> QueuedIdAsync(City city) =>
        (await city.PlannedAsync("contact-changed", SmallCity.Monday)).GetProperty("id").GetString()!;
}
