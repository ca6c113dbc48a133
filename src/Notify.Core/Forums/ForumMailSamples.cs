using Notify.Core.Contacts;
using Notify.Core.Time;

namespace Notify.Core.Forums;

/// <summary>Invented values of the mails about forums, for previews. No person, school or address here exists.</summary>
internal static class ForumMailSamples
{
    private static readonly MailDistrict Bromma = new("Bromma", "samordnare.bromma@stad.example");

    public static ForumMail Plain(string language) => Mail(language, At(new(2026, 11, 18), language, "Stora salen, Exempelgatan 1"));

    public static ForumMail Reminder(string language)
    {
        var mail = Plain(language);
        return mail with { News = mail.News with { DaysLeft = 7 } };
    }

    public static ForumMail Changed(string language)
    {
        var mail = Mail(language, At(new(2026, 11, 25), language, "Stora salen, Exempelgatan 1") with { Sequence = 1 });
        return mail with
        {
            News = mail.News with { TimeChanged = true, Before = Plain(language).Forum.Meeting },
            Forum = mail.Forum with { AnswerBy = "2026-11-18" },
            Invitee = mail.Invitee with { Answer = "yes" },
        };
    }

    public static ForumMail Waiting(string language)
    {
        var mail = Plain(language);
        return mail with
        {
            News = mail.News with { Seat = "waiting", Queue = 2 },
            Forum = mail.Forum with { Capacity = 20 },
            Invitee = mail.Invitee with { Answer = "yes" },
        };
    }

    public static ForumListMail Attendees(string language) => new(
        Bromma,
        Plain(language).Forum,
        3,
        [new("Exempelskolan", "Anna Andersson, Bo Berg", Word(language, "Vi kommer med tåg och kan bli fem minuter sena.", "We come by train and may be five minutes late.")), new("Provskolan", "", "")],
        [new("Väntskolan", "Cecilia Carlsson", "")],
        [new("Kanskeskolan", "", "")],
        [new("Upptagna skolan", "", Word(language, "Vi har studiedag då.", "We have a study day then."))],
        [new("Tysta skolan", "", "")]);

    private static ForumMail Mail(string language, MailMeeting meeting) => new(
        Bromma,
        new(
            "F-EX", "local", Word(language, "Lokalt samverkansforum 6–20 år", "Local forum for ages 6–20"), meeting,
            Word(language, "Samordnare skola–socialtjänst, Bromma", "Coordinator of schools and social services, Bromma"),
            [Word(language, "Vart vänder sig skolan?", "Whom does a school turn to?"), Word(language, "Så används stödmaterialet", "How the support material is used")],
            "2026-11-11", 0),
        new("school:98000007", "Exempelskolan", true, ""),
        new(meeting, false, false, 42, "", 0));

    private static MailMeeting At(DateOnly day, string language, string place) => new(
        day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "13:30", "15:30", "",
        Word(language, place, "The great hall, Exempelgatan 1"), 0, StockholmTime.At(day, new(13, 30)), StockholmTime.At(day, new(15, 30)));

    private static string Word(string language, string swedish, string english) => language == "sv" ? swedish : english;
}
