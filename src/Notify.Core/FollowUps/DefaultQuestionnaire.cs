using Notify.Core.Register;

namespace Notify.Core.FollowUps;

/// <summary>
/// A questionnaire of our own making, to begin with or to change. It is not the tool of Sveriges kommuner och landsting that
/// Utlåtande 2016:203 speaks of, whose variables the documents do not give.
/// </summary>
public static class DefaultQuestionnaire
{
    /// <summary>Its id says whose it is.</summary>
    public const string Id = "NOTIFY-EGEN";

    /// <summary>Its version.</summary>
    public const string Version = "1";

    private const int Scale = 5;

    private static readonly (string Axis, string AxisEn, (string Text, string TextEn)[] Statements)[] Axes =
    [
        ("Känd kontakt", "Known contact",
        [
            ("Vi vet vem vi ska vända oss till hos varandra.", "We know whom to turn to at each other's workplace."),
            ("Vi får veta i tid när en kontakt byts ut.", "We are told in good time when a contact is replaced."),
        ]),
        ("Känd överenskommelse", "Agreement known",
        [
            ("Vi vet vad den lokala överenskommelsen säger.", "We know what the local agreement says."),
            ("Överenskommelsen är till nytta i vårt arbete.", "The agreement is of use in our work."),
        ]),
        ("Tydliga roller", "Roles clear",
        [
            ("Vi vet vad som är skolans uppdrag och vad som är socialtjänstens.", "We know what the school is to do and what the social services are to do."),
            ("Vi respekterar gränserna för varandras uppdrag.", "We respect the limits of each other's task."),
        ]),
        ("Återkoppling", "Feedback given",
        [
            ("Vi får svar inom rimlig tid när vi hör av oss.", "We get an answer within reasonable time when we get in touch."),
            ("Vi får den återkoppling som lagen tillåter.", "We get the feedback that the law allows."),
        ]),
        ("Givande möten", "Meetings worthwhile",
        [
            ("Våra möten leder till något.", "Our meetings lead to something."),
            ("De som behövs är med på mötena.", "Those who are needed attend the meetings."),
        ]),
        ("Fristående skolor är med", "Independent schools included",
        [
            ("Fristående och kommunala skolor bjuds in på samma villkor.", "Independent and municipal schools are invited on the same terms."),
            ("Fristående skolor är med i samverkan i lika stor utsträckning som kommunala.", "Independent schools take part in the cooperation as much as municipal ones."),
        ]),
        ("Använt stödmaterial", "Material used",
        [
            ("Vi känner till stödmaterialet för samverkan.", "We know the support material for cooperation."),
            ("Vi använder stödmaterialet i vårt arbete.", "We use the support material in our work."),
        ]),
        ("Tillit", "Trust",
        [
            ("Vi litar på varandras kompetens.", "We trust each other's competence."),
            ("Vi kan tala öppet med varandra när något inte fungerar.", "We can speak openly with each other when something does not work."),
        ]),
    ];

    /// <summary>Eight axes of two statements.</summary>
    public static IReadOnlyList<QuestionnaireStatement> Rows { get; } =
    [
        .. Axes.SelectMany(a => a.Statements, (a, s) => new QuestionnaireStatement(Id, Version, a.Axis, s.Text, Scale, a.AxisEn, s.TextEn)),
    ];
}
