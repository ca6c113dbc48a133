using Notify.Core.Register;

namespace Notify.Local.Sample;

/// <summary>A forum, its day counted from today: before today it has been held.</summary>
internal sealed record ForumPlan(string District, ForumKind Kind, string Title, int Day)
{
    /// <summary>Null: the district's steering group for steering, else all.</summary>
    public string? Audience { get; init; }

    /// <summary>How many it has room for.</summary>
    public int? Capacity { get; init; }

    /// <summary>Whether it has been called off.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>What is to be spoken of.</summary>
    public string? Agenda { get; init; }
}

/// <summary>
/// The forums of each district. Told in Utlåtande 2016:203: Östermalm's five kinds, Kungsholmen's and Rinkeby-Kista's meetings
/// every term, Skärholmen's two groups, Skarpnäck's invitations, Älvsjö's steering group, PPSS in Hässelby-Vällingby; the days and
/// the rest are ours.
/// </summary>
internal static class ForumPlans
{
    private const string Local = "Lokalt samverkansforum för barn och ungdomar 6–20 år";
    private const string Transition = "Samverkansforum övergång förskola–skola";
    private const string SteeringAgenda = "1. Föregående möte\n2. Överenskommelsen\n3. Kommande forum";

    /// <summary>Those behind, and those so far ahead that a newcomer's first run invites nobody yet.</summary>
    public static IReadOnlyList<ForumPlan> All { get; } =
    [
        new("BROMMA", ForumKind.Local, Local, -26),
        new("BROMMA", ForumKind.Local, "Dialogmöte med fristående skolor", 68) { Audience = "independent", Agenda = "1. Vart vänder sig skolan?\n2. Så kan fristående skolor delta" },
        new("EAV", ForumKind.Local, Local, -24),
        new("EAV", ForumKind.Local, Local, 76),
        new("FARSTA", ForumKind.Chiefs, "Samverkansforum på chefsnivå", -100),
        new("FARSTA", ForumKind.Chiefs, "Samverkansforum på chefsnivå", 105),
        new("HL", ForumKind.Lecture, "Föreläsning: tidiga tecken och vägen till hjälp", -48),
        new("HL", ForumKind.Lecture, "Föreläsning: stödmaterialet i vardagen", 93) { Capacity = 60 },
        new("HV", ForumKind.Local, "Samverkansmöte PPSS", -20) { Audience = "programme:PPSS" },
        new("HV", ForumKind.Local, "Samverkansmöte PPSS", 65) { Audience = "programme:PPSS" },
        new("HV", ForumKind.Lecture, "Förnyad utbildning i stödmaterialet för socialtjänst och skola", 111),
        new("KUNGSHOLMEN", ForumKind.Local, "Terminens gemensamma träff", -125),
        new("KUNGSHOLMEN", ForumKind.Local, "Terminens gemensamma träff", 63) { Agenda = "1. Uppföljning av den lokala överenskommelsen\n2. Kontaktpersoner och kontaktvägar" },
        new("NORRMALM", ForumKind.Steering, "Styrgruppsmöte", 48) { Agenda = SteeringAgenda },
        new("NORRMALM", ForumKind.Local, "Träff om överenskommelsen", -64),
        new("NORRMALM", ForumKind.Lecture, "Föreläsning: en helhetssyn på barns och ungas utveckling", 79) { IsCancelled = true },
        new("RK", ForumKind.Chiefs, "Terminens möte för rektorer och enhetschefer", -140),
        new("RK", ForumKind.Chiefs, "Terminens möte för rektorer och enhetschefer", 57),
        new("SKARPNACK", ForumKind.Local, "Samverkansmöte SSP", -112),
        new("SKARPNACK", ForumKind.Local, "Samverkansmöte SSP", -38),
        new("SKARPNACK", ForumKind.Local, "Samverkansmöte SSP", 62),
        new("SKARHOLMEN", ForumKind.Steering, "Styrgruppsmöte", -36),
        new("SKARHOLMEN", ForumKind.Steering, "Styrgruppsmöte", 75) { Agenda = SteeringAgenda },
        new("SKARHOLMEN", ForumKind.Steering, "Arbetsgruppens träff", 60) { Audience = "group:AG-SKARHOLMEN" },
        new("SKARHOLMEN", ForumKind.Local, "Samverkansmöte", -52),
        new("ST", ForumKind.Local, Local, -29),
        new("ST", ForumKind.Local, Local, 71),
        new("SODERMALM", ForumKind.Transition, Transition, -60),
        new("SODERMALM", ForumKind.Transition, Transition, 117),
        new("SODERMALM", ForumKind.Local, Local, -33),
        new("SODERMALM", ForumKind.Local, Local, 73),
        new("ALVSJO", ForumKind.Steering, "Styrgruppsmöte", -55),
        new("ALVSJO", ForumKind.Steering, "Styrgruppsmöte", 50) { Agenda = SteeringAgenda },
        new("ALVSJO", ForumKind.Local, "Forum för medarbetare i socialtjänst, skola och fritid", -45),
        new("ALVSJO", ForumKind.Transition, Transition, 85),
        new("OSTERMALM", ForumKind.Steering, "Styrgruppsmöte", -75),
        new("OSTERMALM", ForumKind.Steering, "Styrgruppsmöte", 70) { Agenda = "1. Förbereda samverkansforum på chefsnivå\n2. Behöver överenskommelsen revideras?" },
        new("OSTERMALM", ForumKind.Chiefs, "Samverkansforum på chefsnivå", -305),
        new("OSTERMALM", ForumKind.Chiefs, "Samverkansforum på chefsnivå", 95),
        new("OSTERMALM", ForumKind.Transition, Transition, -40),
        new("OSTERMALM", ForumKind.Transition, Transition, 125),
        new("OSTERMALM", ForumKind.Local, Local, -95),
        new("OSTERMALM", ForumKind.Local, Local, -31),
        new("OSTERMALM", ForumKind.Local, Local, 53),
        new("OSTERMALM", ForumKind.Local, Local, 82),
        new("OSTERMALM", ForumKind.Lecture, "Halvdag med föreläsare: samverkan som håller", -50),
        new("OSTERMALM", ForumKind.Lecture, "Halvdag med föreläsare: när skola och socialtjänst lyssnar", 100) { Capacity = 12 },
    ];
}
