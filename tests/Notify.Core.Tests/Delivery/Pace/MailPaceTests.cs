using Notify.Core.Delivery;
using Notify.Core.Delivery.Pace;
using Notify.Testing.Delivery;
using Xunit;

namespace Notify.Core.Tests.Delivery.Pace;

public sealed class MailPaceTests
{
    private static readonly SendOutcome.Throttled Throttled = new(TimeSpan.FromSeconds(90));
    private readonly DeliveryStage _stage = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_processes_share_one_limit()
    {
        _stage.Options.MaxPerMinute = 20;
        using var one = _stage.Pace();
        using var two = _stage.Pace();
        Assert.Equal(20, await CountAsync(one, 13) + await CountAsync(two, 13));
    }

    [Fact]
    public async Task Without_a_limit_the_store_is_not_asked()
    {
        _stage.Options.MaxPerMinute = 0;
        using var pace = _stage.Pace();
        Assert.Equal(5000, await CountAsync(pace, 5000));
        Assert.Equal(0, _stage.Counted.Operations);
    }

    [Fact]
    public async Task A_right_that_was_not_used_is_not_lost()
    {
        _stage.Options.MaxPerMinute = 1;
        using var pace = _stage.Pace();
        Assert.True(await pace.EnterAsync(1, TimeSpan.Zero, Ct));
        pace.GiveBack();
        Assert.True(await pace.EnterAsync(1, TimeSpan.Zero, Ct));
        Assert.False(await pace.EnterAsync(1, TimeSpan.Zero, Ct));
    }

    [Fact]
    public async Task What_has_to_wait_goes_when_there_is_room_again()
    {
        _stage.Options.MaxPerMinute = 1;
        using var pace = _stage.Pace();
        Assert.True(await pace.EnterAsync(1, TimeSpan.Zero, Ct));

        var (began, waiting) = (_stage.Clock.GetUtcNow(), pace.EnterAsync(1, TimeSpan.FromMinutes(2), Ct));
        while (!waiting.IsCompleted)
        {
            _stage.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.True(await waiting);
        Assert.True(_stage.Clock.GetUtcNow() - began >= TimeSpan.FromSeconds(65));
    }

    [Fact]
    public async Task One_throttled_mail_concerns_itself_three_in_a_row_concern_everyone()
    {
        using var one = _stage.Pace();
        using var other = _stage.Pace();
        await one.HearAsync(Throttled, Ct);
        await one.HearAsync(Throttled, Ct);
        await one.HearAsync(new SendOutcome.Accepted(null, []), Ct);
        await one.HearAsync(Throttled, Ct);
        await one.HearAsync(Throttled, Ct);
        Assert.True(await one.EnterAsync(1, TimeSpan.Zero, Ct));

        await one.HearAsync(Throttled, Ct);
        Assert.False(await one.EnterAsync(1, TimeSpan.Zero, Ct));
        Assert.False(await other.EnterAsync(1, TimeSpan.Zero, Ct));
        _stage.Clock.Advance(TimeSpan.FromSeconds(90));
        Assert.True(await other.EnterAsync(1, TimeSpan.Zero, Ct));
        Assert.True(await one.EnterAsync(1, TimeSpan.Zero, Ct));
    }

    [Fact]
    public async Task A_run_that_may_not_wait_leaves_the_rest_queued_and_says_so()
    {
        _stage.Options.MaxPerMinute = 10;
        for (var i = 1; i <= 25; i++)
        {
            await _stage.QueueAsync(Sample.Notification(i), Ct);
        }

        var report = await _stage.Process().DeliverAsync(Sample.District, Ct, TimeSpan.Zero);

        Assert.Equal((10, 15), (report[DeliveryResult.Accepted], report[DeliveryResult.Paced]));
        Assert.Equal(10, _stage.Transport.Calls.Count);
        Assert.Equal(15, (await _stage.PendingAsync(Ct)).Count);

        _stage.Clock.Advance(TimeSpan.FromSeconds(66));
        Assert.Equal(10, (await _stage.Process().DeliverAsync(Sample.District, Ct, TimeSpan.Zero))[DeliveryResult.Accepted]);
    }

    [Fact]
    public async Task A_provider_that_throttles_everything_is_called_a_few_times_and_then_left_alone()
    {
        _stage.Options.Concurrency = 1;
        _stage.Transport.Script(Throttled);
        for (var i = 1; i <= 25; i++)
        {
            await _stage.QueueAsync(Sample.Notification(i), Ct);
        }

        var report = await _stage.Process().DeliverAsync(Sample.District, Ct, TimeSpan.Zero);

        Assert.Equal(3, _stage.Transport.Calls.Count);
        Assert.Equal((3, 22), (report[DeliveryResult.Postponed], report[DeliveryResult.Paced]));
    }

    private static async Task<int> CountAsync(MailPace pace, int wanted)
    {
        var count = 0;
        for (var i = 0; i < wanted && await pace.EnterAsync(wanted - i, TimeSpan.Zero, Ct); i++)
        {
            count++;
        }

        return count;
    }
}
