using Notify.Core.Register;

namespace Notify.Local.Sample;

/// <summary>Who came to the forums behind us: more of the municipal schools than of the independent ones, as the districts tell.</summary>
internal static class SampleAttendance
{
    private const string Programme = "programme:";

    // Of ten municipal, of ten independent. Told without numbers: Skarpnäck (one independent school was interested), Spånga-Tensta
    // (all municipal ones and Kunskapsskolan), Östermalm (staff of either miss meetings), Södermalm (both come variably).
    private static readonly Dictionary<string, (int Municipal, int Independent)> Tenths = new(StringComparer.Ordinal)
    {
        ["BROMMA"] = (9, 2),
        ["EAV"] = (8, 3),
        ["SKARPNACK"] = (9, 0),
        ["ST"] = (10, 0),
        ["SODERMALM"] = (7, 6),
        ["OSTERMALM"] = (6, 5),
    };

    /// <summary>One row for each school that was invited to a forum that was held.</summary>
    public static IReadOnlyList<Attendance> Create(IReadOnlyList<Forum> forums, IReadOnlyList<School> schools) =>
    [
        .. forums
            .Where(f => f.Status == ForumStatus.Held && f.Kind != ForumKind.Steering)
            .SelectMany((forum, place) => schools.Where(s => IsInvited(s, forum)).Select((school, guest) => Row(forum, school, (place * 3) + guest))),
    ];

    private static bool IsInvited(School school, Forum forum) =>
        school.Status == SchoolStatus.Active
        && school.Districts.Contains(forum.District)
        && school.SchoolType is { } type && forum.Types.Contains(type)
        && IsMeant(school, forum.Audience);

    private static bool IsMeant(School school, string audience) => audience switch
    {
        "independent" => school.Provider == Provider.Independent,
        "municipal" => school.Provider == Provider.Municipal,
        _ when audience.StartsWith(Programme, StringComparison.Ordinal) => school.Programmes.Contains(audience[Programme.Length..]),
        _ => true,
    };

    private static Attendance Row(Forum forum, School school, int turn)
    {
        var came = Came(forum.District.ToString(), school, turn);
        return new(forum.Id, school.Code, came, came ? 1 + (turn % 3) : null);
    }

    private static bool Came(string district, School school, int turn)
    {
        if (school.Provider != Provider.Independent)
        {
            return IsAmong(turn, Tenths.GetValueOrDefault(district, (8, 4)).Item1);
        }

        return (district, school.Name, school.Code.ToString()[^1]) switch
        {
            ("ST", var name, _) => name == "Kunskapsskolan",
            ("SKARPNACK", _, var last) => last == '2',
            _ => IsAmong(turn, Tenths.GetValueOrDefault(district, (8, 4)).Item2),
        };
    }

    // Seven and ten have no common divisor: over ten turns every remainder comes once, in mixed order.
    private static bool IsAmong(int turn, int tenths) => turn * 7 % 10 < tenths;
}
