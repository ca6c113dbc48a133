using System.Globalization;
using Notify.Core.Jobs;

namespace Notify.Benchmarks.Cost;

/// <summary>From counted operations over the schedule to kronor a month. No time is measured here.</summary>
internal static class CostPart
{
    /// <summary>Counts, works out and prints.</summary>
    public static async Task RunAsync(SuiteArguments arguments, Report report)
    {
        var months = new List<Month>();
        foreach (var size in Size.All)
        {
            var counts = await Counting.RunAsync(size.Districts);
            PrintCounts(report, size, counts);
            months.Add(new(size, counts));
        }

        PrintMonths(report, months);
    }

    private static void PrintCounts(Report report, Size size, Counts counts)
    {
        var jobs = DefaultSchedule.Rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Job} {counts.Ticks[r.Job].Operations}"));
        report.Line($"Counted with {size.Districts} districts: store operations of an idle tick: {string.Join(", ", jobs)}; of a look at the health page {counts.OperationsPerVisit}; of a mail {counts.OperationsPerMail:0.0}.");
        report.Line($"");
    }

    private static void PrintMonths(Report report, List<Month> months)
    {
        report.Line($"A month of 730 hours; list prices as known in {Prices.Known}; {Prices.KronorPerDollar} SEK for a dollar (assumed):");
        report.Line($"");
        report.Line($"| | {string.Join(" | ", months.Select(m => $"{m.Size.Name}, {m.Size.Districts} districts"))} |");
        report.Line($"|---|{string.Concat(months.Select(_ => "--:|"))}");
        Row("mails", m => m.Size.Mails, "N0");
        Row("timer ticks", _ => Month.Ticks, "N0");
        Row("messages", m => m.Messages, "N0");
        Row("store operations", m => m.Operations, "N0");
        Row("executions", m => m.Executions, "N0");
        foreach (var (i, (service, _)) in months[0].Bill.Index())
        {
            Row($"{service}, $", m => m.Bill[i].Dollars, "N2");
        }

        Row("**Azure, $**", m => m.Azure, "N0");
        Row("**Azure, SEK**", m => m.Azure * Prices.KronorPerDollar, "N0");
        Row("SendGrid, SEK", m => m.Size.SendGrid * Prices.KronorPerDollar, "N0");
        Row("**in all, SEK**", m => (m.Azure + m.Size.SendGrid) * Prices.KronorPerDollar, "N0");
        report.Line($"");

        void Row(string name, Func<Month, double> value, string format) =>
            report.Line($"| {name} | {string.Join(" | ", months.Select(m => value(m).ToString(format, CultureInfo.InvariantCulture)))} |");
    }
}
