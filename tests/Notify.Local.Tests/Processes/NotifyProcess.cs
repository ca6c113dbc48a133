using System.Diagnostics;
using System.Globalization;

namespace Notify.Local.Tests.Processes;

/// <summary>The built program in a process of its own, as a user starts it. It never outlives the test.</summary>
internal sealed class NotifyProcess : IAsyncDisposable
{
    /// <summary>No command takes this long, even on a machine that has much else to do.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly Task<string> _out;
    private readonly Task<string> _error;

    private NotifyProcess(Process process)
    {
        _process = process;
        _out = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Runs a command to its end.</summary>
    /// <param name="folder">Where the caller stands.</param>
    public static async Task<Answer> RunAsync(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        await using var process = Start(folder, arguments, environment);
        return await process.AnswerAsync(Patience);
    }

    /// <summary>Starts a command.</summary>
    /// <param name="folder">Where the caller stands.</param>
    public static NotifyProcess Start(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in Launcher().Concat([Path.Combine(AppContext.BaseDirectory, "notify.dll")]).Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        start.FileName = start.ArgumentList[0];
        start.ArgumentList.RemoveAt(0);
        start.StandardOutputEncoding = start.StandardErrorEncoding = System.Text.Encoding.UTF8;
        Clean(start.Environment);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    /// <summary>Whether it has ended, by itself or killed.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>As <c>kill -9</c>, or a power cut.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    /// <summary>As Ctrl-C.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for the end; past the time, the process is killed and the test fails with what it has said.</summary>
    public async Task<Answer> AnswerAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
            throw new TimeoutException($"notify did not end within {patience}. It said:\n{await _out}\n{await _error}");
        }

        return new(_process.ExitCode, await _out, await _error);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    /// <summary>A test run in the background may have been started with Ctrl-C ignored, which children inherit.</summary>
    private static IEnumerable<string> Launcher() =>
        File.Exists("/usr/bin/env") && OperatingSystem.IsLinux() ? ["/usr/bin/env", "--default-signal=INT", "dotnet"] : ["dotnet"];

    /// <summary>Settings of the machine that runs the tests are not settings of the program under test.</summary>
    public static void Clean(IDictionary<string, string?> environment)
    {
        string[] sections = ["Mail__", "Store__", "Links__", "SendWindow__", "Contacts__", "Agreements__", "Inbox__", "Skolverket__", "Graph__", "Import__", "Schedules__", "Portal__", "ASPNETCORE_", "DOTNET_ENVIRONMENT", "URLS"];
        foreach (var name in environment.Keys.Where(n => sections.Any(s => n.StartsWith(s, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            environment.Remove(name);
        }
    }
}
