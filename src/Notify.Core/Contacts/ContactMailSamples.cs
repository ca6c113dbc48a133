namespace Notify.Core.Contacts;

/// <summary>Invented values of the contact mails, for previews. No person, school or address here exists.</summary>
internal static class ContactMailSamples
{
    private const string School = "Björklundaskolan";
    private const string Changed7April = "2026-04-07";
    private static readonly MailDistrict Bromma = new("Bromma", "samordnare.bromma@stad.example");

    public static SchoolContactsMail Changed(string language) => new(
        Bromma,
        School,
        [Maria(language), Amir(language, isNew: false)],
        [new("primary", "person", "Johan Bergqvist")],
        Changed7April,
        "");

    public static SchoolContactsMail Introduced(string language) => new(
        Bromma,
        School,
        [Maria(language), Amir(language, isNew: true), Team()],
        [],
        Changed7April,
        "");

    public static SchoolContactsMail Fallback(string language) => new(
        Bromma,
        School,
        [new("fallback", "function", "Mottagningen barn och unga", "", "mottagningen.bromma@stad.example", "08-508 00 600", true)],
        [new("primary", "person", "Johan Bergqvist"), new("deputy", "person", Amir(language, isNew: false).Name)],
        "2026-04-09",
        "");

    public static SchoolContactsMail ReceiptReminder(string language) =>
        Changed(language) with { ToldOn = Changed7April };

    public static ContactAssignedMail Assigned(string language) => new(
        Bromma,
        Maria(language).Name,
        [
            new(School, "primary", "08-508 00 100", "Anna Holmström"),
            new("Förskolan Tallkotten", "deputy", "08-508 00 120", ""),
        ],
        [new("Ekhöjdens skola", "primary", "08-508 00 140", "Per Åkesson")],
        9);

    public static ContactMissingMail Missing() => new(
        Bromma,
        [
            new("98000007", School, "08-508 00 100", ["Johan Bergqvist", "Amir Haddad"], "2026-04-09"),
            new("98000015", "Ekhöjdens skola", "08-508 00 140", ["Johan Bergqvist"], "2026-04-09"),
        ],
        "Mottagningen barn och unga");

    private static MailContact Maria(string language) => new(
        "primary", "person", "Maria Lindqvist", Title(language), "maria.lindqvist@stad.example", "08-508 00 610", true);

    private static MailContact Amir(string language, bool isNew) => new(
        "deputy", "person", "Amir Haddad", Title(language), "amir.haddad@stad.example", "08-508 00 620", isNew);

    private static MailContact Team() => new(
        "team", "function", "Skolsociala teamet Bromma", "", "skolsociala.bromma@stad.example", "08-508 00 630", true);

    private static string Title(string language) => language == "sv" ? "socialsekreterare" : "social worker";
}
