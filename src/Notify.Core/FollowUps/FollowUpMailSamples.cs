using Notify.Core.Contacts;

namespace Notify.Core.FollowUps;

/// <summary>Invented values of the mails about follow-up, for previews. No school, person or address here exists.</summary>
internal static class FollowUpMailSamples
{
    private static readonly MailDistrict Kungsholmen = new("Kungsholmen", "samordnare.kungsholmen@stad.example");

    private static readonly (int Now, int Before)[] Indices = [(784, 721), (612, 598), (701, -1), (553, 607), (667, 640), (488, 431), (592, 570), (723, 730)];

    public static FollowUpCallMail Open(string language) => new(
        Kungsholmen, Title(language), "2026-10-30", DefaultQuestionnaire.Rows.Count, [Word(language, "Ekskolan", "Oak School")], Goal(language));

    public static FollowUpCallMail Reminder(string language) => Open(language) with { Schools = [] };

    public static FollowUpResultMail Result(string language) => new(
        Kungsholmen, Title(language), "2026-10-30", 46, 31, Word(language, "67\u00a0%", "67%"), Tenths(640, language), "+" + Tenths(13, language),
        Word(language, "Uppföljning våren 2026", "Follow-up spring 2026"), Goal(language), Axes(language), [AxisName(2, language)],
        [new("municipal", 21, "16", Tenths(651, language)), new("independent", 9, "", ""), new("contacts", 12, "8", Tenths(688, language)), new("steering_group", 4, "", "")]);

    private static IReadOnlyList<MailAxis> Axes(string language) =>
    [
        .. Indices.Select((index, place) => new MailAxis(
            AxisName(place, language),
            Tenths(index.Now, language),
            index.Before < 0 ? "" : Sign(index.Now - index.Before) + Tenths(Math.Abs(index.Now - index.Before), language),
            index.Now,
            index.Before)),
    ];

    private static string AxisName(int place, string language)
    {
        var axis = DefaultQuestionnaire.Rows.DistinctBy(r => r.Axis).ElementAt(place);
        return Word(language, axis.Axis, axis.AxisEn!);
    }

    private static string Sign(int change) => change < 0 ? "\u2212" : "+";

    private static string Tenths(int tenths, string language) => $"{tenths / 10}{Word(language, ",", ".")}{tenths % 10}";

    private static string Title(string language) => Word(language, "Uppföljning hösten 2026", "Follow-up autumn 2026");

    private static string Goal(string language) =>
        Word(language, "Varje skola ska veta vem i socialtjänsten den vänder sig till.", "Every school shall know whom in the social services to turn to.");

    private static string Word(string language, string swedish, string english) => language == "sv" ? swedish : english;
}
