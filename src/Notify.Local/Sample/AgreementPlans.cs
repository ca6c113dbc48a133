using Notify.Core.Register;

namespace Notify.Local.Sample;

/// <summary>An agreement, its days counted from today.</summary>
/// <param name="Signed">How many days ago.</param>
/// <param name="Interval">In months; null: as needed, unless <paramref name="Next"/> says when.</param>
/// <param name="Next">In how many days it is to be revised; null: by the interval.</param>
internal sealed record AgreementPlan(string Id, string District, string Title, int Signed, int? Interval, int? Next)
{
    /// <summary>Where it stands.</summary>
    public AgreementStatus Status { get; init; } = AgreementStatus.InForce;

    /// <summary>Null: that of the district.</summary>
    public string? SteeringGroup { get; init; }

    /// <summary>The further districts that it binds.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>The agreement that it is an annex of.</summary>
    public string? PartOf { get; init; }

    /// <summary>Whether the district's independent schools are informed, although no party.</summary>
    public bool InformsIndependent { get; init; }

    /// <summary>Steps of its own before the day; null: the configured ones.</summary>
    public IReadOnlyList<int>? RemindDays { get; init; }
}

/// <summary>
/// The agreements of each district. How often, with whom and with what annexes is told in Utlåtande 2016:203 for Bromma, Farsta,
/// Hässelby-Vällingby, Kungsholmen, Norrmalm, Rinkeby-Kista, Skarpnäck, Skärholmen, Södermalm, Älvsjö and Östermalm; the days are ours.
/// </summary>
internal static class AgreementPlans
{
    private const string Usual = "Överenskommelse om samverkan mellan skola och socialtjänst";

    /// <summary>One is overdue (Bromma), one due in twenty days (Norrmalm).</summary>
    public static IReadOnlyList<AgreementPlan> All { get; } =
    [
        new("A-BROMMA", "BROMMA", Usual + " i Bromma", 377, 12, -12),
        new("A-EAV", "EAV", Usual + " i Enskede-Årsta-Vantör", 150, 12, null),
        new("A-FARSTA", "FARSTA", Usual + " i Farsta", 640, 12, 75) { Status = AgreementStatus.UnderRevision },
        new("A-HL", "HL", Usual + " i Hägersten-Liljeholmen", 300, 24, null),
        new("A-HV", "HV", Usual + " i Hässelby-Vällingby", 700, 24, 60) { Status = AgreementStatus.UnderRevision },
        new("A-KUNGSHOLMEN", "KUNGSHOLMEN", "Lokal överenskommelse om barn i behov av särskilt stöd, Kungsholmen", 70, 6, null),
        new("A-NORRAINNERSTADEN", "KUNGSHOLMEN", "Regional överenskommelse om barn i behov av särskilt stöd, norra innerstaden", 260, 24, null)
        {
            SteeringGroup = "SG-NORRAINNERSTADEN",
            Others = ["NORRMALM", "OSTERMALM"],
        },
        new("A-NORRMALM", "NORRMALM", "Överenskommelse om samverkan mellan förskola, skola, socialtjänst och fält och fritid på Norrmalm", 345, 12, 20)
        {
            InformsIndependent = true,
            RemindDays = [90, 30, 14, 7, 0],
        },
        new("A-RK", "RK", Usual + " i Rinkeby-Kista", 215, 12, null),
        new("A-RK-BUS", "RK", "Lokal överenskommelse om barn i behov av särskilt stöd (BUS), Rinkeby-Kista", 400, 24, null),
        new("A-SKARPNACK", "SKARPNACK", Usual + " i Skarpnäck", 45, 12, null),
        new("A-SKARHOLMEN", "SKARHOLMEN", Usual + " i Skärholmen", 210, null, null),
        new("A-ST", "ST", Usual + " i Spånga-Tensta", 120, 12, null),
        new("A-SODERMALM", "SODERMALM", Usual + " på Södermalm", 690, 24, 50) { Status = AgreementStatus.UnderRevision },
        new("A-ALVSJO", "ALVSJO", Usual + " i Älvsjö", 130, 12, null),
        new("A-ALVSJO-RUTINER", "ALVSJO", "Mål och rutiner för samverkan skola–socialtjänst, Älvsjö", 130, 12, null) { PartOf = "A-ALVSJO" },
        new("A-ALVSJO-OVERGANG", "ALVSJO", "Handlingsplan för övergången förskola–skola, Älvsjö", 280, 24, null) { PartOf = "A-ALVSJO" },
        new("A-ALVSJO-BROTT", "ALVSJO", "Plan för det brotts- och drogförebyggande arbetet, Älvsjö", 290, 12, 68) { PartOf = "A-ALVSJO" },
        new("A-ALVSJO-POLIS", "ALVSJO", "Överenskommelse med det lokala poliskontoret i Älvsjö", 1900, 12, null) { Status = AgreementStatus.Ended },
        new("A-OSTERMALM", "OSTERMALM", Usual + " på Östermalm", 110, null, null),
    ];
}
