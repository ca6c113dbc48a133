using System.Diagnostics;
using System.Text.Json;

namespace Notify.Benchmarks;

/// <summary>This program again in a process of its own, so that it has a peak of memory of its own and no code made ready by others.</summary>
internal static class Child
{
    /// <summary>Runs a step and gives what it cost.</summary>
    public static async Task<Measurement> MeasureAsync(string step, string folder, params string[] more) =>
        JsonSerializer.Deserialize(await AnswerAsync([Step.Verb, step, folder, .. more]), MeasurementJson.Default.Measurement)!;

    /// <summary>Runs this program with the arguments and gives what it wrote to standard output.</summary>
    public static async Task<string> AnswerAsync(IReadOnlyList<string> arguments)
    {
        Console.Error.WriteLine($"benchmarks: {string.Join(' ', arguments)} …");
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? answer : throw new InvalidOperationException($"{string.Join(' ', arguments)} failed.");
    }
}
