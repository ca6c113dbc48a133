using Notify.Adapters.Sqlite;
using Notify.Benchmarks.Pages;
using Notify.Benchmarks.Start;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Benchmarks.Memory;

/// <summary>What <c>notify serve</c> holds in memory with the national register and a year's mails.</summary>
internal static class MemoryPart
{
    /// <summary>The yardstick (issue 10).</summary>
    private const double AimMegabytes = 250;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(SuiteArguments arguments, Report report)
    {
        using var work = new WorkFolder();
        var folder = work.New("national");
        await NationalStore.MakeAsync(folder, arguments.Districts);
        var mail = NotificationId.Parse((await Child.MeasureAsync("mails", folder)).Note);
        var address = StartedProgram.FreeAddress();
        await using var notify = StartedProgram.Start(arguments.Program, ["serve", "--data", folder, "--now", Step.Changed], ("ASPNETCORE_URLS", address.ToString()));
        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
        await notify.UntilAsync(() => FirstPage.AnswersAsync(client), Pause);
        var start = notify.Megabytes;
        await using var store = new SqliteRecordStore(new() { Folder = folder });
        await notify.UntilAsync(() => HaveRunAsync(store), Pause);
        var jobs = notify.Megabytes;
        await WalkAsync(client, mail);
        Print(report, arguments.Districts, (start, jobs, notify.Megabytes, notify.PeakMegabytes));
    }

    /// <summary>Whether every job has run once.</summary>
    private static async Task<bool> HaveRunAsync(IRecordStore store)
    {
        var beats = await store.ListAsync(Partitions.System, "heartbeat:", HeartbeatJson.Default.Heartbeat, default);
        return DefaultSchedule.Rows.All(r => beats.Any(b => b.Value.Job == r.Job && b.Value.Last is not null));
    }

    private static async Task WalkAsync(HttpClient client, NotificationId mail)
    {
        foreach (var page in PageStep.PagesOf(mail.District, mail))
        {
            using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
        }
    }

    private static void Print(Report report, int districts, (double Start, double Jobs, double Pages, double Peak) megabytes)
    {
        report.Line($"`notify serve`, {districts} districts, {National.SchoolsOf(districts)} schools, {DeliveredMails.Count} mails; working set, the runtime included:");
        report.Line($"");
        report.Line($"| after | MB |");
        report.Line($"|---|--:|");
        report.Line($"| the first page | {megabytes.Start:0} |");
        report.Line($"| every job once | {megabytes.Jobs:0} |");
        report.Line($"| every page | {megabytes.Pages:0} |");
        report.Line($"| the most at any time | {megabytes.Peak:0} |");
        report.Line($"");
        report.Line($"The aim is {AimMegabytes:0} MB after jobs and pages: {(megabytes.Pages <= AimMegabytes ? "met" : "MISSED")}.");
        report.Line($"");
    }
}
