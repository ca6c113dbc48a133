namespace Notify.Core.Delivery;

/// <summary>Where processes on several machines share a store: none can see whether another lives, so a claim has to run out.</summary>
public sealed class UnseenClaimOwners(string self) : IClaimOwners
{
    /// <inheritdoc/>
    public string Self => self;

    /// <inheritdoc/>
    public bool IsGone(string owner) => false;
}
