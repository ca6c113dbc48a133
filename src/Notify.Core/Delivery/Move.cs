using Notify.Core.Notifications;

namespace Notify.Core.Delivery;

/// <summary>The policy's answer to an event: the notification in its next state, or why it stays as it is.</summary>
public sealed record Move
{
    private Move(Notification? next, Refusal? refusal) => (Next, Refusal) = (next, refusal);

    /// <summary>Null when refused.</summary>
    public Notification? Next { get; }

    /// <summary>Null when there is a next state.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The answer that changes the notification.</summary>
    public static implicit operator Move(Notification next) => To(next);

    /// <summary>The answer that leaves it.</summary>
    public static implicit operator Move(Refusal refusal) => Refused(refusal);

    /// <summary>The answer that changes the notification.</summary>
    public static Move To(Notification next) => new(next, null);

    /// <summary>The answer that leaves it.</summary>
    public static Move Refused(Refusal refusal) => new(null, refusal);
}

/// <summary>Why an event leaves a notification as it is.</summary>
public enum Refusal
{
    /// <summary>The diagram has no such arrow from its state.</summary>
    WrongState,

    /// <summary>Its time has not come.</summary>
    NotDue,

    /// <summary>It would come too late.</summary>
    TooLate,

    /// <summary>Someone holds the claim, and may still finish.</summary>
    ClaimHeld,

    /// <summary>Someone else holds the claim by now.</summary>
    ClaimLost,

    /// <summary>Nothing would be different.</summary>
    NothingNew,
}
