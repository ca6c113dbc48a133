using Notify.Core.Register;
using Notify.Core.Register.Reading.Tables;

namespace Notify.Core.Forums;

/// <summary>Somebody whom a forum is for.</summary>
/// <param name="Key">As in <see cref="InviteeState.Invitee"/>.</param>
/// <param name="Provider">The school's kind of owner; null of a member of a group.</param>
/// <param name="Addresses">Where it is invited: a school's principal, its functional address and its owner. May be empty.</param>
public sealed record Invitee(string Key, string Name, Provider? Provider, IReadOnlyList<EmailAddress> Addresses);

/// <summary>What the register says about one forum and those it is for.</summary>
/// <param name="Invitees">Everybody it is for, in the order of their keys.</param>
public sealed record ForumFacts(Forum Forum, IReadOnlyList<Invitee> Invitees)
{
    /// <summary>The facts of every forum of the district.</summary>
    public static IReadOnlyList<ForumFacts> Of(DistrictSnapshot snapshot) =>
        [.. snapshot.Forums.Select(f => new ForumFacts(f, [.. InviteesOf(f, snapshot).OrderBy(i => i.Key, StringComparer.Ordinal)]))];

    /// <summary>Whether the school is among those that the forum is for: active, of its kinds of school, and of its audience.</summary>
    /// <remarks>A school whose kind the register does not know is invited rather than left out; a preschool is known by its code.</remarks>
    public static bool IsFor(Forum forum, School school) =>
        school.Status == SchoolStatus.Active
        && (TypeOf(school) is not { } type || forum.Types.Contains(type))
        && IsMeant(forum, school);

    private static IEnumerable<Invitee> InviteesOf(Forum forum, DistrictSnapshot snapshot) =>
        ForumTable.GroupOf(forum) is { } group
            ? snapshot.SteeringGroups.Where(m => m.Id == group).DistinctBy(m => m.MemberEmail).Select(MemberOf)
            : snapshot.Schools.Where(s => IsFor(forum, s)).Select(SchoolOf);

    private static bool IsMeant(Forum forum, School school) =>
        ForumTable.ProgrammeOf(forum) is { } programme
            ? school.Programmes.Contains(programme, StringComparer.OrdinalIgnoreCase)
            : forum.Audience switch
            {
                "independent" => school.Provider == Provider.Independent,
                "municipal" => school.Provider == Provider.Municipal,
                _ => true,
            };

    private static SchoolType? TypeOf(School school) =>
        school.SchoolType ?? (school.Code.ToString() is { Length: 8 } code && code.All(char.IsAsciiDigit) ? null : SchoolType.Preschool);

    private static Invitee SchoolOf(School school) => new(
        ForumsKeys.SchoolInvitee(school.Code),
        school.Name,
        school.Provider,
        [.. school.Addresses.Concat(school.OwnerEmail is { } owner ? [owner] : []).Distinct()]);

    private static Invitee MemberOf(SteeringGroupMember member) =>
        new(ForumsKeys.MemberInvitee(member.MemberEmail), member.MemberName ?? member.MemberRole ?? member.Name, null, [member.MemberEmail]);
}
