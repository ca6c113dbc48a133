using Notify.Core.Delivery.Troubles;

namespace Notify.Core.Succession;

/// <summary>An address that is dead is dead to the successor as well.</summary>
public sealed class TroublesEstate : IEstate
{
    /// <inheritdoc/>
    public string Watch => "deliver";

    /// <inheritdoc/>
    public IReadOnlySet<string> Kinds { get; } = new HashSet<string>();

    /// <inheritdoc/>
    public IReadOnlyList<IHeirloom> HeirloomsOf(Passing passing) =>
        [new Heirloom<DeadAddress>(TroubleKeys.DeadPrefix, TroubleJson.Default.DeadAddress, dead => dead with { SeenIn = null })];
}
