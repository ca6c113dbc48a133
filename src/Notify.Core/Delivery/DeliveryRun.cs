using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Notify.Core.Delivery.Troubles;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Delivery;

/// <summary>What the mails of one run in one district share.</summary>
/// <param name="patience">How long the run may go on waiting for its turn to send.</param>
public sealed partial class DeliveryRun(DistrictCode district, IReplyAddresses replies, TimeSpan patience, TimeProvider clock, ILogger logger) : IDisposable
{
    /// <summary>A longer wait is not worth a run.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly long _began = clock.GetTimestamp();
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly ConcurrentDictionary<NotificationId, DeliveryResult?> _results = new();
    private readonly ConcurrentQueue<Exception> _errors = new();
    private (bool IsKnown, EmailAddress? Address) _replyTo;
    private IReadOnlyDictionary<EmailAddress, DeadAddress> _dead = new Dictionary<EmailAddress, DeadAddress>();
    private int _ahead;
    private volatile bool _lookAgain;
    private volatile bool _isPaced;

    /// <summary>How long to wait at most, now.</summary>
    public TimeSpan Patience => patience - clock.GetElapsedTime(_began) is var left && left < LongestWait ? left : LongestWait;

    /// <summary>How many have not had their turn yet.</summary>
    public int Ahead => Math.Max(1, Volatile.Read(ref _ahead));

    /// <summary>Whether nothing more may leave in this run.</summary>
    public bool IsPaced => _isPaced;

    /// <summary>Begins to go through what is due.</summary>
    public void Begin(int due, IReadOnlyDictionary<EmailAddress, DeadAddress> dead)
    {
        _dead = dead;
        Volatile.Write(ref _ahead, due);
    }

    /// <summary>Why nothing is sent to an address; null when it is alive.</summary>
    public LeftOut? WhyNot(EmailAddress address) =>
        _dead.TryGetValue(address, out var dead) ? new(RecipientOutcome.Dead, HistoryPhrases.DeadAddress.With(dead.Reason)) : null;

    /// <summary>What became of everything in this run.</summary>
    /// <exception cref="AggregateException">Errors nobody expected; all else was done.</exception>
    public DeliveryReport Finish() => _errors.IsEmpty
        ? DeliveryReport.Of(_results.Values.OfType<DeliveryResult>())
        : throw new AggregateException($"{_errors.Count} notifications of {district} could not be dealt with.", _errors);

    /// <summary>Whether it has not had its turn in this run, or was only settled then.</summary>
    public bool IsOpen(NotificationId id) => !_results.TryGetValue(id, out var result) || result is DeliveryResult.Settled;

    /// <summary>Keeps what became of a notification.</summary>
    public void Came(NotificationId id, DeliveryResult result)
    {
        _results[id] = result;
        if (result is DeliveryResult.Paced)
        {
            _isPaced = true;
        }

        Interlocked.Decrement(ref _ahead);
    }

    /// <summary>Keeps what went wrong with a notification.</summary>
    public void WentWrong(NotificationId id, Exception error)
    {
        _results[id] = null;
        Interlocked.Decrement(ref _ahead);
        _errors.Enqueue(error);
    }

    /// <summary>More may be due by now than the list that the run is going through.</summary>
    public void LookAgainIf(bool more)
    {
        if (more)
        {
            _lookAgain = true;
        }
    }

    /// <summary>Whether <see cref="LookAgainIf"/> was told so since asked last.</summary>
    public bool TakeLookAgain()
    {
        var again = _lookAgain;
        _lookAgain = false;
        return again;
    }

    /// <summary>Where answers go; looked up once.</summary>
    public async Task<EmailAddress?> ReplyToAsync(CancellationToken ct)
    {
        await _oneAtATime.WaitAsync(ct);
        try
        {
            _replyTo = _replyTo.IsKnown ? _replyTo : (true, await replies.OfAsync(district, ct));
            return _replyTo.Address;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Lets the watch catch up, unless it has done so meanwhile for another notification.</summary>
    public async Task CatchUpAsync(INotificationOwner owner, Notification notification, CancellationToken ct)
    {
        await _oneAtATime.WaitAsync(ct);
        try
        {
            if (!await owner.IsCurrentAsync(notification, ct))
            {
                LookAgainIf(true);
                await owner.CatchUpAsync(district, ct);
            }
        }
        catch (ConflictException e)
        {
            LogCatchingUp(logger, e, notification.Id);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    [LoggerMessage(Level = LogLevel.Information, Message = "Notification {Id}: another process runs its watch at the same time")]
    private static partial void LogCatchingUp(ILogger logger, Exception exception, NotificationId id);
}
