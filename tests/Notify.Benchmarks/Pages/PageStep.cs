using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Notify.Adapters.Charts;
using Notify.Adapters.Files;
using Notify.Adapters.Sqlite;
using Notify.Core;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Overview;
using Notify.Core.Register;
using Notify.Core.Reports;
using Notify.Core.Store;
using Notify.Testing.Contacts;
using Notify.Testing.Delivery;
using Notify.Testing.Store;
using Notify.Web;

namespace Notify.Benchmarks.Pages;

/// <summary>What one page cost.</summary>
/// <param name="FirstMilliseconds">The first time it was asked for, code made ready included.</param>
/// <param name="Milliseconds">The middle of the times after that.</param>
/// <param name="Operations">On the store, each time after the first.</param>
internal sealed record PageCost(string Page, double FirstMilliseconds, double Milliseconds, int Operations);

/// <summary>Every page of the portal over HTTP on this machine, on the store in a folder as it is, in a process of its own.</summary>
internal static class PageStep
{
    /// <summary>The argument that makes this program the step of the pages.</summary>
    public const string Verb = "--pages";

    private const int Times = 9;

    /// <summary>Asks for every page and prints the <see cref="PageCost"/> of each.</summary>
    public static async Task<int> RunAsync(string folder, string now)
    {
        await using var store = new SqliteRecordStore(new() { Folder = folder });
        var counting = new CountingRecordStore(store);
        await using var app = Build(counting, now);
        var districts = await app.Services.GetRequiredService<RegisterStore>().DistrictsAsync(default);
        var last = await DeliveredMails.FillAsync(store, districts, ContactsWorld.Moment(now));
        await app.Services.GetRequiredService<Glances>().ReadAsync(districts, default);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        await client.GetAsync(new Uri("/jobs", UriKind.Relative));
        var costs = new List<PageCost>();
        var one = districts.Count > 0 ? districts[0] : DistrictCode.Parse("NONE");
        foreach (var page in PagesOf(one, last))
        {
            costs.Add((await MeasureAsync(client, page, counting)) with { Page = Named(page, one, last) });
        }

        await app.StopAsync();
        Console.Out.WriteLine(JsonSerializer.Serialize(costs));
        return 0;
    }

    /// <summary>Every page there is.</summary>
    /// <param name="mail">Null: there are neither mails nor schools.</param>
    public static IEnumerable<string> PagesOf(DistrictCode one, NotificationId? mail)
    {
        string[] lists = ["/", "/contacts", "/agreements", "/forums", "/materials", "/followups", "/notifications"];
        return
        [
            .. lists, .. lists.Select(l => $"{l}?district={one}"), "/contacts?q=000017", "/notifications?q=nobody", "/templates", "/templates/contact-changed/sv", "/import", "/jobs", "/audit",
            .. mail is null ? Array.Empty<string>() : [$"/notifications/{mail}", $"/contacts/{one}/99000000"],
        ];
    }

    /// <summary>The same name in a full store as in an empty one.</summary>
    private static string Named(string page, DistrictCode district, NotificationId? mail) =>
        (mail is { } id ? page.Replace(id.ToString(), "ID", StringComparison.Ordinal) : page).Replace(district.ToString(), "CODE", StringComparison.Ordinal);

    private static async Task<PageCost> MeasureAsync(HttpClient client, string page, CountingRecordStore store)
    {
        var first = await TimeAsync(client, page);
        var times = new List<double>();
        store.Reset();
        for (var i = 0; i < Times; i++)
        {
            times.Add(await TimeAsync(client, page));
        }

        return new(page, first, times.Order().ElementAt(Times / 2), store.Operations / Times);
    }

    private static async Task<double> TimeAsync(HttpClient client, string page)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : throw new InvalidOperationException($"{page}: {answer.StatusCode}");
    }

    private static WebApplication Build(IRecordStore store, string now)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services
            .AddNotifyCore(new() { Mail = new() { Trial = false } })
            .AddSingleton(store)
            .MarkChanges()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(ContactsWorld.Moment(now)))
            .AddSingleton<IMailTransport>(new FakeTransport())
            .AddSingleton<IClaimOwners>(new FakeClaimOwners("benchmark"))
            .AddSingleton<ISchedule>(new Never())
            .AddSingleton<IJobWaker>(new Never())
            .AddSingleton<ICsvTables, CsvTables>()
            .AddSingleton<IServiceProviderFactory<IServiceCollection>>(new DefaultServiceProviderFactory())
            .AddRegisterFiles()
            .AddCharts()
            .AddNotifyWeb();
        var app = builder.Build();
        app.UseNotify();
        app.MapNotify();
        return app;
    }

    /// <summary>Nothing runs by itself here.</summary>
    private sealed class Never : ISchedule, IJobWaker
    {
        public IReadOnlyList<ScheduleRow> Rows => DefaultSchedule.Rows;

        public DateTimeOffset NextAfter(string job, DateTimeOffset time) => time.AddDays(1);

        public void Wake(string job, DistrictCode? district = null)
        {
        }
    }
}
