using Notify.Core.Register;

namespace Notify.Local.Sample;

/// <summary>A school whose name is given.</summary>
/// <param name="District">The district that it lies in.</param>
/// <param name="Pupils">Null: invented.</param>
internal sealed record NamedSchool(string District, string Name, Provider Provider, SchoolType Type, int? Pupils = null);

/// <summary>
/// The schools that the documents name (Utlåtande 2016:203: Bromma's independent schools with their pupils, the two of PPSS,
/// Kunskapsskolan), and four of ours that make the providers complete. All but names and pupils of the former is invented too.
/// </summary>
internal static class NamedSchools
{
    /// <summary>In the order of districts.</summary>
    public static IReadOnlyList<NamedSchool> All { get; } =
    [
        new("BROMMA", "Raoul Wallenbergskolan", Provider.Independent, SchoolType.Compulsory, 412),
        new("BROMMA", "Kristofferskolan", Provider.Independent, SchoolType.Compulsory, 585),
        new("BROMMA", "Internationella Engelska Skolan Bromma", Provider.Independent, SchoolType.Compulsory, 945),
        new("BROMMA", "Lunaskolan Bromma", Provider.Independent, SchoolType.Compulsory, 119),
        new("BROMMA", "Bromma Enskilda Skola", Provider.Independent, SchoolType.Compulsory, 154),
        new("BROMMA", "Solgården", Provider.Independent, SchoolType.Compulsory, 40),
        new("BROMMA", "Stefanskolan", Provider.Independent, SchoolType.Compulsory, 72),
        new("HV", "Hässelbygårdsskolan", Provider.Municipal, SchoolType.Compulsory),
        new("HV", "Grimstaskolan", Provider.Municipal, SchoolType.Compulsory),
        new("HV", "Åkerbärets naturbruksgymnasium", Provider.Region, SchoolType.UpperSecondary),
        new("KUNGSHOLMEN", "Ekoxens specialskola", Provider.State, SchoolType.Other),
        new("NORRMALM", "Mosippans vårdgymnasium", Provider.Region, SchoolType.UpperSecondary),
        new("SKARPNACK", "Guckuskons specialskola", Provider.State, SchoolType.Other),
        new("ST", "Kunskapsskolan", Provider.Independent, SchoolType.Compulsory),
    ];
}
