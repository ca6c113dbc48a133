using Notify.Core.Delivery;
using Notify.Core.Notifications;

namespace Notify.Local.Tests.Crashes.Faults;

/// <summary>
/// A transport whose process dies around a send. In the middle of one it dies by the hand of who holds the other end of the line,
/// or, where that is a folder, as soon as the file is seen.
/// </summary>
/// <param name="folder">Where mail files go; null: mail goes elsewhere.</param>
internal sealed class FaultyTransport(IMailTransport inner, Fault fault, string? folder) : IMailTransport
{
    public string Name => inner.Name;

    public async Task<SendOutcome> SendAsync(MailMessage mail, CancellationToken ct)
    {
        fault.Reach(CrashStep.BeforeSend);
        if (folder is not null)
        {
            Watch(Path.Combine(folder, $"{mail.Id}.eml"));
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
