using System.Globalization;
using Notify.Core.Register;
using Notify.Testing.Register;

namespace Notify.Benchmarks;

/// <summary>A register of the size of Sweden (DESIGN "Time, scale, cost"), or of a part of it. Always the same one.</summary>
internal static class National
{
    /// <summary>One for each municipality.</summary>
    public const int Districts = 290;

    private const int Schools = 20_000;
    private const int SchoolsPerDeputy = 10;
    private const int SchoolsPerContact = 8;

    /// <summary>How many schools so many districts have.</summary>
    public static int SchoolsOf(int districts) => (int)((long)Schools * districts / Districts);

    /// <summary>Every school has a primary contact, and one in ten a deputy.</summary>
    public static RegisterContent Register(int districts, int schoolCount)
    {
        var codes = Enumerable.Range(1, districts).Select(d => DistrictCode.Parse(Text($"KOMMUN{d:D3}"))).ToList();
        var schools = Enumerable.Range(0, schoolCount).Select(s => Rows.School(Text($"99{s:D6}"), codes[s % districts])).ToList();
        var assignments = schools.Select((s, i) => Assign(s, i, AssignmentRole.Primary))
            .Concat(schools.Take(schoolCount / SchoolsPerDeputy).Select((s, i) => Assign(s, i + (SchoolsPerContact * districts), AssignmentRole.Deputy)))
            .ToList();
        return RegisterBuilder.City().Build() with
        {
            Districts = [.. codes.Select(c => Rows.District(c.ToString()))],
            Schools = schools,
            Contacts =
            [
                .. assignments.Select(a => (a.Contact, a.District)).Distinct().Select(c => Rows.Contact(c.Contact, c.District)),
                .. codes.Select(c => Rows.Contact(Newcomer(c), c)),
            ],
            Assignments = assignments,
            Agreements = [.. codes.Select(c => Rows.Agreement(Text($"A-{c}"), c))],
            SteeringGroups = [.. codes.Select(c => Rows.Member(Text($"G-A-{c}"), c))],
            Materials = [Rows.Material("orosanmalan"), Rows.Material("samtycke")],
        };

        Assignment Assign(School school, int number, AssignmentRole role) => new(
            school.Districts[0], school.Code, Text($"k{number / districts / SchoolsPerContact}-{school.Districts[0]}"), role, null, null);
    }

    /// <summary>The same after schools, evenly chosen, got another contact, who had none before.</summary>
    /// <param name="changes">How many; at most one for each school.</param>
    public static RegisterContent WithChanges(RegisterContent before, int changes)
    {
        var primary = before.Assignments!.Where(a => a.Role == AssignmentRole.Primary).ToList();
        var chosen = Enumerable.Range(0, changes).Select(n => primary[(int)((long)n * primary.Count / changes)]).ToHashSet();
        return before with { Assignments = [.. before.Assignments!.Select(a => chosen.Contains(a) ? a with { Contact = Newcomer(a.District) } : a)] };
    }

    private static string Newcomer(DistrictCode district) => Text($"ny-{district}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
