using System.Collections.Concurrent;
using Notify.Core.Delivery;
using Notify.Core.Notifications;

namespace Notify.Local.Tests.Crashes.Faults;

/// <summary>Every call of a transport, by notification.</summary>
internal sealed class CallLog
{
    private readonly ConcurrentDictionary<NotificationId, ConcurrentQueue<Call>> _calls = new();

    /// <summary>How many calls there were.</summary>
    public int Count => _calls.Values.Sum(c => c.Count);

    /// <summary>The calls for a notification, in their order.</summary>
    public IReadOnlyList<Call> Of(NotificationId id) => _calls.TryGetValue(id, out var calls) ? [.. calls] : [];

    /// <summary>The transport whose calls are written down.</summary>
    public IMailTransport Watch(IMailTransport inner, DateTimeOffset now) => new Watched(inner, this, now);

    private sealed class Watched(IMailTransport inner, CallLog log, DateTimeOffset now) : IMailTransport, IDisposable
    {
        public string Name => inner.Name;

        public async Task<SendOutcome> SendAsync(MailMessage mail, CancellationToken ct)
        {
            var outcome = await inner.SendAsync(mail, ct);
            log._calls.GetOrAdd(mail.Id, _ => new()).Enqueue(new(now, outcome));
            return outcome;
        }

        public Task<Reconciliation> ReconcileAsync(NotificationId id, CancellationToken ct) => inner.ReconcileAsync(id, ct);

        public void Dispose() => (inner as IDisposable)?.Dispose();
    }
}

/// <summary>A call of a transport.</summary>
internal sealed record Call(DateTimeOffset At, SendOutcome Outcome);
