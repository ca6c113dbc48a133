using System.Globalization;
using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Delivery.Events;
using Notify.Core.Notifications;
using Notify.Testing.Contacts;
using Notify.Testing.Delivery;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Delivery;

/// <summary>DESIGN "Time, scale, cost": a delivered notification costs at most 8 store operations and 1 provider call in all.</summary>
public sealed class MailCostTests : IAsyncDisposable
{
    private const int Schools = 80;
    private const int MostOperations = 8;

    private static readonly string[] Codes = [.. Enumerable.Range(1, Schools).Select(n => string.Create(CultureInfo.InvariantCulture, $"98{n:D6}"))];
    private static readonly RegisterBuilder City = Codes.Aggregate(
        RegisterBuilder.City().District("BROMMA").Contact("anna").Contact("bo"), (city, code) => city.School(code).Assign("anna"));

    private readonly CountingRecordStore _store = new(new InMemoryRecordStore());
    private readonly ContactsWorld _world;

    public MailCostTests() => _world = new("2026-03-02T10:00", _store);

    [Fact]
    public async Task From_planned_to_delivered_a_mail_costs_at_most_eight_store_operations_and_one_call()
    {
        var ct = TestContext.Current.CancellationToken;
        await _world.ImportAsync(City);
        await _world.RunAsync();
        await _world.ImportAsync(City.Replace("anna", "bo"));
        _world.At("2026-03-02T10:20");
        _store.Reset();

        await _world.Get<ContactsJob>().RunAsync(Sample.District, ct);
        await _world.Get<DeliverJob>().DeliverAsync(Sample.District, ct);
        var sent = _world.Sent();
        await _world.Get<ProviderEvents>().ApplyAsync(
            [.. sent.SelectMany(m => m.To.Select(to => new ProviderEvent(m.Id, to, ProviderEventKind.Delivered, m.Date, null, null)))], ct);

        Assert.Equal(Schools + 2, sent.Count);
        Assert.Equal(sent.Count, sent.DistinctBy(m => m.Id).Count());
        var counts = await _world.Get<NotificationReader>().CountAsync(Sample.District, ct);
        Assert.Equal(sent.Count, counts[NotificationState.Delivered]);
        Assert.True(_store.Operations - 1 <= MostOperations * sent.Count, $"{_store.Operations - 1} operations for {sent.Count} mails");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();
}
