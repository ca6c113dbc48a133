using Notify.Core.Notifications;
using Notify.Local.Tests.Crashes.Faults;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Crashes;

/// <summary>A city with 500 mails and a few more, which are all due in the morning. To be copied.</summary>
public sealed class WaitingCity : IAsyncLifetime
{
    /// <summary>How many schools are told something.</summary>
    public const int Schools = 500;

    /// <summary>The city.</summary>
    internal City City { get; private set; } = null!;

    /// <summary>The ids of all its mails.</summary>
    internal IReadOnlySet<string> Ids { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        City = await ManySchools.WaitingAsync(Schools);
        await using var life = Life.Begin(City.Settings, City.Data, ManySchools.Morning);
        var waiting = await life.NotificationsAsync();
        Assert.All(waiting, n => Assert.Equal(NotificationState.Queued, n.State));
        Assert.True(waiting.Count >= Schools, $"{waiting.Count} mails");
        Ids = waiting.Select(n => n.Id.ToString()).ToHashSet();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        City?.Dispose();
        return ValueTask.CompletedTask;
    }
}
