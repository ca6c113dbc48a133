using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Core.Telemetry;
using Xunit;

namespace Notify.Functions.Tests.Infra;

/// <summary>What people are told of without looking, and that the queries ask for what the app tells.</summary>
public sealed partial class AlertTests
{
    private static readonly string[] Alerts =
    [
        "alert-notify-5xx", "alert-notify-dead-letters", "alert-notify-failed-deliveries", "alert-notify-health", "alert-notify-late-heartbeats",
    ];

    [Fact]
    public async Task Each_alert_exists_is_on_and_reaches_the_action_group()
    {
        var found = (await AlertsAsync()).ToList();

        Assert.Equal(Alerts, found.Select(a => a.Name).Order(StringComparer.Ordinal));
        Assert.All(found, a => Assert.True(a.Properties["enabled"]!.GetValue<bool>()));
        Assert.All(found, a => Assert.Contains("actionGroups", a.Properties["actions"]!.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_alert_names_a_chapter_that_the_runbook_has()
    {
        var headings = (await File.ReadAllLinesAsync(Path.Combine(BicepCli.Folder, "../docs/runbook.md"), TestContext.Current.CancellationToken))
            .Where(l => l.StartsWith('#')).Select(l => l.TrimStart('#', ' ')).ToList();

        foreach (var alert in await AlertsAsync())
        {
            var text = ArmTemplate.Text(alert.Properties["description"]);
            Assert.Contains("docs/runbook.md", text, StringComparison.Ordinal);
            var named = text[(text.IndexOf("docs/runbook.md", StringComparison.Ordinal) + "docs/runbook.md".Length)..].Trim(',', ' ', '.');
            Assert.True(named.Length == 0 || headings.Contains(named), $"{alert.Name}: there is no chapter '{named}'.");
        }
    }

    [Fact]
    public async Task The_queries_ask_for_figures_that_the_app_really_has()
    {
        var figures = Instruments();
        var asked = (await AlertsAsync()).SelectMany(a => FigurePattern().Matches(Query(a)).Select(m => m.Groups[1].Value)).ToHashSet();

        Assert.Superset(new HashSet<string> { "notify.notifications.failed", "notify.notifications.bounced", "notify.job.duration", TelemetryTags.Job }, asked);
        Assert.Subset(new HashSet<string>(figures) { TelemetryTags.Job }, asked);
    }

    [Fact]
    public async Task Every_job_is_missed_after_three_times_its_interval()
    {
        var late = (await AlertsAsync()).Single(a => a.Name == "alert-notify-late-heartbeats");
        var minutes = MinutesPattern().Matches(Query(late)).Select(m => (Job: m.Groups[1].Value, Minutes: int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture)));

        Assert.Equal(DefaultSchedule.Rows.Select(r => (r.Job, (int)(3 * Interval.Of(r.Job)).TotalMinutes)), minutes);
    }

    [Fact]
    public async Task The_health_page_is_visited_from_three_places_at_least()
    {
        var test = Assert.Single((await ArmTemplate.ReadAsync()).Of("Microsoft.Insights/webtests"));

        Assert.Contains("/healthz", test.Properties["Request"]!["RequestUrl"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("standard", ArmTemplate.Text(test.Properties["Kind"]));
        Assert.True(test.Properties["Locations"]!.AsArray().Count >= 3);
    }

    private static async Task<IEnumerable<ArmResource>> AlertsAsync() =>
        (await ArmTemplate.ReadAsync()).Resources.Where(r => r.Type is "Microsoft.Insights/metricAlerts" or "Microsoft.Insights/scheduledQueryRules");

    private static string Query(ArmResource alert) =>
        alert.Properties["criteria"]!["allOf"]?.AsArray()[0]!["query"] is JsonNode query ? ArmTemplate.Text(query) : "";

    private static HashSet<string> Instruments()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        using var telemetry = new NotifyTelemetry("Notify.Infra");
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => names.Add(instrument.Name) };
        listener.Start();
        _ = (new MailMeter(telemetry), new JobMeter(telemetry, TimeProvider.System), new StateMeter(telemetry));
        return names;
    }

    [GeneratedRegex(@"'(notify\.[a-z.]+)'")]
    private static partial Regex FigurePattern();

    [GeneratedRegex(@"'(\w+)', (\d+)")]
    private static partial Regex MinutesPattern();
}
