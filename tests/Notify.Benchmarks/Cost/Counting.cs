using Microsoft.Extensions.Logging.Abstractions;
using Notify.Core.Delivery;
using Notify.Core.Delivery.Events;
using Notify.Core.Jobs;
using Notify.Core.Register;
using Notify.Core.Work;
using Notify.Testing.Contacts;
using Notify.Testing.Store;
using Notify.Web.Health;

namespace Notify.Benchmarks.Cost;

/// <summary>Runs the way of Azure, timer to queue to job, on a store in memory, and counts.</summary>
internal sealed class Counting : IWorkQueue, IAsyncDisposable
{
    private readonly CountingRecordStore _store = new(new InMemoryRecordStore());
    private readonly ContactsWorld _world;
    private readonly Queue<WorkMessage> _messages = new();

    private Counting() => _world = new(Step.Imported, _store);

    /// <summary>Counts for so many districts of the national register.</summary>
    public static async Task<Counts> RunAsync(int districts)
    {
        await using var counting = new Counting();
        var register = National.Register(districts, National.SchoolsOf(districts));
        await counting._world.ImportAsync(register);
        await counting.RoundAsync(); // The first run takes things as known, the second follows up: from the third on nothing is to do.
        await counting.RoundAsync();
        var idle = await counting.RoundAsync();
        var visit = await counting.VisitAsync();
        return new(idle, await counting.MailAsync(register, idle), visit);
    }

    /// <summary>Operations on the store for each mail of a delivery of many in one district, rounded up.</summary>
    public static async Task<int> DeliveryAsync()
    {
        await using var counting = new Counting();
        var register = National.Register(1, National.SchoolsOf(1));
        await counting._world.ImportAsync(register);
        await counting.TickAsync("contacts");
        await counting._world.ImportAsync(National.WithChanges(register, register.Schools!.Count));
        await counting.TickAsync("contacts");
        counting._world.At("2026-03-02T10:20");
        var operations = (await counting.TickAsync("deliver")).Operations;
        return (int)Math.Ceiling((double)operations / counting._world.Sent().Count);
    }

    /// <inheritdoc/>
    public Task EnqueueAsync(IReadOnlyCollection<WorkMessage> messages, CancellationToken ct)
    {
        foreach (var message in messages)
        {
            _messages.Enqueue(message);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private async Task<Dictionary<string, TickCount>> RoundAsync()
    {
        var counts = new Dictionary<string, TickCount>(StringComparer.Ordinal);
        foreach (var row in DefaultSchedule.Rows)
        {
            counts.Add(row.Job, await TickAsync(row.Job));
        }

        return counts;
    }

    /// <summary>As the timer and the handlers of the queue do it, a heartbeat included.</summary>
    private async Task<TickCount> TickAsync(string job)
    {
        _store.Reset();
        var dispatch = new WorkDispatch(this, _world.Get<RegisterStore>(), _world.Get<JobRunner>(), _world.Get<Heartbeats>(), _world.Clock);
        var handler = new WorkHandler(
            _world.Get<JobRunner>(), _world.Get<DeliverJob>(), _world.Get<Heartbeats>(), _world.Clock, NullLogger<WorkHandler>.Instance);
        await dispatch.TickAsync(job, default);
        var messages = _messages.Count;
        while (_messages.TryDequeue(out var message))
        {
            await handler.HandleAsync(message.Item.Write(), 1, default);
        }

        return new(messages, _store.Operations);
    }

    private async Task<int> VisitAsync()
    {
        _store.Reset();
        using var health = new HealthCheck(
            _world.Get<Heartbeats>(), _world.Get<RegisterStore>(), _store, new NobodyToWake(), _world.Clock, NullLogger<HealthCheck>.Instance);
        await health.ReadAsync(default);
        return _store.Operations;
    }

    /// <summary>One school gets another contact: a mail each to the school, the new contact and the old one. What idle ticks cost anyway is left out.</summary>
    private async Task<double> MailAsync(RegisterContent register, Dictionary<string, TickCount> idle)
    {
        await _world.ImportAsync(National.WithChanges(register, 1));
        _world.Sent();
        var operations = (await TickAsync("contacts")).Operations - idle["contacts"].Operations;
        _world.At("2026-03-02T10:20");
        operations += (await TickAsync("deliver")).Operations - idle["deliver"].Operations;
        var sent = _world.Sent();
        _store.Reset();
        foreach (var mail in sent)
        {
            await _world.Get<ProviderEvents>().ApplyAsync(
                [.. mail.To.Select(to => new ProviderEvent(mail.Id, to, ProviderEventKind.Delivered, mail.Date, null, null))], default);
        }

        operations += _store.Operations;
        operations += (await TickAsync("contacts")).Operations - idle["contacts"].Operations;
        return (double)operations / sent.Count;
    }
}
