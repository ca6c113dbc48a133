using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Delivery;

/// <summary>The part a watch has in the delivery of its own kinds: whether a mail still holds, and what its end means.</summary>
public interface INotificationOwner
{
    /// <summary>Whether notifications of the kind belong to this watch.</summary>
    bool Owns(string kind);

    /// <summary>
    /// Asked between claim and send: whether the watch has seen the present register and everything due, so that what it
    /// planned is still true. When not, the claim is given back, <see cref="CatchUpAsync"/> runs, and the notification is looked at again.
    /// </summary>
    Task<bool> IsCurrentAsync(Notification notification, CancellationToken ct);

    /// <summary>Whether a notification that ended is still what is to be said, so that it may be queued again by hand.</summary>
    Task<bool> IsWantedAsync(Notification notification, CancellationToken ct);

    /// <summary>The mails that are still what is to be said, for all that the watch has seen when it ran last. Only looks: nothing is changed.</summary>
    Task<IReadOnlySet<NotificationId>> WantedAsync(DistrictCode district, CancellationToken ct);

    /// <summary>Runs the watch for the district, now.</summary>
    Task CatchUpAsync(DistrictCode district, CancellationToken ct);

    /// <summary>The changes of the watch's own records that belong in the commit that moves a notification to a new state.</summary>
    /// <remarks>
    /// They carry ETags: a conflict makes the caller read and decide again. Not asked for a claim or its return, which change
    /// nothing that a watch knows.
    /// </remarks>
    Task<IReadOnlyList<RecordChange>> FollowAsync(Notification before, Notification after, CancellationToken ct);
}

/// <summary>Tells whether the process that holds a claim can still finish it.</summary>
public interface IClaimOwners
{
    /// <summary>The name under which this process claims.</summary>
    string Self { get; }

    /// <summary>Whether the owner is known to be gone, so that its claims need not run out. False when it cannot be known.</summary>
    bool IsGone(string owner);
}
