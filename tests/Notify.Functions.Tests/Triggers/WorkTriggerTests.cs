using System.Xml;
using Microsoft.Azure.Functions.Worker;
using Notify.Core.Jobs;
using Notify.Core.Work;
using Notify.Functions.Tests.Infra;
using Notify.Functions.Tests.World;
using Xunit;

namespace Notify.Functions.Tests.Triggers;

/// <summary>What the code, <c>host.json</c> and the Bicep say of the queue is the same.</summary>
public sealed class WorkTriggerTests
{
    [Fact]
    public async Task The_trigger_reads_the_queue_that_the_template_makes()
    {
        var trigger = FunctionsOfTheApp.Only<ServiceBusTriggerAttribute>();
        var template = await ArmTemplate.ReadAsync();

        var queue = Assert.Single(template.Of("Microsoft.ServiceBus/namespaces/queues"));
        Assert.EndsWith($"'{trigger.QueueName}')]", queue.Name, StringComparison.Ordinal);
        Assert.Contains(template.AppSettings(), s => s.Key == $"{trigger.Connection}__fullyQualifiedNamespace");
    }

    [Fact]
    public async Task The_queue_of_these_tests_gives_up_as_soon_as_the_one_of_the_template()
    {
        var queue = (await ArmTemplate.ReadAsync()).Of("Microsoft.ServiceBus/namespaces/queues").Single().Properties;

        Assert.Equal(Outside.MaxDeliveryCount, queue["maxDeliveryCount"]!.GetValue<int>());
        Assert.Equal(XmlConvert.ToTimeSpan(ArmTemplate.Text(queue["duplicateDetectionHistoryTimeWindow"])), Outside.Window);
    }

    [Fact]
    public void A_message_stays_locked_as_long_as_a_function_may_run()
    {
        Assert.False(FunctionsOfTheApp.Only<ServiceBusTriggerAttribute>().AutoCompleteMessages);
        Assert.Equal(HostFile.Time("functionTimeout"), HostFile.Time("extensions", "serviceBus", "maxAutoLockRenewalDuration"));
    }

    [Fact]
    public async Task The_pauses_before_another_try_are_shorter_than_the_lock()
    {
        var queue = (await ArmTemplate.ReadAsync()).Of("Microsoft.ServiceBus/namespaces/queues").Single().Properties;

        Assert.All(WorkHandler.Breathers, pause => Assert.True(2 * pause < XmlConvert.ToTimeSpan(ArmTemplate.Text(queue["lockDuration"]))));
    }

    [Fact]
    public void Every_function_is_known_here_by_its_kind()
    {
        Assert.Equal(
            DefaultSchedule.Rows.Select(r => r.Job).Concat(["web", "work"]).Order(StringComparer.Ordinal),
            FunctionsOfTheApp.All.Select(f => f.Name).Order(StringComparer.Ordinal));
    }
}
