namespace Notify.Adapters.Smtp;

/// <summary>
/// How long an answer is waited for, begun anew with every answer. MailKit's own timeout holds for blocking calls only: its
/// asynchronous ones wait for as long as their token lets them.
/// </summary>
internal sealed class Patience : IDisposable
{
    private readonly TimeSpan _span;
    private readonly CancellationToken _stop;
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenRegistration _stopping;

    /// <param name="span">For one answer.</param>
    /// <param name="stop">Ends the wait at once, without being a timeout.</param>
    public Patience(TimeSpan span, TimeProvider clock, CancellationToken stop)
    {
        (_span, _stop, _limit) = (span, stop, new(span, clock));
        _stopping = stop.UnsafeRegister(static limit => ((CancellationTokenSource)limit!).Cancel(), _limit);
    }

    /// <summary>Cancelled when the wait is over or stopped.</summary>
    public CancellationToken Token => _limit.Token;

    /// <summary>Whether the wait was too long, and not stopped.</summary>
    public bool IsOver => _limit.IsCancellationRequested && !_stop.IsCancellationRequested;

    /// <summary>An answer came: the next may take as long again.</summary>
    /// <param name="spans">How many times as long.</param>
    public void Renew(int spans = 1) => _limit.CancelAfter(_span * spans);

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        _limit.Dispose();
    }
}
