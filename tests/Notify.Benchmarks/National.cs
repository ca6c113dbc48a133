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
    private const int Assignments = 22_000;
    private const int SchoolsPerContact = 8;

    /// <summary>Every school has a primary contact, and one in ten a deputy.</summary>
    public static RegisterContent Register(int districts) => Register(districts, Share(Schools, districts), Share(Assignments, districts));

    /// <summary>The same with other numbers.</summary>
    public static RegisterContent Register(int districts, int schoolCount, int assignmentCount)
    {
        var codes = Enumerable.Range(1, districts).Select(d => DistrictCode.Parse(Text($"KOMMUN{d:D3}"))).ToList();
        var schools = Enumerable.Range(0, schoolCount).Select(s => Rows.School(Text($"99{s:D6}"), codes[s % districts])).ToList();
        var deputies = assignmentCount - schools.Count;
        var assignments = schools.Select((s, i) => Assign(s, i, AssignmentRole.Primary))
            .Concat(schools.Take(deputies).Select((s, i) => Assign(s, i + (SchoolsPerContact * districts), AssignmentRole.Deputy)))
            .ToList();
        return RegisterBuilder.City().Build() with
        {
            Districts = [.. codes.Select(c => Rows.District(c.ToString()))],
            Schools = schools,
            Contacts = [.. assignments.Select(a => (a.Contact, a.District)).Distinct().Select(c => Rows.Contact(c.Contact, c.District))],
            Assignments = assignments,
            Agreements = [.. codes.Select(c => Rows.Agreement(Text($"A-{c}"), c))],
            SteeringGroups = [.. codes.Select(c => Rows.Member(Text($"G-A-{c}"), c))],
            Materials = [Rows.Material("orosanmalan"), Rows.Material("samtycke")],
        };

        Assignment Assign(School school, int number, AssignmentRole role) => new(
            school.Districts[0], school.Code, Text($"k{number / districts / SchoolsPerContact}-{school.Districts[0]}"), role, null, null);
    }

    /// <summary>The same after the first school got another contact, of those there are.</summary>
    public static RegisterContent WithOneChange(RegisterContent before)
    {
        var first = before.Assignments![0];
        var successor = before.Contacts!.First(c => c.District == first.District && c.Id != first.Contact);
        return before with { Assignments = [first with { Contact = successor.Id }, .. before.Assignments!.Skip(1)] };
    }

    /// <summary>The same after every school got another contact, of those its district has.</summary>
    public static RegisterContent WithOthers(RegisterContent before)
    {
        var others = before.Contacts!.GroupBy(c => c.District).SelectMany(g => g.Zip([.. g.Skip(1), g.First()])).ToDictionary(p => p.First.Id, p => p.Second.Id);
        return before with { Assignments = [.. before.Assignments!.Select(a => a with { Contact = others[a.Contact] })] };
    }

    private static int Share(int whole, int districts) => (int)((long)whole * districts / Districts);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
