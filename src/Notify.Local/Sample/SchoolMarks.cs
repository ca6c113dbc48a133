using Notify.Core.Register;

namespace Notify.Local.Sample;

/// <summary>
/// What sets single schools apart: programmes, further districts, rest and closure. An invented school is meant by its district, its
/// kind and its place among them.
/// </summary>
internal static class SchoolMarks
{
    private static readonly (string District, string Name, string Programme)[] ByName =
    [
        ("HV", "Hässelbygårdsskolan", "PPSS"),
        ("HV", "Grimstaskolan", "PPSS"),
        ("HV", "Hässelbygårdsskolan", "SkolFam"),
    ];

    // PPSS: 8 districts, 16 schools (Utbildningsnämnden 2014 § 13). Hässelby-Vällingby and Skärholmen are told; the other six are ours.
    private static readonly (string District, int First, int Last, string Programme)[] OfMunicipal =
    [
        ("EAV", 0, 1, "PPSS"), ("FARSTA", 0, 1, "PPSS"), ("HL", 0, 1, "PPSS"), ("RK", 0, 1, "PPSS"), ("SKARPNACK", 0, 1, "PPSS"),
        ("SKARHOLMEN", 0, 1, "PPSS"), ("ST", 0, 1, "PPSS"),
        ("SKARHOLMEN", 1, 2, "SkolFam"), ("ALVSJO", 0, 1, "SkolFam"),
        ("SKARHOLMEN", 3, 4, "BIR"), ("SKARPNACK", 0, 7, "SSP"), ("RK", 0, 10, "BUS"), ("ALVSJO", 2, 3, "Samverket"),
    ];

    private static readonly Dictionary<string, string> FurtherOfNamed = new(StringComparer.Ordinal)
    {
        ["Internationella Engelska Skolan Bromma"] = "HV",
        ["Kristofferskolan"] = "ST",
        ["Raoul Wallenbergskolan"] = "KUNGSHOLMEN",
        ["Kunskapsskolan"] = "RK",
        ["Mosippans vårdgymnasium"] = "OSTERMALM",
    };

    // Many independent schools have children from Farsta, and Rinkeby-Kista's go to school elsewhere.
    private static readonly Dictionary<(string District, int Place), string> FurtherOfIndependent = new()
    {
        [("SKARPNACK", 0)] = "FARSTA",
        [("EAV", 1)] = "FARSTA",
        [("ST", 1)] = "RK",
        [("NORRMALM", 2)] = "RK",
        [("HL", 3)] = "SKARHOLMEN",
    };

    private static readonly Dictionary<(string District, SampleKind Kind, int Place), SchoolStatus> Resting = new()
    {
        [("EAV", SampleKind.Independent, 5)] = SchoolStatus.Dormant,
        [("FARSTA", SampleKind.Preschool, 3)] = SchoolStatus.Dormant,
        [("RK", SampleKind.Independent, 4)] = SchoolStatus.Closed,
        [("HL", SampleKind.UpperSecondary, 1)] = SchoolStatus.Closed,
    };

    /// <summary>The school that has no address: a coordinator is to ring it.</summary>
    public static bool HasAddress(string district, SampleKind kind, int place) => (district, kind, place) != ("SKARHOLMEN", SampleKind.Independent, 2);

    /// <summary>Its programmes.</summary>
    public static IReadOnlyList<string> Programmes(string district, SampleKind kind, int place, string name) =>
    [
        .. ByName.Where(m => m.District == district && m.Name == name).Select(m => m.Programme),
        .. OfMunicipal
            .Where(m => kind == SampleKind.Municipal && m.District == district && place >= m.First && place <= m.Last)
            .Select(m => m.Programme),
    ];

    /// <summary>The second district that works with it; null: none.</summary>
    public static string? Further(string district, SampleKind kind, int place, string name) => kind switch
    {
        SampleKind.Named => FurtherOfNamed.GetValueOrDefault(name),
        SampleKind.Independent => FurtherOfIndependent.GetValueOrDefault((district, place)),
        _ => null,
    };

    /// <summary>Whether it is at work.</summary>
    public static SchoolStatus Status(string district, SampleKind kind, int place) => Resting.GetValueOrDefault((district, kind, place), SchoolStatus.Active);
}
