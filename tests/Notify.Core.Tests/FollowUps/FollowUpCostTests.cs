using Notify.Core.FollowUps;
using Notify.Core.Notifications;
using Notify.Testing.FollowUps;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.FollowUps;

/// <summary>Cost follows change (DESIGN "The store"): a watch with nothing to do costs one store operation (two are allowed).</summary>
public sealed class FollowUpCostTests : IAsyncDisposable
{
    private readonly CountingRecordStore _store = new(new InMemoryRecordStore());
    private readonly FollowUpsWorld _world;

    public FollowUpCostTests() => _world = new("2026-03-02T09:00", store: _store);

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("2026-09-01")]
    [InlineData("2025-09-01")]
    public async Task An_idle_watch_costs_one_read_for_a_district_whether_its_round_is_open_to_come_or_past(string opens)
    {
        await _world.ImportAsync(FollowUpsWorld.City(f => f with { Opens = FollowUpsWorld.Day(opens), Closes = FollowUpsWorld.Day(opens).AddDays(18) }));
        await _world.RunAsync();
        await _world.RunAsync();
        _store.Reset();

        await _world.Get<FollowUpsJob>().RunAsync(FollowUpsWorld.Bromma, TestContext.Current.CancellationToken);

        Assert.Equal((1, 0), (_store.Reads, _store.Commits));
    }

    [Fact]
    public async Task From_planned_to_accepted_an_invitation_costs_at_most_eight_store_operations()
    {
        await _world.ImportAsync(Enumerable.Range(1, 60).Aggregate(FollowUpsWorld.City(), (city, n) => city.Contact($"k{n}")));
        _store.Reset();

        await _world.RunAsync();

        var sent = _world.Sent();
        Assert.Equal(67, sent.Count);
        Assert.True(_store.Operations <= 8 * sent.Count, $"{_store.Operations} operations for {sent.Count} mails");
        Assert.Equal(67, (await _world.Get<NotificationReader>().CountAsync(FollowUpsWorld.Bromma, TestContext.Current.CancellationToken))[NotificationState.Accepted]);
    }

    [Fact]
    public async Task An_answer_costs_three_reads_and_one_commit()
    {
        await _world.ImportAsync(FollowUpsWorld.City());
        await _world.RunAsync();
        var view = (await _world.OpenAsync("anna@bromma.example"))!;
        var reply = new FollowUpReply(view.Round.Questionnaire.Statements.ToDictionary(s => s.Key, _ => 4), view.Round.Questionnaire.Fingerprint(), 0);
        _store.Reset();

        await _world.Get<FollowUpReplies>().AnswerAsync(_world.TokenOf("anna@bromma.example"), reply, TestContext.Current.CancellationToken);

        Assert.Equal((3, 1), (_store.Reads, _store.Commits));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();
}
