using Notify.Adapters.Pickup;
using Notify.Core.Delivery;
using Notify.Core.Notifications;

namespace Notify.Local.Tests.Crashes.Faults;

/// <summary>
/// A transport whose process dies around a send. In the middle of one it dies by the hand of who holds the other end of the line,
/// or, where that is a folder, as soon as the file is seen.
/// </summary>
internal sealed class FaultyTransport(IMailTransport inner, Fault fault) : IMailTransport
{
    public string Name => inner.Name;

    public async Task<SendOutcome> SendAsync(MailMessage mail, CancellationToken ct)
    {
        fault.Reach(CrashStep.BeforeSend);
        if (inner is PickupTransport pickup)
        {
            Watch(pickup.PathOf(mail.Id));
        }

        var outcome = await inner.SendAsync(mail, ct);
        fault.Reach(CrashStep.AfterSend);
        return outcome;
    }

    public Task<Reconciliation> ReconcileAsync(NotificationId id, CancellationToken ct) => inner.ReconcileAsync(id, ct);

    private void Watch(string file)
    {
        if (fault.Meets(CrashStep.DuringSend))
        {
            var unfinished = Path.Combine(Path.GetDirectoryName(file)!, $".{Path.GetFileName(file)}.tmp");
            Fault.DieWhen(() => File.Exists(unfinished) || File.Exists(file));
        }

        if (fault.Meets(CrashStep.TakenUnanswered))
        {
            Fault.DieWhen(() => File.Exists(file));
        }
    }
}
