using Notify.Core.Delivery;
using Notify.Core.Delivery.Events;
using Notify.Core.Delivery.Troubles;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Testing.Delivery;
using Xunit;

namespace Notify.Core.Tests.Delivery.Events;

public sealed class ManyEventsTests
{
    private const int Mails = 1500;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_thousand_events_in_any_order_with_repetitions_end_as_they_do_in_order()
    {
        var inOrder = Enumerable.Range(1, Mails).SelectMany(StoryOf).ToList();
        var random = new Random(20260302);
        var any = inOrder.Concat(inOrder).Concat(inOrder.Where((_, i) => i % 3 == 0)).Take(10_000).OrderBy(_ => random.Next()).ToList();
        Assert.Equal(10_000, any.Count);

        Assert.Equal(await EndAsync(inOrder), await EndAsync(any));
    }

    [Fact]
    public async Task An_event_that_says_something_new_costs_two_operations_and_what_the_watch_reads()
    {
        var stage = new DeliveryStage();
        await stage.QueueAsync(Sample.Notification(), Ct);
        await stage.DeliverAsync(Ct);
        stage.Counted.Reset();
        ProviderEvent told = new(Sample.Notification().Id, Sample.School, ProviderEventKind.Delivered, Sample.Monday, "provider-1", null);

        await stage.Events.ApplyAsync([told], Ct);
        Assert.Equal(2 + 1, stage.Counted.Operations);

        stage.Counted.Reset();
        await stage.Events.ApplyAsync([told, told], Ct);
        Assert.Equal(1, stage.Counted.Operations);
    }

    [Fact]
    public async Task An_event_on_nothing_of_ours_is_left_out()
    {
        var stage = new DeliveryStage();
        await stage.Events.ApplyAsync([new(Sample.Notification().Id, Sample.School, ProviderEventKind.Bounced, Sample.Monday, null, null)], Ct);
        Assert.Empty(await stage.PendingAsync(Ct));
    }

    /// <summary>What happens to a mail, as SendGrid tells it, by its number: some arrive, some are deferred first, some bounce at one address or both.</summary>
    private static IEnumerable<ProviderEvent> StoryOf(int n)
    {
        foreach (var address in new[] { Sample.Principal, Sample.School })
        {
            var end = ((n * 2) + (address == Sample.School ? 1 : 0)) % 11;
            yield return Event(n, address, ProviderEventKind.Processed);
            if (end is 0 or 1)
            {
                yield return Event(n, address, ProviderEventKind.Processed);
            }

            yield return Event(n, address, end switch
            {
                2 => ProviderEventKind.Bounced,
                3 => ProviderEventKind.Blocked,
                4 => ProviderEventKind.Dropped,
                _ => ProviderEventKind.Delivered,
            });
            if (end is 5)
            {
                yield return Event(n, address, ProviderEventKind.SpamReport);
            }
        }
    }

    private static ProviderEvent Event(int n, EmailAddress address, ProviderEventKind kind) =>
        new(Sample.Notification(n).Id, address, kind, Sample.Monday.AddSeconds(n), "provider-1", "why");

    private static async Task<List<string>> EndAsync(IReadOnlyList<ProviderEvent> events)
    {
        var stage = new DeliveryStage();
        for (var n = 1; n <= Mails; n++)
        {
            await stage.QueueAsync(Accepted(n), Ct);
        }

        foreach (var call in events.Chunk(1000))
        {
            await stage.Events.ApplyAsync(call, Ct);
        }

        var end = new List<string>();
        for (var n = 1; n <= Mails; n++)
        {
            var told = await stage.ReadAsync(Sample.Notification(n).Id, Ct);
            end.Add($"{told.Id} {told.State} {string.Join(' ', told.Recipients.Select(r => $"{r.Outcome} {r.IsDead}"))}");
        }

        await foreach (var row in stage.Memory.ScanAsync(Sample.District.ToString(), TroubleKeys.Prefix, Ct))
        {
            end.Add(row.Key);
        }

        return end;
    }

    private static Notification Accepted(int n)
    {
        var sending = DeliveryPolicy.Claim(Sample.Notification(n), "p1", "v1", TimeSpan.FromMinutes(5), Sample.Monday).Next!;
        return DeliveryPolicy.Record(sending, sending.Claim!, new SendOutcome.Accepted("provider-1", []), new(new()), Sample.Monday).Next!;
    }
}
