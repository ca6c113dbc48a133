using Microsoft.Extensions.Configuration;
using Notify.Adapters.Settings;
using Notify.Core.Jobs;

namespace Notify.Benchmarks.Cost;

/// <summary>A month of 730 hours: what is counted times the schedule, and what that costs in dollars.</summary>
internal sealed class Month(Size size, Counts counts)
{
    private const int Hours = 730;

    /// <summary>From 3 places, every quarter of an hour.</summary>
    private const int VisitsPerHour = 12;

    private static readonly IReadOnlyDictionary<string, int> TicksOf = CountTicks();

    /// <summary>For whom.</summary>
    public Size Size => size;

    /// <summary>Times that a timer fires.</summary>
    public static double Ticks => TicksOf.Values.Sum();

    /// <summary>Looks at the health page.</summary>
    public static double Visits => VisitsPerHour * Hours;

    /// <summary>Through the queue, one for every mail included: it falls due between two ticks.</summary>
    public double Messages => TicksOf.Sum(t => (double)t.Value * counts.Ticks[t.Key].Messages) + size.Mails;

    /// <summary>On the store.</summary>
    public double Operations =>
        TicksOf.Sum(t => (double)t.Value * counts.Ticks[t.Key].Operations) + (Visits * counts.OperationsPerVisit) + (size.Mails * counts.OperationsPerMail);

    /// <summary>Timers, messages, visits and the event that a mail arrived.</summary>
    public double Executions => Ticks + Messages + Visits + size.Mails;

    /// <summary>GB of logs.</summary>
    public double Logs => Executions * Prices.LogGigabytes;

    /// <summary>Dollars by service, in the order of the bill.</summary>
    public IReadOnlyList<(string Service, double Dollars)> Bill =>
    [
        ("Service Bus", Prices.QueueBase + (Above(Messages * Prices.QueueOperations, Prices.QueueIncluded) / 1e6 * Prices.QueueMillion)),
        ("Table Storage", (Operations / 1e4 * Prices.TableTenThousand) + (size.Gigabytes * Prices.TableGigabyte)),
        ("Functions", (Above(Executions, Prices.ExecutionsIncluded) / 1e6 * Prices.ExecutionsMillion) + (Above(GigabyteSeconds, Prices.GigabyteSecondsIncluded) * Prices.GigabyteSecond)),
        ("Logs", Above(Logs, Prices.LogIncluded) * Prices.LogGigabyte),
        ("Alerts", Prices.Alerts),
        ("Visits", Visits * Prices.Visit),
        ("Key Vault", Prices.KeyVault),
    ];

    /// <summary>Dollars for Azure.</summary>
    public double Azure => Bill.Sum(b => b.Dollars);

    /// <summary>A tick wakes an instance for the timer and one for its messages; a visit and a mail wake one each.</summary>
    private double GigabyteSeconds => Prices.InstanceGigabytes
        * (TicksOf.Sum(t => t.Value * (Prices.LeastSeconds + Math.Max(Prices.LeastSeconds, counts.Ticks[t.Key].Messages * Prices.SecondsPerMessage)))
            + ((Visits + size.Mails) * Prices.LeastSeconds));

    private static double Above(double count, double included) => Math.Max(0, count - included);

    private static Dictionary<string, int> CountTicks()
    {
        var schedule = CronSchedule.Read(new(new ConfigurationBuilder().Build()));
        var begin = new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.Zero);
        return schedule.Rows.ToDictionary(r => r.Job, r => TicksIn(r.Job), StringComparer.Ordinal);

        int TicksIn(string job)
        {
            var ticks = 0;
            for (var at = schedule.NextAfter(job, begin); at <= begin.AddHours(Hours); at = schedule.NextAfter(job, at))
            {
                ticks++;
            }

            return ticks;
        }
    }
}
