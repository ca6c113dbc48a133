using Notify.Core.Register;

namespace Notify.Local.Sample;

/// <summary>
/// The fourteen districts of Utlåtande 2016:203, with the contact model each describes. Hässelby-Vällingby, Skarpnäck and
/// Spånga-Tensta are silent on it (theirs is ours), and so are most of the numbers of units: only Bromma's and Södermalm's are told.
/// </summary>
internal static class SampleDistricts
{
    /// <summary>In the order of the document.</summary>
    public static IReadOnlyList<SampleDistrict> All { get; } =
    [
        new(1, "BROMMA", "BRO", "Bromma", "bromma", ContactKind.Function, new(16, 0, 0, 0)),
        new(2, "EAV", "EAV", "Enskede-Årsta-Vantör", "enskede-arsta-vantor", ContactKind.Person, new(16, 6, 2, 0)),
        new(3, "FARSTA", "FAR", "Farsta", "farsta", ContactKind.Person, new(12, 4, 1, 4)),
        new(4, "HL", "HL", "Hägersten-Liljeholmen", "hagersten-liljeholmen", ContactKind.Function, new(16, 5, 2, 4)),
        new(5, "HV", "HV", "Hässelby-Vällingby", "hasselby-vallingby", ContactKind.Person, new(11, 4, 1, 0)),
        new(6, "KUNGSHOLMEN", "KUN", "Kungsholmen", "kungsholmen", ContactKind.Person, new(7, 3, 2, 0))
        {
            Promised = new Dictionary<ForumKind, int> { [ForumKind.Local] = 1 },
        },
        new(7, "NORRMALM", "NOR", "Norrmalm", "norrmalm", ContactKind.Person, new(6, 4, 3, 8)),
        new(8, "RK", "RK", "Rinkeby-Kista", "rinkeby-kista", ContactKind.Function, new(11, 5, 1, 0))
        {
            Promised = new Dictionary<ForumKind, int> { [ForumKind.Chiefs] = 1 },
        },
        new(9, "SKARPNACK", "SKP", "Skarpnäck", "skarpnack", ContactKind.Role, new(8, 3, 1, 0)),
        new(10, "SKARHOLMEN", "SKH", "Skärholmen", "skarholmen", ContactKind.Role, new(7, 3, 1, 0)),
        new(11, "ST", "ST", "Spånga-Tensta", "spanga-tensta", ContactKind.Function, new(9, 2, 1, 0)),
        new(12, "SODERMALM", "SOD", "Södermalm", "sodermalm", ContactKind.Person, new(28, 18, 0, 120)),
        new(13, "ALVSJO", "ALV", "Älvsjö", "alvsjo", ContactKind.Person, new(7, 2, 1, 6)),
        new(14, "OSTERMALM", "OST", "Östermalm", "ostermalm", ContactKind.Person, new(9, 5, 3, 6))
        {
            Promised = new Dictionary<ForumKind, int> { [ForumKind.Steering] = 1, [ForumKind.Local] = 2, [ForumKind.Lecture] = 1 },
        },
    ];

    private static readonly Dictionary<string, SampleDistrict> ByCode = All.ToDictionary(d => d.Code, StringComparer.Ordinal);

    /// <summary>The district with the code.</summary>
    public static SampleDistrict Of(string code) => ByCode[code];
}
