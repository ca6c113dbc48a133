using Notify.Core.Delivery;
using Notify.Core.Delivery.Events;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Telemetry;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Notify.Testing.Telemetry;
using Xunit;

namespace Notify.Core.Tests.Telemetry;

/// <summary>What is measured on the road of a contact change, counted figure by figure.</summary>
public sealed class FigureTests : IAsyncDisposable
{
    private static readonly RegisterBuilder City = RegisterBuilder.City().District("BROMMA").Contact("anna").Contact("bo").School("98000007");
    private static readonly EmailAddress[] Addresses = [EmailAddress.Parse("rektor@skola98000007.example"), EmailAddress.Parse("expedition@skola98000007.example")];

    private readonly CountingRecordStore _store = new(new InMemoryRecordStore());
    private readonly ContactsWorld _world;
    private readonly CapturedTelemetry _heard;

    public FigureTests()
    {
        _world = new("2026-03-02T10:00", _store);
        _heard = new(_world.Get<NotifyTelemetry>());
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_counted_when_it_is_queued_and_when_it_is_sent_by_kind()
    {
        await PlanAChangeAsync();
        Assert.Equal(new() { ["notify.kind=contact-assigned"] = 2, ["notify.kind=contact-changed"] = 1 }, _heard.Sums("notify.notifications.queued").ToDictionary());
        Assert.Equal(0, _heard.Sum("notify.notifications.sent"));

        await _world.DeliverAsync();

        Assert.Equal(_heard.Sums("notify.notifications.queued"), _heard.Sums("notify.notifications.sent"));
        Assert.Equal([1, 1, 1], _heard.Values("notify.handover.attempts"));
    }

    [Fact]
    public async Task The_latency_goes_from_the_planning_of_the_change_and_the_delay_from_the_moment_it_was_to_leave()
    {
        await PlanAChangeAsync();
        var planned = Assert.Single(await _world.WaitingAsync(), n => n.Kind == "contact-changed");
        _world.At("2026-03-02T10:45");

        await _world.DeliverAsync();

        var sent = ContactsWorld.Moment("2026-03-02T10:45");
        Assert.Contains((sent - planned.CreatedAt).TotalSeconds, _heard.Values("notify.handover.latency"));
        Assert.Contains((sent - planned.NotBefore).TotalSeconds, _heard.Values("notify.handover.delay"));
    }

    [Fact]
    public async Task An_attempt_that_failed_for_now_is_counted_as_back_in_the_queue_and_in_the_attempts()
    {
        await PlanAChangeAsync();
        _world.Transport.Script(new SendOutcome.Transient("not now"), new SendOutcome.Accepted("p", []));

        await _world.DeliverAsync();
        _world.At("2026-03-02T10:25");
        await _world.DeliverAsync();

        Assert.Equal(1, _heard.Sum("notify.notifications.requeued"));
        Assert.Equal(3, _heard.Sum("notify.notifications.sent"));
        Assert.Equal([1, 1, 2], _heard.Values("notify.handover.attempts"));
        Assert.Equal(
            ["notify.outcome=accepted notify.transport=fake", "notify.outcome=transient notify.transport=fake"],
            _heard.Figures.Where(f => f.Instrument == "notify.send.duration").Select(f => f.Tags).Distinct().Order());
    }

    [Fact]
    public async Task A_refusal_and_a_bounce_are_counted_once_however_often_they_are_told()
    {
        await PlanAChangeAsync();
        _world.Transport.Answer = (mail, _) => Task.FromResult<SendOutcome>(
            mail.Kind == "contact-assigned" ? new SendOutcome.Permanent("refused") : new SendOutcome.Accepted("p", []));
        await _world.DeliverAsync();
        var mail = _world.Sent().Single(m => m.Kind == "contact-changed").Id;
        var told = Addresses.Select(a => new ProviderEvent(mail, a, ProviderEventKind.Bounced, _world.Clock.GetUtcNow(), "p", "gone")).ToList();

        await _world.Get<ProviderEvents>().ApplyAsync(told, Ct);
        await _world.Get<ProviderEvents>().ApplyAsync(told, Ct);

        Assert.Equal(new() { ["notify.kind=contact-assigned"] = 2 }, _heard.Sums("notify.notifications.failed").ToDictionary());
        Assert.Equal(new() { ["notify.kind=contact-changed"] = 1 }, _heard.Sums("notify.notifications.bounced").ToDictionary());
        Assert.Equal(new() { ["notify.event=bounced"] = 4 }, _heard.Sums("notify.provider.events").ToDictionary());
    }

    [Fact]
    public async Task What_a_newer_truth_replaces_is_counted_too()
    {
        await PlanAChangeAsync();
        await _world.ImportAsync(City.Assign("anna"));
        await _world.RunAsync();

        Assert.Equal(3, _heard.Sum("notify.notifications.superseded"));
        Assert.Equal(0, _heard.Sum("notify.notifications.sent"));
    }

    [Fact]
    public async Task Every_operation_on_the_store_is_counted_and_timed()
    {
        await PlanAChangeAsync();
        await _world.DeliverAsync();

        Assert.Equal(_store.Operations, _heard.Sum("notify.store.operations"));
        Assert.Equal(_store.Operations, _heard.Values("notify.store.operation.duration").Count);
        Assert.Equal(_store.Commits, _heard.Sums("notify.store.operations")["db.operation.name=commit"]);
    }

    [Fact]
    public async Task A_lost_race_is_an_operation_with_its_error_and_no_notification_is_counted_for_it()
    {
        var notification = Testing.Delivery.Sample.Notification();
        var store = _world.Get<IRecordStore>();
        await store.CommitAsync("BROMMA", [.. NotificationRows.Insert(notification)], Ct);

        await Assert.ThrowsAsync<ConflictException>(() => store.CommitAsync("BROMMA", [.. NotificationRows.Insert(notification)], Ct));

        Assert.Equal(1, _heard.Sum("notify.notifications.queued"));
        Assert.Equal(1, _heard.Sums("notify.store.operations")["db.operation.name=commit error.type=ConflictException"]);
    }

    [Fact]
    public async Task A_run_of_a_job_is_timed_and_its_spans_lead_down_to_each_send()
    {
        await PlanAChangeAsync();
        await _world.Get<JobRunner>().RunAsync("deliver", null, Ct);

        Assert.Single(_heard.Figures, f => f.Instrument == "notify.job.duration" && f.Tags == "notify.job=deliver");
        var send = _heard.Spans.First(s => s.DisplayName == "send");
        Assert.Equal(System.Diagnostics.ActivityKind.Client, send.Kind);
        Assert.Equal(["send", "deliver", "job deliver district", "job deliver"], Up(send).Select(s => s.DisplayName));
        Assert.Equal(3, _heard.Spans.Count(s => s.DisplayName == "deliver" && (string?)s.GetTagItem("notify.outcome") == "accepted"));
        Assert.Equal("BROMMA", send.GetTagItem("notify.district"));
        Assert.Equal(["sending", "accepted"], send.Parent!.Events.Select(e => e.Tags.Single(t => t.Key == "notify.state").Value));
    }

    [Fact]
    public async Task What_nobody_listens_to_costs_no_reading_of_notifications()
    {
        _heard.Dispose();
        var store = new MeteredRecordStore(_store, _world.Get<NotifyTelemetry>(), _world.Clock);

        await store.CommitAsync("BROMMA", [new RecordChange.Insert("notification:x", "not a notification")], Ct);

        Assert.Equal(1, _store.Commits);
    }

    public async ValueTask DisposeAsync()
    {
        _heard.Dispose();
        await _world.DisposeAsync();
    }

    private static IEnumerable<System.Diagnostics.Activity> Up(System.Diagnostics.Activity? span)
    {
        for (; span is not null; span = span.Parent)
        {
            yield return span;
        }
    }

    private async Task PlanAChangeAsync()
    {
        await _world.ImportAsync(City.Assign("anna"));
        await _world.RunAsync();
        await _world.ImportAsync(City.Assign("bo"));
        _world.At("2026-03-02T10:20");
        await _world.Get<JobRunner>().RunAsync("contacts", null, Ct);
    }
}
