using Notify.Core.Delivery;
using Notify.Core.Notifications;

namespace Notify.Core.Rehearsals;

/// <summary>Takes every mail and keeps none: a rehearsal goes through the coming weeks as if all mail arrived and nobody answered.</summary>
internal sealed class RehearsalTransport : IMailTransport, IClaimOwners
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
