using Notify.Core.Delivery;
using Notify.Core.Notifications;

namespace Notify.Local.Tests.Crashes.Faults;

/// <summary>Tells of every mail that is given to the pickup folder a second time: there it leaves no trace, for the file is the same.</summary>
internal sealed class CountingTransport(IMailTransport inner, string folder, Action again) : IMailTransport, IDisposable
{
    public string Name => inner.Name;

    public Task<SendOutcome> SendAsync(MailMessage mail, CancellationToken ct)
    {
        if (File.Exists(Path.Combine(folder, $"{mail.Id}.eml")))
        {
            again();
        }

        return inner.SendAsync(mail, ct);
    }

    public Task<Reconciliation> ReconcileAsync(NotificationId id, CancellationToken ct) => inner.ReconcileAsync(id, ct);

    public void Dispose() => (inner as IDisposable)?.Dispose();
}
