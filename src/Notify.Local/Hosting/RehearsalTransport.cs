using Notify.Core.Delivery;
using Notify.Core.Notifications;

namespace Notify.Local.Hosting;

/// <summary>Takes every mail and keeps none: <c>plan</c> goes through the coming weeks as if all mail arrived and nobody answered.</summary>
public sealed class RehearsalTransport : IMailTransport, IClaimOwners
{
    /// <inheritdoc/>
    public string Name => "rehearsal";

    /// <inheritdoc/>
    public string Self => "rehearsal";

    /// <inheritdoc/>
    public Task<SendOutcome> SendAsync(MailMessage mail, CancellationToken ct) =>
        Task.FromResult<SendOutcome>(new SendOutcome.Accepted(null, []));

    /// <inheritdoc/>
    public Task<Reconciliation> ReconcileAsync(NotificationId id, CancellationToken ct) => Task.FromResult(Reconciliation.Taken);

    /// <inheritdoc/>
    public bool IsGone(string owner) => owner != Self;
}
