namespace Notify.Adapters.Smtp;

/// <summary>
/// Connections that wait for the next mail. There are never more than mails were sent at once; the one used last is used
/// next, so that those too many fall idle and are closed.
/// </summary>
internal sealed class SmtpPool : IAsyncDisposable
{
    private static readonly TimeSpan IdleLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan QuitLimit = TimeSpan.FromSeconds(2);
    private readonly TimeProvider _clock;
    private readonly ITimer _sweep;
    private readonly Lock _lock = new();
    private readonly List<SmtpConnection> _idle = [];
    private Task _closing = Task.CompletedTask;
    private bool _disposed;

    public SmtpPool(TimeProvider clock)
    {
        _clock = clock;
        _sweep = clock.CreateTimer(_ => Sweep(), null, SweepEvery, SweepEvery);
    }

    /// <summary>A connection on which a mail can be tried; null when a new one is needed.</summary>
    public SmtpConnection? TryTake()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            while (_idle.Count > 0)
            {
                var last = _idle[^1];
                _idle.RemoveAt(_idle.Count - 1);
                if (last.IsQuiet)
                {
                    return last;
                }

                last.Dispose();
            }

            return null;
        }
    }

    /// <summary>Keeps a connection for the next mail.</summary>
    public void Keep(SmtpConnection connection)
    {
        lock (_lock)
        {
            connection.IdleSince = _clock.GetUtcNow();
            _idle.Add(connection);
            if (_disposed)
            {
                CloseAll(_ => true);
            }
        }
    }

    /// <summary>Closes what is idle, and soon after what is still in use. Takes at most two seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        lock (_lock)
        {
            _disposed = true;
            CloseAll(_ => true);
        }

        await _closing;
    }

    private void Sweep()
    {
        lock (_lock)
        {
            var limit = _clock.GetUtcNow() - IdleLimit;
            CloseAll(connection => connection.IdleSince <= limit || !connection.IsQuiet);
        }
    }

    private void CloseAll(Predicate<SmtpConnection> which)
    {
        var closed = _idle.FindAll(which);
        _idle.RemoveAll(closed.Contains);
        _closing = Task.WhenAll([_closing, .. closed.Select(QuitAsync)]);
    }

    private async Task QuitAsync(SmtpConnection connection)
    {
        using var limit = new CancellationTokenSource(QuitLimit, _clock);
        await connection.QuitAsync(limit.Token);
    }
}
