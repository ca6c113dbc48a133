using Notify.Core.Register;

namespace Notify.Core.Sources;

/// <summary>A member of a group in a directory.</summary>
/// <param name="Role">Null: it does not say.</param>
public sealed record DirectoryMember(EmailAddress Email, string? Name, string? Role);

/// <summary>Steering groups of the register whose members a directory knows. Pure.</summary>
public static class SteeringGroupRows
{
    /// <summary>The register with these groups' rows; all else stays. Who is a member is the directory's to say; which group it is, and whose, the register's.</summary>
    /// <param name="members">By the groups' ids in the register. A group that the register does not have is passed over.</param>
    public static RegisterContent Compose(RegisterContent present, IReadOnlyDictionary<string, IReadOnlyList<DirectoryMember>> members)
    {
        var rows = present.SteeringGroups ?? [];
        var groups = rows.GroupBy(r => r.Id, StringComparer.Ordinal).Where(g => members.ContainsKey(g.Key)).Select(g => g.First());
        return present with
        {
            SteeringGroups =
            [
                .. rows.Where(r => !members.ContainsKey(r.Id))
                    .Concat(groups.SelectMany(g => members[g.Id].DistinctBy(m => m.Email).Select(m => g with { MemberEmail = m.Email, MemberName = m.Name, MemberRole = m.Role })))
                    .OrderBy(RegisterTables.KeyOf, StringComparer.Ordinal),
            ],
        };
    }
}
