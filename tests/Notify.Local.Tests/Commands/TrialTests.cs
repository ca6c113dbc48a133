using System.Text.Json;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Commands;

/// <summary>Trial mode as IT sees it: nothing leaves, everything is shown, and leaving it asks what to do.</summary>
public sealed class TrialTests
{
    [Fact]
    public async Task Nothing_leaves_status_shows_what_would_have_and_retry_lets_it_go()
    {
        using var city = new City();
        city.Settings["Mail__Trial"] = "true";
        await city.ImportAsync(SmallCity.Monday);
        await city.RunAsync(SmallCity.Monday);
        city.Replace("assignments", "98000001,ASA", "98000001,MARTA");
        await city.ImportAsync(SmallCity.Monday);
        await city.RunAsync(SmallCity.Settled);
        Assert.Empty(city.Mail());

        var trial = (await city.StatusAsync(SmallCity.Settled)).GetProperty("trial");
        Assert.True(trial.GetProperty("on").GetBoolean());
        var kept = trial.GetProperty("wouldHaveGone").EnumerateArray().ToList();
        Assert.Contains(kept, k => Text(k, "kind") == "contact-changed" && Text(k, "title").Contains("Ängsskolan", StringComparison.Ordinal));
        Assert.Contains($"{kept.Count} mails would have gone", (await city.NotifyAsync("status", "--now", SmallCity.Settled)).Ended(0).Out, StringComparison.Ordinal);

        city.Settings["Mail__Trial"] = "false";
        await city.RunAsync(SmallCity.Settled);
        Assert.Empty(city.Mail());
        Assert.Contains("retry --suppressed", (await city.NotifyAsync("status", "--now", SmallCity.Settled)).Ended(0).Out, StringComparison.Ordinal);

        (await city.NotifyAsync("retry", "--suppressed", "--now", SmallCity.Settled)).Ended(0);
        await city.RunAsync(SmallCity.Settled);
        Assert.Equal(kept.Select(k => Text(k, "kind")).Order(), city.Kinds().Order());
        (await city.NotifyAsync("retry", "--suppressed", "--now", SmallCity.Settled)).Ended(3);
        (await city.NotifyAsync("retry", "--now", SmallCity.Settled)).Ended(2);
    }

    private static string Text(JsonElement mail, string name) => mail.GetProperty(name).GetString()!;
}
