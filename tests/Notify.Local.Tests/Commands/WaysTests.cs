using System.Net;
using System.Security.Cryptography;
using Notify.Local.Tests.Crashes.Faults;
using Notify.Local.Tests.Serving;
using Notify.Local.Tests.World;
using Notify.Testing.Azurite;
using Notify.Testing.Sinks;
using Xunit;

namespace Notify.Local.Tests.Commands;

/// <summary>The same program with another way out, or another store.</summary>
public sealed class WaysTests(Azurite azurite) : IDisposable
{
    private readonly City _city = new();

    [Theory]
    [InlineData("smtp")]
    [InlineData("sendgrid")]
    public async Task Every_way_but_the_folder_begins_on_trial(string way)
    {
        await using var outside = await Outside.OpenAsync(way, _city, SmallCity.Monday);
        _city.Settings.Remove("Mail__Trial");
        _city.Settings["Mail__AllowList"] = "rektor@angsskolan.example";
        await _city.ImportAsync(SmallCity.Monday);
        await _city.RunAsync(SmallCity.Monday);
        _city.Replace("assignments", "98000001,ASA", "98000001,MARTA");

        await _city.ImportAsync(SmallCity.Monday);
        await _city.RunAsync(SmallCity.Settled);

        Assert.Single(outside.CountById);
        Assert.False(Directory.Exists(Path.Combine(_city.Data, "mail")));
        var counts = (await _city.StatusAsync(SmallCity.Settled)).GetProperty("notifications");
        Assert.Equal((1, 2), (counts.GetProperty("accepted").GetInt32(), counts.GetProperty("suppressed").GetInt32()));
    }

    [Fact]
    public async Task With_records_elsewhere_the_data_folder_need_not_be_there()
    {
        await OnTablesAsync();

        var said = (await _city.NotifyAsync("status", "--json")).Ended(0);

        Assert.Equal(0, said.Json.GetProperty("notifications").GetProperty("queued").GetInt32());
    }

    [Fact]
    public async Task Serve_fills_an_empty_table_with_the_sample_and_says_where_it_is()
    {
        await OnTablesAsync();
        await using var portal = await Portal.OpenAsync(_city, "serve");

        var (code, page) = await portal.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, code);
        Assert.Contains("Skärholmen", page, StringComparison.Ordinal);
        await portal.InterruptAsync();
        var said = (await portal.EndAsync()).Ended(0);
        Assert.Contains($"Data is in the table {_city.Settings["Store__TableName"]}", said.Out, StringComparison.Ordinal);
        Assert.Contains($"Mail goes to files in {Path.Combine(_city.Data, "mail")}", said.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("AccountKey", said.Out + said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_are_taken_whatever_the_way_as_long_as_there_is_a_key()
    {
        using var feed = new SendGridFeed();
        _city.Settings["Mail__SendGrid__WebhookPublicKey"] = feed.PublicKey;
        await using var hooks = await Hooks.OpenAsync(_city.Settings, _city.Data, SmallCity.Monday);

        await hooks.PostAsync(feed.Sign("[]"u8.ToArray(), hooks.Now));
    }

    /// <inheritdoc/>
    public void Dispose() => _city.Dispose();

    private async Task OnTablesAsync()
    {
        _city.Settings["Store__Kind"] = "tables";
        _city.Settings["Store__ConnectionString"] = await azurite.ConnectAsync();
        _city.Settings["Store__TableName"] = "t" + RandomNumberGenerator.GetHexString(20, lowercase: true);
    }
}
