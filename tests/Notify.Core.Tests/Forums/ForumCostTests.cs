using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Testing.Delivery;
using Notify.Testing.Forums;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Forums;

public sealed class ForumCostTests : IAsyncDisposable
{
    private readonly CountingRecordStore _store = new(new InMemoryRecordStore());
    private readonly ForumsWorld _world;

    public ForumCostTests() => _world = new("2026-09-02T07:05", store: _store);

    [Fact]
    public async Task An_idle_watch_costs_one_read_for_a_district_whatever_it_has_invited_to()
    {
        await _world.ImportAsync(ForumsWorld.City(20, 5, "2026-10-14T13:00"));
        await _world.RunAsync();
        await WatchAsync();

        _store.Reset();
        await WatchAsync();
        Assert.Equal((1, 0), (_store.Reads, _store.Commits));
    }

    [Fact]
    public async Task From_planned_to_accepted_an_invitation_costs_at_most_eight_store_operations()
    {
        await _world.ImportAsync(ForumsWorld.City(40, 10, "2026-10-14T13:00"));
        _store.Reset();

        await _world.RunAsync();

        Assert.Equal(50, _world.Sent().Count);
        Assert.True(_store.Operations <= 8 * 50, $"{_store.Operations} operations for 50 mails");
    }

    [Fact]
    public async Task An_answer_costs_five_store_operations_however_many_were_invited()
    {
        await _world.ImportAsync(ForumsWorld.City(40, 10, "2026-10-14T13:00"));
        await _world.RunAsync();
        _store.Reset();

        await _world.AnswerAsync(ForumsWorld.School(1), ForumReply.Yes);

        Assert.Equal((4, 1), (_store.Reads, _store.Commits));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private Task WatchAsync() => _world.Get<ForumsJob>().RunAsync(Sample.District, TestContext.Current.CancellationToken);
}
