using FsCheck;
using FsCheck.Fluent;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Testing.Delivery;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Notifications;

/// <summary>The index of all mails, newest first, which lists read instead of the mails.</summary>
public sealed class NotificationBriefTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void A_later_time_sorts_before_an_earlier_one()
    {
        var times = ArbMap.Default.ArbFor<DateTime>().Filter(t => t.Year is > 1900 and < 9000);
        Prop.ForAll(times, times, (a, b) =>
        {
            var (first, second) = (new DateTimeOffset(DateTime.SpecifyKind(a, DateTimeKind.Utc)), new DateTimeOffset(DateTime.SpecifyKind(b, DateTimeKind.Utc)));
            var byKey = Math.Sign(string.CompareOrdinal(RecordKey.NewestFirst(first), RecordKey.NewestFirst(second)));
            var byTime = Math.Sign(string.CompareOrdinal(RecordKey.Time(second), RecordKey.Time(first)));
            return byKey == byTime && RecordKey.IsValid(RecordKey.NewestFirst(first));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task The_newest_is_read_first_in_one_operation_and_no_further_than_asked_for()
    {
        var store = new CountingRecordStore(new InMemoryRecordStore());
        foreach (var n in Enumerable.Range(0, 40))
        {
            await InsertAsync(store, Sample.Notification(n) with { CreatedAt = Sample.Monday.AddDays(n % 7).AddMinutes(n) });
        }

        store.Reset();
        var read = await new NotificationReader(store).BriefsAsync(Sample.District, Ct).Take(10).ToListAsync(Ct);

        Assert.Equal(1, store.Operations);
        Assert.Equal(read.OrderByDescending(b => b.CreatedAt).Select(b => b.Id), read.Select(b => b.Id));
        Assert.Equal(10, read.Count(b => b.CreatedAt.Day >= 7));
    }

    [Fact]
    public async Task Whatever_is_done_to_a_mail_its_brief_tells_where_it_stands_but_for_a_send_under_way()
    {
        var store = new InMemoryRecordStore();
        var mail = Sample.Notification() with { State = NotificationState.Queued, NotBefore = Sample.Monday };
        await InsertAsync(store, mail);
        var calendar = new WorkingCalendar(new());
        Func<Notification, Move>[] steps =
        [
            n => DeliveryPolicy.Hold(n, "Eva", Sample.Monday),
            n => DeliveryPolicy.Release(n, "Eva", Sample.Monday),
            n => DeliveryPolicy.Claim(n, "a", "v1", TimeSpan.FromMinutes(5), Sample.Monday),
            n => DeliveryPolicy.Record(n, n.Claim!, new SendOutcome.Transient("busy"), calendar, Sample.Monday),
            n => DeliveryPolicy.Claim(n with { NotBefore = Sample.Monday }, "a", "v1", TimeSpan.FromMinutes(5), Sample.Monday.AddMinutes(2)),
            n => DeliveryPolicy.Record(n, n.Claim!, new SendOutcome.Accepted("1", []), calendar, Sample.Monday.AddMinutes(2)),
        ];
        foreach (var step in steps)
        {
            var stored = (await NotificationRows.FindAsync(store, mail.Id, Ct))!;
            var next = step(stored.Notification).Next!;
            await store.CommitAsync(Sample.District.ToString(), [.. NotificationRows.Replace(stored, next)], Ct);

            var brief = await new NotificationReader(store).BriefsAsync(Sample.District, Ct).SingleAsync(Ct);
            Assert.Equal(next.State is NotificationState.Sending ? NotificationState.Queued : next.State, brief.State);
            Assert.Equal(next.Recipients.Select(r => (r.Address, r.Outcome)), brief.Recipients.Select(r => (r.Address, r.Outcome)));
        }
    }

    private static Task<IReadOnlyList<string>> InsertAsync(IRecordStore store, Notification mail) =>
        store.CommitAsync(mail.District.ToString(), [.. NotificationRows.Insert(mail)], Ct);
}
