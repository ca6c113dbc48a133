using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Testing.Contacts;
using Notify.Testing.Delivery;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Delivery;

/// <summary>Delivery with the contacts watch, the register and the templates as they are, counted against the budget of DESIGN.</summary>
public sealed class ContactMailDeliveryTests : IAsyncDisposable
{
    private static readonly RegisterBuilder City = RegisterBuilder.City().District("BROMMA").Contact("anna").Contact("bo").School("98000007");

    private readonly CountingRecordStore _store = new(new InMemoryRecordStore());
    private readonly ContactsWorld _world;

    public ContactMailDeliveryTests() => _world = new("2026-03-02T10:00", _store);

    [Fact]
    public async Task A_contact_mail_costs_five_store_operations_eight_are_shared_by_all_of_a_run_and_each_is_one_call()
    {
        await PlanAChangeAsync();
        _store.Reset();

        var report = await _world.DeliverAsync();

        Assert.Equal(["contact-assigned", "contact-assigned", "contact-changed"], _world.Transport.Calls.Select(m => m.Kind).Order());
        Assert.Equal(3, report[DeliveryResult.Accepted]);

        // One is for the list of districts. Of each mail: read, claim, record; what the watch has seen, to tell that it still holds;
        // what the school knows. Of the run: what is in trouble, what is due, a block of the pace, where answers go.
        // Of the process: which wordings are in use, and each of the two texts, kept to be shown as they were sent.
        Assert.Equal(1 + (5 * 3) + 5 + 3, _store.Operations);
    }

    [Fact]
    public async Task A_change_taken_back_between_planning_and_claim_is_never_told()
    {
        await PlanAChangeAsync();
        await _world.ImportAsync(City.Assign("anna"));

        await _world.DeliverAsync();

        Assert.Empty(_world.Transport.Calls);
    }

    [Fact]
    public async Task A_mail_that_was_claimed_while_the_watch_ran_is_not_sent_with_the_old_truth()
    {
        var ct = TestContext.Current.CancellationToken;
        await PlanAChangeAsync();
        var waiting = await _world.WaitingAsync();
        foreach (var mail in waiting)
        {
            var stored = (await NotificationRows.FindAsync(_world.Store, mail.Id, ct))!;
            var claimed = DeliveryPolicy.Claim(stored.Notification, "another", "v1", TimeSpan.FromMinutes(5), _world.Clock.GetUtcNow()).Next!;
            await _world.Get<NotificationMoves>().TryClaimAsync(stored, claimed, ct);
        }

        await _world.ImportAsync(City.Assign("anna"));
        await _world.Get<ContactsJob>().RunAsync(Sample.District, ct);

        var owner = _world.Get<NotificationMoves>().OwnerOf("contact-changed")!;
        Assert.Equal(3, waiting.Count);
        foreach (var mail in waiting)
        {
            Assert.False(await owner.IsCurrentAsync(mail, ct));
        }
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private async Task PlanAChangeAsync()
    {
        await _world.ImportAsync(City.Assign("anna"));
        await _world.RunAsync();
        await _world.ImportAsync(City.Assign("bo"));
        _world.At("2026-03-02T10:20");
        await _world.Get<ContactsJob>().RunAsync(Sample.District, TestContext.Current.CancellationToken);
    }
}
