using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Agreements;
using Notify.Core.Links;
using Notify.Core.Register;
using Notify.Local.Commands;
using Notify.Local.Hosting;

namespace Notify.Local.Tests.TwoYears;

/// <summary>
/// Gives the commands of two years, one <c>notify run --now</c> a day, in one process of its own: this test program, started with a
/// command. A process for each day would take a quarter of an hour to start.
/// </summary>
internal sealed class TwoYearsChild(string data, string register)
{
    public const string Command = "two-years";

    private readonly List<string> _happened = [];

    /// <summary>Runs it to its end. It ends by itself when its standard input closes, so it does not outlive the tests.</summary>
    /// <returns>What happened, line by line, as <c>2026-03-02 A-BROMMA: …</c>.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(string data, string register, TimeSpan patience)
    {
        var program = Path.ChangeExtension(typeof(TwoYearsChild).Assembly.Location, OperatingSystem.IsWindows() ? "exe" : null);
        var start = new ProcessStartInfo(program, [Command, data, register]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        Processes.NotifyProcess.Clean(start.Environment);
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(patience);
        try
        {
            var (said, complained) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0
                ? [.. (await said).Split('\n').Where(l => l.StartsWith("# ", StringComparison.Ordinal)).Select(l => l[2..].TrimEnd())]
                : throw new InvalidOperationException($"exit code {process.ExitCode}:\n{await complained}");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>In the child.</summary>
    public static async Task<int> LiveAsync(string[] arguments)
    {
        new Thread(Crashes.Faults.CrashChild.ExitWithParent) { IsBackground = true }.Start();
        var child = new TwoYearsChild(arguments[0], arguments[1]);
        await child.LiveAsync();
        child._happened.ForEach(l => Console.WriteLine("# " + l));
        return 0;
    }

    private async Task LiveAsync()
    {
        await NotifyAsync("sample", register, "--now", Script.First + "T06:00");
        await NotifyAsync("import", register, "--now", Script.First + "T06:00");
        for (var day = Day(Script.First); day <= Day(Script.Last); day = day.AddDays(1))
        {
            foreach (var happening in Script.Happenings.Where(h => Day(h.On) == day))
            {
                await HappenAsync(happening);
            }

            if (day < Script.Downtime.First || day > Script.Downtime.Last)
            {
                await NotifyAsync("run", "--now", $"{day:yyyy-MM-dd}T07:00");
                await AnswerAsExpectedAsync(day);
            }
        }
    }

    private async Task HappenAsync(Happening happening)
    {
        _happened.Add($"{happening.On} {happening}");
        if (happening.Answer is { } kind)
        {
            await AnswerAsync(happening.Id, kind, happening.Day is { } day ? Day(day) : null, happening.On + "T06:30");
            return;
        }

        Edit(happening);
        await NotifyAsync("import", register, "--now", happening.On + "T06:30");
    }

    private async Task AnswerAsExpectedAsync(DateOnly day)
    {
        await using var services = Services($"{day:yyyy-MM-dd}T15:00");
        foreach (var district in await services.GetRequiredService<RegisterStore>().DistrictsAsync(default))
        {
            var rows = (await services.GetRequiredService<AgreementsReader>().ReadAsync(district, default))!.Rows;
            foreach (var row in rows.Where(r => r.Stage != AgreementStage.Ended && !Script.Silent.Contains(r.Agreement.Id) && r.Standing.Counts == day.AddDays(5)))
            {
                await AnswerAsync(services, row, AnswerKind.Unchanged, null);
                _happened.Add($"{day:yyyy-MM-dd} {row.Agreement.Id}: the steering group answers Unchanged, as expected");
            }
        }
    }

    private async Task AnswerAsync(string id, AnswerKind kind, DateOnly? day, string now)
    {
        await using var services = Services(now);
        foreach (var district in await services.GetRequiredService<RegisterStore>().DistrictsAsync(default))
        {
            var rows = (await services.GetRequiredService<AgreementsReader>().ReadAsync(district, default))!.Rows;
            if (rows.FirstOrDefault(r => r.Agreement.Id == id) is { } row)
            {
                await AnswerAsync(services, row, kind, day);
            }
        }
    }

    private static async Task AnswerAsync(ServiceProvider services, AgreementRow row, AnswerKind kind, DateOnly? day)
    {
        var (replies, state) = (services.GetRequiredService<AgreementReplies>(), row.State);
        var token = new LinkToken(LinkPurpose.Agreement, row.District, AgreementsKeys.Subject(state.Id), state.Sequence, DateTimeOffset.MaxValue);
        var view = (await replies.ViewAsync(token, default))!;
        var result = await replies.AnswerAsync(token, new(kind, day, view.Members[0].Id, "", view.Answers), default);
        if (result is not { Outcome: ReplyOutcome.Recorded })
        {
            throw new InvalidOperationException($"{state.Id}: the answer was not taken: {result?.Outcome}");
        }
    }

    /// <summary>Changes a cell in the row that has the id.</summary>
    private void Edit(Happening happening)
    {
        var path = Path.Combine(register, happening.Table + ".csv");
        var rows = File.ReadAllLines(path).Select(l => l.Split(';')).ToList();
        var (id, column) = (Array.IndexOf(rows[0], "id"), Array.IndexOf(rows[0], happening.Column));
        rows.Single(r => r[id] == happening.Id)[column] = happening.Value!;

        File.WriteAllLines(path, rows.Select(r => string.Join(';', r)));
    }

    private ServiceProvider Services(string now) =>
        new ServiceCollection().AddLocal(LocalSettings.Read(data, now, isVerbose: false)).BuildServiceProvider();

    private async Task NotifyAsync(params string[] arguments)
    {
        if (await CommandLine.RunAsync([.. arguments, "--data", data]) is not 0 and var code)
        {
            throw new InvalidOperationException($"notify {string.Join(' ', arguments)}: exit code {code}");
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
