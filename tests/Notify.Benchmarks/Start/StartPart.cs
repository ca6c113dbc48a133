using System.Globalization;

namespace Notify.Benchmarks.Start;

/// <summary>How long people wait for the first page and the first mail of a process, beside an app that does nothing.</summary>
internal static class StartPart
{
    private const int Times = 5;

    /// <summary>The yardstick: so many times the empty app (issue 10).</summary>
    private const double Aim = 2;

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(SuiteArguments arguments, Report report)
    {
        using var work = new WorkFolder();
        var due = await FirstMail.PrepareAsync(arguments.Program, work);
        var city = await FirstPage.PrepareAsync(arguments.Program, work);
        var empty = new List<double>();
        var pages = new List<double>();
        var mails = new List<double>();
        var samples = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            string Name(string what) => string.Create(CultureInfo.InvariantCulture, $"{what}-{i}");
            Console.Error.WriteLine($"benchmarks: start {i + 1} of {Times} …");
            empty.Add(await FirstPage.MeasureAsync(typeof(EmptyApp).Assembly.Location, EmptyApp.Verb));
            pages.Add(await FirstPage.MeasureAsync(arguments.Program, "serve", "--data", work.Copy(city, Name("page"))));
            samples.Add(await FirstPage.MeasureAsync(arguments.Program, "serve", "--data", work.New(Name("first"))));
            mails.Add(await FirstMail.MeasureAsync(arguments.Program, work.Copy(due, Name("mail"))));
        }

        Print(report, empty, ("first page, the sample city there", pages), ("first page ever, the sample city filled in before", samples), ("first mail, `run --job deliver`", mails));
    }

    private static void Print(Report report, IReadOnlyList<double> empty, params (string What, List<double> Seconds)[] rows)
    {
        report.Line($"From process start, the best of {Times}, beside the first page of an empty ASP.NET Core app; the aim is {Aim:0} ×:");
        report.Line($"");
        report.Line($"| | seconds | slowest | × empty app | |");
        report.Line($"|---|--:|--:|--:|---|");
        report.Line($"| empty app | {empty.Min():0.000} | {empty.Max():0.000} | 1 | |");
        foreach (var (what, seconds) in rows)
        {
            var ratio = seconds.Min() / empty.Min();
            report.Line($"| {what} | {seconds.Min():0.000} | {seconds.Max():0.000} | {ratio:0.0} | {(ratio <= Aim ? "met" : "MISSED")} |");
        }

        report.Line($"");
    }
}
