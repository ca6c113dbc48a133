namespace Notify.Benchmarks.Cost;

/// <summary>
/// List prices in US dollars as we knew them in November 2026, not read from a price list that day: check the current one of your
/// region and agreement. What is assumed rather than priced or counted is named so.
/// </summary>
internal static class Prices
{
    /// <summary>When they were known.</summary>
    public const string Known = "November 2026";

    /// <summary>Assumed: kronor for a dollar.</summary>
    public const double KronorPerDollar = 10.5;

    /// <summary>Service Bus, Standard, a month.</summary>
    public const double QueueBase = 10;

    /// <summary>Operations of the queue that its base includes.</summary>
    public const double QueueIncluded = 13e6;

    /// <summary>A million operations of the queue above that.</summary>
    public const double QueueMillion = 0.80;

    /// <summary>Operations of the queue for a message: put in, handed out, done.</summary>
    public const int QueueOperations = 3;

    /// <summary>Ten thousand operations on tables.</summary>
    public const double TableTenThousand = 0.00036;

    /// <summary>A GB of tables a month.</summary>
    public const double TableGigabyte = 0.06;

    /// <summary>A million executions of functions, above those included.</summary>
    public const double ExecutionsMillion = 0.40;

    /// <summary>Executions that are included.</summary>
    public const double ExecutionsIncluded = 250_000;

    /// <summary>A GB of memory for a second, above those included.</summary>
    public const double GigabyteSecond = 0.000026;

    /// <summary>GB-seconds that are included.</summary>
    public const double GigabyteSecondsIncluded = 100_000;

    /// <summary>What an instance has, as <c>instanceMemoryMB</c> of infra/main.bicep.</summary>
    public const double InstanceGigabytes = 2;

    /// <summary>The least that is paid each time an instance wakes.</summary>
    public const double LeastSeconds = 1;

    /// <summary>Assumed: seconds of an instance for a message, of which 16 are done at once.</summary>
    public const double SecondsPerMessage = 0.03;

    /// <summary>Assumed: GB of logs for an execution.</summary>
    public const double LogGigabytes = 5e-6;

    /// <summary>GB of logs that are included.</summary>
    public const double LogIncluded = 5;

    /// <summary>A GB of logs above that.</summary>
    public const double LogGigabyte = 2.76;

    /// <summary>Three log queries and two metrics that alert.</summary>
    public const double Alerts = 2.20;

    /// <summary>One visit of the health page from outside.</summary>
    public const double Visit = 0.0006;

    /// <summary>Keys and secrets; it is less.</summary>
    public const double KeyVault = 1;
}
