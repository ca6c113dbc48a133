namespace Notify.Local.Sample;

/// <summary>
/// The contacts of each district as Utlåtande 2016:203 describes them. Not told there, so ours: all of Hässelby-Vällingby,
/// Skarpnäck and Spånga-Tensta; the size of every reception group but Bromma's (3) and Rinkeby-Kista's (6); who steps in.
/// </summary>
internal static class ContactPlans
{
    private const string Secretary = "Socialsekreterare";

    /// <summary>One for each district.</summary>
    public static IReadOnlyList<ContactPlan> All { get; } =
    [
        new("BROMMA", "Mottagningen barn och unga", 3, Division.Reception, 0, Secretary),
        new("EAV", "Mottagningsgruppen barn och unga Enskede-Årsta-Vantör", 0, Division.People, 2, Secretary),
        new("FARSTA", "Mottagningen barn och unga Farsta", 0, Division.People, 5, Secretary),
        new("HL", "Mottagningsgruppen barn och ungdom Hägersten-Liljeholmen", 5, Division.Reception, 0, Secretary),
        new("HV", "Mottagningen barn och unga Hässelby-Vällingby", 0, Division.People, 4, Secretary),
        new("KUNGSHOLMEN", "Mottagningen barn och unga Kungsholmen", 2, Division.PeopleOrReception, 3, Secretary),
        new("NORRMALM", "Familjeenhetens mottagning Norrmalm", 0, Division.People, 6, "Kontaktperson skola, familjeenheten"),
        new("RK", "Mottagningsfunktionen barn och unga Rinkeby-Kista", 6, Division.Reception, 0, Secretary),
        new("SKARPNACK", "Mottagningen barn och unga Skarpnäck", 2, Division.One, 0, "Samordnare SSP"),
        new("SKARHOLMEN", "Mottagningsenheten Skärholmen", 4, Division.One, 0, "Biträdande enhetschef, Mottagningsenheten"),
        new("ST", "Mottagningen barn och unga Spånga-Tensta", 4, Division.Reception, 0, Secretary),
        new("SODERMALM", "Mottagningen barn och unga Södermalm", 3, Division.One, 0, "Kontaktperson skola och förskola"),
        new("ALVSJO", "Mottagningen barn och unga Älvsjö", 0, Division.People, 5, "Kontaktperson skola"),
        new("OSTERMALM", "Mottagningen barn och unga Östermalm", 0, Division.PeopleInPairs, 1, Secretary),
    ];
}
