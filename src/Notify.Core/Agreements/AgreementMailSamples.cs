using Notify.Core.Contacts;

namespace Notify.Core.Agreements;

/// <summary>Invented values of the mails about agreements, for previews. No person, group or address here exists.</summary>
internal static class AgreementMailSamples
{
    private static readonly MailDistrict Alvsjo = new("Älvsjö", "samordnare.alvsjo@stad.example");

    public static AgreementsMail Ahead(string language) => new(Alvsjo, [Whole(language, "ahead"), Annex(language, "ahead")]);

    public static AgreementsMail Overdue(string language) => new(Alvsjo, [Whole(language, "overdue")]);

    public static AgreementsMail Escalated(string language) => new(Alvsjo, [Whole(language, "escalated"), Annex(language, "ahead")]);

    public static AgreementsMail Revised(string language) => new(Alvsjo, [Told(Whole(language, "none")) with { Answer = "unchanged", AnsweredBy = "Eva Sandberg", AnsweredOn = "2026-11-02" }]);

    public static AgreementReviewMail Review(string language) => new(
        Alvsjo,
        [Whole(language, "none")],
        [new(Word(language, "Stödmaterial för samverkan", "Support material for cooperation"), "3", Word(language, "Nya avsnitt om frånvaro.", "New sections on absence."), "material_1")]);

    public static AgreementsMail Conflict(string language) => new(
        Alvsjo, [Told(Whole(language, "none")) with { Registered = "2026-05-04", Answer = "revised", AnsweredBy = "Eva Sandberg", AnsweredOn = "2026-09-02" }]);

    private static MailAgreement Whole(string language, string stage) => new(
        "A-EX", Word(language, "Överenskommelse om samverkan i Älvsjö", "Agreement on cooperation in Älvsjö"), "", Group(language), stage,
        "2026-11-16", "2026-11-16", false, 1, "document_1", "unchanged_1", "revised_1", "under_way_1", "", "", "");

    private static MailAgreement Annex(string language, string stage) => new(
        "A-EX-B", Word(language, "Handlingsplan för förskola och skola", "Plan for preschool and school"),
        Word(language, "Överenskommelse om samverkan i Älvsjö", "Agreement on cooperation in Älvsjö"), Group(language), stage,
        "2026-12-01", "2026-12-01", true, 1, "", "unchanged_2", "revised_2", "under_way_2", "", "", "");

    private static MailAgreement Told(MailAgreement agreement) => agreement with { Unchanged = "", Revised = "", UnderWay = "" };

    private static string Group(string language) => Word(language, "Styrgruppen i Älvsjö", "The Älvsjö steering group");

    private static string Word(string language, string swedish, string english) => language == "sv" ? swedish : english;
}
