using System.Diagnostics;
using System.Globalization;

namespace Notify.Benchmarks.Pipeline;

/// <summary>A process that is run to its end, and what it cost.</summary>
/// <param name="Started">When, as <see cref="Stopwatch.GetTimestamp"/>.</param>
/// <param name="Seconds">From its start to its end.</param>
/// <param name="CpuSeconds">User and system, as last seen before its end: at most <see cref="Watched.Every"/> are missing.</param>
/// <param name="PeakMegabytes">The most memory that it ever held.</param>
internal sealed record Watched(long Started, double Seconds, double CpuSeconds, double PeakMegabytes)
{
    /// <summary>How often it is looked at. The kernel forgets what a process cost when it is gone.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs a program.</summary>
    /// <exception cref="InvalidOperationException">It failed: with what it said.</exception>
    public static async Task<Watched> RunAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var ended = process.WaitForExitAsync();
        var (cpu, peak) = (0.0, 0L);
        while (await Task.WhenAny(ended, Task.Delay(Every, TimeProvider.System)) != ended)
        {
            try
            {
                process.Refresh();
                (cpu, peak) = (process.TotalProcessorTime.TotalSeconds, Math.Max(peak, process.PeakWorkingSet64));
            }
            catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                // It ended just now.
            }
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var words = string.Join('\n', await said);
        return process.ExitCode == 0
            ? new(started, seconds, cpu, peak / 1e6)
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}: {words}");
    }
}
