using System.Text.Json;

namespace Notify.Benchmarks.ScaleOut;

/// <summary>What is so on that morning. Latencies are assumed; the rest is what code and files say.</summary>
/// <param name="Mails">Due at 07:00, spread evenly over the districts.</param>
/// <param name="MaxPerMinute"><c>Mail:MaxPerMinute</c>; 0: no limit.</param>
/// <param name="Calls">Messages that an instance handles at once.</param>
/// <param name="OperationsPerMail">On the store, from claim to record.</param>
internal sealed record Setting(int Districts, int Mails, int MaxPerMinute, int Calls, int OperationsPerMail)
{
    /// <summary><c>maximumInstanceCount</c> of infra/main.bicep.</summary>
    public const int MaxInstances = 40;

    /// <summary><c>Mail:Concurrency</c>, of one district.</summary>
    public const int SendsAtOnce = 8;

    /// <summary>How long a tick's run goes on waiting for its turn; <see cref="Core.Delivery.DeliverJob"/>.</summary>
    public const double Patience = 4 * 60;

    /// <summary>Between two ticks of <c>deliver</c>.</summary>
    public const double Tick = 5 * 60;

    /// <summary><c>lockDuration</c> of infra/modules/servicebus.bicep; it is renewed up to 10 minutes, so that only a dead handler loses it.</summary>
    public const double Lock = 5 * 60;

    /// <summary>Scans and looks before the first mail of a run.</summary>
    public const int OperationsBefore = 3;

    /// <summary>Reads <c>maxConcurrentCalls</c> from the file of the Functions host.</summary>
    public static int CallsIn(string hostFile)
    {
        using var host = JsonDocument.Parse(File.ReadAllBytes(hostFile));
        return host.RootElement.GetProperty("extensions").GetProperty("serviceBus").GetProperty("maxConcurrentCalls").GetInt32();
    }
}
