using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Notify.Benchmarks;

/// <summary>What a step cost.</summary>
/// <param name="Seconds">From its first line to its last, compilation of the code it runs included.</param>
/// <param name="Operations">On the store.</param>
/// <param name="PeakMegabytes">The most memory that its process ever held, the runtime included.</param>
/// <param name="Note">What it did, in few words.</param>
internal sealed record Measurement(double Seconds, int Operations, double PeakMegabytes, string Note)
{
    /// <summary>Ends a measurement that began at the timestamp.</summary>
    public static Measurement Since(long start, int operations, string note)
    {
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        using var process = Process.GetCurrentProcess();
        return new(seconds, operations, process.PeakWorkingSet64 / 1e6, note);
    }
}

/// <summary>How a step tells what it cost.</summary>
[JsonSerializable(typeof(Measurement))]
internal sealed partial class MeasurementJson : JsonSerializerContext;
