using System.Xml;
using Xunit;

namespace Notify.Functions.Tests.Infra;

/// <summary>The queue as the work that goes through it needs it.</summary>
public sealed class QueueTests
{
    [Fact]
    public async Task There_is_one_queue_and_it_is_called_work()
    {
        var queue = Assert.Single((await ArmTemplate.ReadAsync()).Of("Microsoft.ServiceBus/namespaces/queues"));

        Assert.EndsWith("'work')]", queue.Name);
    }

    [Fact]
    public async Task Repeats_are_dropped_and_what_fails_again_and_again_or_grows_old_is_kept_apart()
    {
        var queue = (await ArmTemplate.ReadAsync()).Of("Microsoft.ServiceBus/namespaces/queues").Single().Properties;

        Assert.True(queue["requiresDuplicateDetection"]!.GetValue<bool>());
        Assert.True(queue["deadLetteringOnMessageExpiration"]!.GetValue<bool>());
        Assert.InRange(queue["maxDeliveryCount"]!.GetValue<int>(), 2, 10);
    }

    [Fact]
    public async Task Duplicate_detection_is_over_before_the_sweep_comes_again()
    {
        var template = await ArmTemplate.ReadAsync();
        var window = XmlConvert.ToTimeSpan(ArmTemplate.Text(template.Of("Microsoft.ServiceBus/namespaces/queues").Single().Properties["duplicateDetectionHistoryTimeWindow"]));

        Assert.InRange(window, TimeSpan.FromMinutes(1), Interval.Of("sweep"));
    }

    [Fact]
    public async Task The_dead_letter_alert_looks_at_this_queue()
    {
        var template = await ArmTemplate.ReadAsync();
        var passed = template.Root["resources"]!.AsArray().Single(r => ArmTemplate.Text(r!["name"]) == "alerts")!["properties"]!["parameters"]!["queueName"]!.ToJsonString();
        var bus = template.Levels.Single(l => l["resources"]!.AsArray().Any(r => ArmTemplate.Text(r!["type"]) == "Microsoft.ServiceBus/namespaces/queues"));

        Assert.Contains("'servicebus'", passed.Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("outputs.queueName.value", passed, StringComparison.Ordinal);
        Assert.Equal("work", ArmTemplate.Text(bus["outputs"]!["queueName"]!["value"]));
    }
}
