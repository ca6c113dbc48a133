using Notify.Core.Municipality;
using Notify.Web.Layout;

namespace Notify.Web.Statements;

/// <summary>Tillgänglighetsredogörelsen, i den ordning som Diggs mall har.</summary>
public static class SwedishAccessibility
{
    /// <summary>Redogörelsen för en kommun.</summary>
    public static Statement For(MunicipalityOptions m) => new(
        "Tillgänglighet",
        $"{(m.Name.Length > 0 ? m.Name : "Kommunen")} står bakom de här sidorna. Alla ska kunna använda dem, med tangentbord, skärmläsare, förstoring eller en liten skärm. Här står hur sidorna uppfyller lagen om tillgänglighet till digital offentlig service (2018:1937), vilka brister vi känner till och hur du berättar om fler.",
        new("Så tillgängliga är sidorna", "Sidorna är delvis förenliga med lagen. Det mesta fungerar för alla; bristerna står längre ner."),
        new("Om du inte kan använda någon del", [Contact(m), "Då får du uppgiften på ett annat sätt: i ett mejl, på telefon eller på papper."]),
        new("Berätta om en brist", ["Hittar du ett hinder som inte står här? Säg till, så rättar vi det.", Contact(m)]),
        new("Tillsyn", new StatementLine(
            "Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd med hur vi tar hand om det du säger kan du ",
            StatementPart.To("anmäla det till Digg", m.SupervisionLink), ".")),
        new("Brister vi känner till", "De här delarna följer inte lagens krav fullt ut, eller är krångligare än de borde vara.") { Points = Shortcomings },
        new("Så har sidorna prövats", Tested(m)));

    private static IReadOnlyList<StatementLine> Shortcomings { get; } =
    [
        "Det som en mejlserver har svarat visas i mejlets historik precis som servern skrev det, oftast på engelska. Det är märkt som engelska, så att en skärmläsare läser det rätt.",
        "Tidslinjer och breda tabeller får rullas i sidled på små skärmar: de tappar sin mening om de bryts. Allt som en tidslinje visar står också i tabellen under den.",
        "Överenskommelser och stödmaterial som sidorna länkar till ligger på andra webbplatser. Vi vet inte om de är tillgängliga. Säg till om du behöver något av dem på ett annat sätt.",
    ];

    private static StatementLine Contact(MunicipalityOptions m) => (m.AccessibilityEmail.Length > 0, m.AccessibilityPhone.Length > 0) switch
    {
        (true, true) => new StatementLine("Skriv till ", StatementPart.Mail(m.AccessibilityEmail), " eller ring ", StatementPart.Phone(m.AccessibilityPhone), "."),
        (true, false) => new StatementLine("Skriv till ", StatementPart.Mail(m.AccessibilityEmail), "."),
        (false, true) => new StatementLine("Ring ", StatementPart.Phone(m.AccessibilityPhone), "."),
        _ => "Skriv till samordnaren, vars adress står i mejlen ni får, eller kontakta kommunen.",
    };

    private static IReadOnlyList<StatementLine> Tested(MunicipalityOptions m) =>
    [
        "Varje sida prövas automatiskt före varje ny version, mot WCAG 2.1 nivå A och AA: på svenska och engelska, i ljust och mörkt läge, 320 och 1 280 bildpunkter bred, utan skript och med bara tangentbord. De som byggt sidorna har också gått igenom dem för hand.",
        Review(m),
        $"Redogörelsen uppdaterades senast den {Moments.Show(StatementEndpoints.Updated)}.",
    ];

    private static StatementLine Review(MunicipalityOptions m)
    {
        if (m.AccessibilityReviewed is not { } day)
        {
            return "Ingen utomstående har granskat sidorna ännu.";
        }

        var who = m.AccessibilityReviewer.Length > 0 ? m.AccessibilityReviewer : "kommunen själv";
        return m.AccessibilityReport is { } report
            ? new StatementLine($"Den senaste granskningen gjordes den {Moments.Show(day)} av {who}. ", StatementPart.To("Läs rapporten", report), ".")
            : $"Den senaste granskningen gjordes den {Moments.Show(day)} av {who}.";
    }
}
