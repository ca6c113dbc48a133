using Notify.Core.Delivery;

namespace Notify.Testing.Delivery;

/// <summary>A process by name, which knows of some others that they are gone.</summary>
public sealed class FakeClaimOwners(string self, params string[] gone) : IClaimOwners
{
    /// <inheritdoc/>
    public string Self => self;

    /// <inheritdoc/>
    public bool IsGone(string owner) => gone.Contains(owner);
}
