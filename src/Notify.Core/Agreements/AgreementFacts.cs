using Notify.Core.Register;

namespace Notify.Core.Agreements;

/// <summary>What the register says about one agreement and those it concerns.</summary>
/// <param name="Members">The steering group; where the register has none, the coordinator. Never empty.</param>
/// <param name="Whole">The title of the agreement that it is an annex of; null when it stands for itself.</param>
/// <param name="Materials">The support materials, version for version, that are published by today.</param>
public sealed record AgreementFacts(Agreement Agreement, IReadOnlyList<SteeringGroupMember> Members, string? Whole, IReadOnlyList<Material> Materials)
{
    /// <summary>Whether the watch has anything to do with it.</summary>
    public bool IsWatched => Agreement.Status != AgreementStatus.Ended;

    /// <summary>Who is to act.</summary>
    public IReadOnlyList<EmailAddress> Parties => [.. Members.Select(m => m.MemberEmail).Distinct()];

    /// <summary>Who is only told; somebody who is also a party is not.</summary>
    public IReadOnlyList<EmailAddress> Informed => [.. Agreement.Informed.Except(Parties)];

    /// <summary>The facts of every agreement that the district leads.</summary>
    public static IReadOnlyList<AgreementFacts> Of(DistrictSnapshot snapshot, DateOnly today)
    {
        var groups = snapshot.SteeringGroups.ToLookup(m => m.Id, StringComparer.Ordinal);
        var titles = snapshot.Agreements.ToDictionary(a => a.Id, a => a.Title, StringComparer.Ordinal);
        var materials = snapshot.Materials.Where(m => m.Published <= today).ToList();
        return [.. snapshot.Agreements.Select(a => new AgreementFacts(
            a, MembersOf(groups[a.SteeringGroup], a, snapshot.District), a.PartOf is { } whole ? titles.GetValueOrDefault(whole) : null, materials))];
    }

    /// <summary>The name of a version of a material.</summary>
    public static string KeyOf(Material material) => $"{material.Id}\n{material.Version}";

    private static List<SteeringGroupMember> MembersOf(IEnumerable<SteeringGroupMember> group, Agreement agreement, District district)
    {
        var members = group.ToList();
        return members.Count > 0 ? members : [new(agreement.SteeringGroup, district.Code, agreement.SteeringGroup, district.CoordinatorEmail, null, null)];
    }
}
