using Notify.Core.Register;

namespace Notify.Local.Sample;

/// <summary>
/// A questionnaire of our own making, in the manner of a radar. It is not the tool of Sveriges kommuner och landsting that
/// Utlåtande 2016:203 speaks of, whose variables the documents do not give.
/// </summary>
internal static class SampleQuestionnaire
{
    /// <summary>Its id says whose it is.</summary>
    public const string Id = "NOTIFY-EGEN";

    /// <summary>Its only version.</summary>
    public const string Version = "1";

    private const int Scale = 5;

    private static readonly (string Axis, string First, string Second)[] Axes =
    [
        ("Kontaktvägar", "Vi vet vem vi ska vända oss till.", "Vi får veta när kontakten byts ut."),
        ("Tillgänglighet", "Vi når varandra inom rimlig tid.", "Vi får råd när vi är osäkra på vad som gäller."),
        ("Gemensamma mål", "Vi har mål för samverkan som alla känner till.", "Målen hänger ihop med verksamhetens egna mål."),
        ("Roller och uppdrag", "Vi vet vad som är skolans uppdrag och vad som är socialtjänstens.", "Vi respekterar gränserna för varandras uppdrag."),
        ("Överenskommelsen", "Den lokala överenskommelsen är aktuell.", "Vi använder överenskommelsen i vårt arbete."),
        ("Möten", "Våra möten leder till något.", "De som behövs kommer till mötena."),
        ("Delaktighet", "Fristående och kommunala skolor deltar på samma villkor.", "Alla parter får påverka vad vi tar upp."),
        ("Kunskap", "Vi känner till innehållet i stödmaterialet.", "Nya medarbetare får veta hur vi samverkar."),
    ];

    /// <summary>Eight axes of two statements.</summary>
    public static IReadOnlyList<QuestionnaireStatement> Create() =>
    [
        .. Axes.SelectMany(a => new[] { a.First, a.Second }.Select(s => new QuestionnaireStatement(Id, Version, a.Axis, s, Scale))),
    ];
}
