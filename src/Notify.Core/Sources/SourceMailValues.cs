using Notify.Core.Contacts;

namespace Notify.Core.Sources;

/// <summary>Values of <c>import-refused</c>: to the coordinators, on errors in what came from an unattended source.</summary>
/// <param name="What">What came, as a file's name.</param>
/// <param name="Day">The day in Stockholm on which it came, as <c>2026-03-02</c>.</param>
/// <param name="Time">And the time, as <c>09:15</c>.</param>
/// <param name="Count">How many errors there are in all.</param>
/// <param name="Findings">The first of them.</param>
/// <remarks>Link: <c>portal</c>.</remarks>
public sealed record ImportRefusedMail(MailDistrict District, string What, string Day, string Time, int Count, IReadOnlyList<MailFinding> Findings);

/// <summary>One error.</summary>
/// <param name="Line">0: it concerns the file as a whole.</param>
/// <param name="Column">May be empty.</param>
/// <param name="Value">What stands there; may be empty.</param>
/// <param name="Message">What is wrong and what to do, in the mail's language.</param>
public sealed record MailFinding(string File, int Line, string Column, string Value, string Message);

/// <summary>Values of <c>mass-change-held</c>: to the coordinators of the districts that would lose much.</summary>
/// <inheritdoc cref="ImportRefusedMail"/>
public sealed record MassChangeHeldMail(MailDistrict District, string What, string Day, string Time, IReadOnlyList<MailLoss> Losses);

/// <summary>What a district would lose.</summary>
/// <param name="Name">The district.</param>
/// <param name="Schools">How many schools; 0: not so many that it matters.</param>
/// <param name="OfSchools">Of how many.</param>
/// <param name="Roles">How many contacts of schools, likewise.</param>
/// <param name="OfRoles">Of how many.</param>
public sealed record MailLoss(string Name, int Schools, int OfSchools, int Roles, int OfRoles);

/// <summary>Invented values of the mails, for previews.</summary>
internal static class SourceMailSamples
{
    private static readonly MailDistrict Bromma = new("Bromma", "samordnare.bromma@stad.example");

    public static ImportRefusedMail Refused(string language) => new(
        Bromma, "kontakter-mars.xlsx", "2026-03-02", "09:15", 2,
        [
            new("kontakter-mars.xlsx/assignments", 17, "skolenhetskod", "1234", language == "sv"
                ? "Skolenhetskoden ska ha åtta siffror." : "A school unit code has eight digits."),
            new("kontakter-mars.xlsx/contacts", 5, "epost", "anna.stad.example", language == "sv"
                ? "Det här är ingen e-postadress." : "This is no e-mail address."),
        ]);

    public static MassChangeHeldMail Held() => new(Bromma, "SharePoint", "2026-03-02", "09:15", [new("Älvsjö", 12, 41, 0, 0)]);
}
