using Notify.Core.Agreements;
using Notify.Core.Contacts;

namespace Notify.Core.Materials;

/// <summary>Invented values of the mails about support material, for previews. No school or address here exists.</summary>
internal static class MaterialMailSamples
{
    private static readonly MailDistrict Bromma = new("Bromma", "samordnare.bromma@stad.example");

    public static MaterialsMail Published(string language) => new(
        Bromma, [Word(language, "Förskolan Tallkotten", "Tallkotten preschool"), Word(language, "Förskolan Videungen", "Videungen preschool")],
        true, false, [Cooperation(language), Transitions(language)], "2026-04-21");

    public static MaterialsMail Reminder(string language) => new(Bromma, ["Björklundaskolan"], true, false, [Cooperation(language)], "");

    private static MailMaterial Cooperation(string language) => new(
        Word(language, "Stödmaterial för samverkan mellan skola och socialtjänst", "Support material for the cooperation between schools and social services"),
        "2026",
        Word(language, "Nytt: vem skolan vänder sig till när kontakten byts ut.", "New: who the school turns to when its contact changes."),
        "material_1");

    private static MailMaterial Transitions(string language) => new(
        Word(language, "Rutin för övergången från förskola till skola", "Routine for the transition from preschool to school"), "2", "", "material_2");

    private static string Word(string language, string swedish, string english) => language == "sv" ? swedish : english;
}
