using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Notify.Core.Notifications;
using Notify.Core.Time;
using Notify.Local.Tests.Crashes.Faults;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.TwoYears;

/// <summary>
/// The agreements of the sample city, day by day over two years with <c>notify run --now</c>: every mail in a table that a person can check
/// against CONTRACT.md "Time". <c>NOTIFY_UPDATE_GOLDEN=1 dotnet test</c> rewrites it; look at the difference before it is committed.
/// </summary>
public sealed class TwoYearsTests
{
    [Fact]
    public async Task Two_years_of_the_sample_city_read_as_they_did_when_someone_last_checked_them()
    {
        using var city = new City(new Dictionary<string, string>());
        var happened = await TwoYearsChild.RunAsync(city.Data, city.Register, TimeSpan.FromMinutes(4));
        await using var life = Life.Begin(city.Settings, city.Data, Script.Last + "T12:00");
        var mails = (await life.NotificationsAsync(TestContext.Current.CancellationToken))
            .Where(n => n.Kind.StartsWith("agreement-", StringComparison.Ordinal) && n.State == NotificationState.Accepted).Select(n => new SentMail(n)).ToList();

        Assert.Equal(city.Mail().Count(m => m.Kind.StartsWith("agreement-", StringComparison.Ordinal)), mails.Count);
        Assert.All(mails, m => Assert.True(IsWorkingMorning(m.At), m.ToString()));
        var steps = mails.Where(m => m.Kind is "agreement-reminder" or "agreement-overdue" or "agreement-escalated").SelectMany(m => m.Items).ToList();
        Assert.Distinct(steps);
        AssertGolden(Table(happened, mails, SteeringGroups(city)));
    }

    private static bool IsWorkingMorning(DateTimeOffset at) =>
        new WorkingCalendar(new SendWindowOptions()) is var calendar && calendar.NextOpen(at) == at && StockholmTime.ToLocal(at).Hour == 7;

    private static string Table(IReadOnlyList<string> happened, IReadOnlyList<SentMail> mails, Dictionary<string, string> groups)
    {
        var lines = happened.Select(h => (On: h[..10], Order: 0, Text: $"{h[..10]}        — {h[11..]}"))
            .Concat(mails.Select(m => (On: Date(m.At), Order: 1, Text: m.Line(groups))))
            .OrderBy(l => l.On, StringComparer.Ordinal).ThenBy(l => l.Order).ThenBy(l => l.Text, StringComparer.Ordinal);
        return string.Join('\n', lines.Select(l => l.Text)) + "\n";
    }

    private static string Date(DateTimeOffset at) => StockholmTime.ToLocal(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The members of each group, joined, and its id.</summary>
    private static Dictionary<string, string> SteeringGroups(City city) =>
        File.ReadLines(city.TableOf("steering_groups")).Skip(1).Select(l => l.Split(';')).GroupBy(r => r[0], r => r[3])
            .ToDictionary(g => string.Join(' ', g.Order(StringComparer.Ordinal)), g => $"{g.Key} ({g.Count()})", StringComparer.Ordinal);

    private static void AssertGolden(string actual, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "two-years.txt");
        if (Environment.GetEnvironmentVariable("NOTIFY_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual, new UTF8Encoding(false));
        }

        Assert.True(File.Exists(path), $"{path} is missing: run with NOTIFY_UPDATE_GOLDEN=1");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
