using System.Security.Cryptography;
using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Functions.Tests.World;
using Notify.Testing.Azurite;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

[assembly: AssemblyFixture(typeof(Azurite))]

namespace Notify.Functions.Tests.Queue;

/// <summary>Two instances, every message handed out to both at the same time, on real tables: the outcome is as of one that gets each once.</summary>
public sealed class TwoHandlersTests(Azurite azurite)
{
    private static readonly string[] Districts = ["BROMMA", "FARSTA", "ALVSJO"];

    [Fact]
    public async Task Whatever_is_handed_out_twice_ends_as_if_it_had_been_once()
    {
        var outside = new Outside("2026-03-02T10:00");
        (string, string?)[] tables =
        [
            ("Store:TablesUri", null), ("Store:ConnectionString", await azurite.ConnectAsync()),
            ("Store:TableName", "t" + RandomNumberGenerator.GetHexString(20, lowercase: true)),
        ];
        await using var first = await AzureApp.StartAsync(outside, tables);
        await using var second = await AzureApp.StartAsync(outside, tables);
        await first.ImportAsync(Before);
        await Work.UntilQuietAsync(outside, first, second);
        await first.ImportAsync(After);
        for (var tick = 0; tick < 6; tick++)
        {
            await Work.UntilQuietAsync(outside, first, second);
            await second.FireAsync(TestContext.Current.CancellationToken);
            outside.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        var expected = await OnceAsync();
        Assert.NotEmpty(expected.Mails);
        Assert.Equal(expected.Mails, Mails(outside.Transport.Calls));
        Assert.Equal(expected.States, await StatesAsync(first.Get<IRecordStore>()));
        Assert.Equal(expected.Known, await KnownAsync(first.Get<ContactsReader>()));
        Assert.Empty(outside.Bus.Queue.Dead);
    }

    /// <summary>The same road on one instance in memory, without a queue.</summary>
    private static async Task<Outcome> OnceAsync()
    {
        await using var world = new ContactsWorld("2026-03-02T10:00");
        await world.ImportAsync(Before);
        await world.RunAsync();
        await world.ImportAsync(After);
        await world.RunAsync();
        world.At("2026-03-02T10:30");
        await world.RunAsync();
        return new(Mails(world.Transport.Calls), await StatesAsync(world.Store), await KnownAsync(world.Get<ContactsReader>()));
    }

    private static List<string> Mails(IEnumerable<MailMessage> calls) =>
        [.. calls.Select(m => $"{m.Kind} {m.Id} {string.Join(' ', m.To)}").Order(StringComparer.Ordinal)];

    private static async Task<List<string>> StatesAsync(IRecordStore store)
    {
        var states = new List<string>();
        foreach (var district in Districts)
        {
            await foreach (var row in store.ScanAsync(district, NotificationRows.Prefix, TestContext.Current.CancellationToken))
            {
                var notification = NotificationRows.Read(row).Notification;
                states.Add($"{notification.Id} {notification.Kind} {notification.State} {notification.Attempts}");
            }
        }

        return [.. states.Order(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> KnownAsync(ContactsReader reader)
    {
        var known = new List<string>();
        foreach (var district in Districts)
        {
            var rows = (await reader.ReadAsync(DistrictCode.Parse(district), TestContext.Current.CancellationToken))!.Schools;
            known.AddRange(rows.Select(r => $"{district} {r.School.Code} {r.IsTold}"));
        }

        return [.. known.Order(StringComparer.Ordinal)];
    }

    private static RegisterBuilder Before => Districts.Aggregate(RegisterBuilder.City(), (city, district) => Enumerable.Range(1, 5)
        .Aggregate(city.District(district).Contact($"{district}-anna").Contact($"{district}-berit"), (c, i) => c.School(CodeOf(district, i)).Assign($"{district}-anna")));

    private static RegisterBuilder After => Districts.Aggregate(Before, (city, district) => city.Replace($"{district}-anna", $"{district}-berit"));

    private static string CodeOf(string district, int i) => $"9800{Array.IndexOf(Districts, district)}00{i}";

    private sealed record Outcome(List<string> Mails, List<string> States, List<string> Known);
}
