using Notify.Core.Register;

namespace Notify.Web.Access;

/// <summary>The districts that a person may see, or act in.</summary>
/// <param name="Only">Null: every district, those that come later too.</param>
public sealed record DistrictScope(IReadOnlySet<DistrictCode>? Only)
{
    /// <summary>Every district.</summary>
    public static DistrictScope All { get; } = new((IReadOnlySet<DistrictCode>?)null);

    /// <summary>No district.</summary>
    public static DistrictScope None { get; } = new(new HashSet<DistrictCode>());

    /// <summary>Whether it is the whole municipality.</summary>
    public bool IsAll => Only is null;

    /// <summary>Whether there is no district in it.</summary>
    public bool IsEmpty => Only is { Count: 0 };

    /// <summary>Whether the district is in it.</summary>
    public bool Includes(DistrictCode district) => Only is null || Only.Contains(district);

    /// <summary>What is in either.</summary>
    public DistrictScope With(DistrictScope other) => IsAll || other.IsAll ? All : new(Only!.Union(other.Only!).ToHashSet());
}
