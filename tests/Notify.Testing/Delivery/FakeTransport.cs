using System.Collections.Concurrent;
using Notify.Core.Delivery;
using Notify.Core.Notifications;

namespace Notify.Testing.Delivery;

/// <summary>A way out for mail whose answers the test writes. What it accepts it takes once for each id, as the pickup folder does.</summary>
public sealed class FakeTransport : IMailTransport
{
    private readonly ConcurrentQueue<MailMessage> _calls = new();
    private readonly ConcurrentDictionary<NotificationId, MailMessage> _taken = new();

    /// <inheritdoc/>
    public string Name => "fake";

    /// <summary>The answer to each mail; accepts unless told otherwise. An acceptance is taken, all else is not.</summary>
    public Func<MailMessage, CancellationToken, Task<SendOutcome>> Answer { get; set; } =
        (_, _) => Task.FromResult<SendOutcome>(new SendOutcome.Accepted("provider-1", []));

    /// <summary>Whether it can tell what it took.</summary>
    public bool Remembers { get; set; } = true;

    /// <summary>Every mail it was given, in order, taken or not.</summary>
    public IReadOnlyList<MailMessage> Calls => [.. _calls];

    /// <summary>Every mail it took, the last of each id.</summary>
    public IReadOnlyCollection<MailMessage> Taken => [.. _taken.Values];

    /// <summary>Answers in this order; the last answer stays.</summary>
    public void Script(params SendOutcome[] outcomes)
    {
        var next = -1;
        Answer = (_, _) => Task.FromResult(outcomes[Math.Min(Interlocked.Increment(ref next), outcomes.Length - 1)]);
    }

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(MailMessage mail, CancellationToken ct)
    {
        _calls.Enqueue(mail);
        var outcome = await Answer(mail, ct);
        if (outcome is SendOutcome.Accepted)
        {
            _taken[mail.Id] = mail;
        }

        return outcome;
    }

    /// <inheritdoc/>
    public Task<Reconciliation> ReconcileAsync(NotificationId id, CancellationToken ct) => Task.FromResult(
        !Remembers ? Reconciliation.Unknown : _taken.ContainsKey(id) ? Reconciliation.Taken : Reconciliation.NotTaken);
}
