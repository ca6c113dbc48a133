using System.Text.Json;
using Notify.Core.Contacts;
using Notify.Core.Notifications;

namespace Notify.Core.Templates;

/// <summary>Invented values with which every kind can be previewed.</summary>
internal static class SampleValues
{
    private static readonly MailDistrict District = new("Bromma", "samordnare@bromma.stadsdel.example");

    private static readonly MailContact Primary =
        new("primary", "person", "Åsa Löfström", "socialsekreterare", "asa.lofstrom@bromma.stadsdel.example", "08-508 06 123", true);

    private static readonly MailContact Deputy =
        new("deputy", "person", "Idris Nyberg", "socialsekreterare", "idris.nyberg@bromma.stadsdel.example", "08-508 06 124", false);

    private static readonly MailContact Reception =
        new("fallback", "function", "Mottagningen barn och unga", "", "mottagningen@bromma.stadsdel.example", "08-508 06 100", true);

    /// <summary>Links to nowhere.</summary>
    public static IReadOnlyDictionary<string, Uri> Links { get; } = new Dictionary<string, Uri>(StringComparer.Ordinal)
    {
        ["receipt"] = new("https://notify.stad.example/r/receipt.exempel"),
        ["portal"] = new("https://notify.stad.example/"),
    };

    /// <summary>The values of a kind; people, schools and numbers are invented.</summary>
    /// <exception cref="KeyNotFoundException">There is no such kind.</exception>
    public static JsonElement Of(string kind, string language) => kind switch
    {
        ContactKinds.Changed => School([Primary, Deputy], [new("primary", "person", "Bo Ek")], ""),
        ContactKinds.Introduced => School([Primary, Deputy], [], ""),
        ContactKinds.Fallback => School([Reception], [new("primary", "person", "Bo Ek")], ""),
        ContactKinds.ReceiptReminder => School([Primary with { IsNew = false }, Deputy], [], "2026-04-07"),
        ContactKinds.Assigned => JsonSerializer.SerializeToElement(
            new ContactAssignedMail(
                District, Primary.Name,
                [new("Björkhagens exempelskola", "primary", "08-508 06 200", "Maria Sund"), new("Alviks exempelskola", "deputy", "", "")],
                [new("Strandens exempelskola", "primary", "08-508 06 201", "")], 7),
            MailValuesJson.Default.ContactAssignedMail),
        ContactKinds.Missing => JsonSerializer.SerializeToElement(
            new ContactMissingMail(
                District, [new("99000001", "Björkhagens exempelskola", "08-508 06 200", ["Bo Ek"], "2026-04-09")], Reception.Name),
            MailValuesJson.Default.ContactMissingMail),
        _ => throw new KeyNotFoundException($"There is no kind {kind} in {language}."),
    };

    private static JsonElement School(IReadOnlyList<MailContact> contacts, IReadOnlyList<MailFormerContact> former, string toldOn) =>
        JsonSerializer.SerializeToElement(
            new SchoolContactsMail(District, "Björkhagens exempelskola", contacts, former, "2026-04-07", toldOn),
            MailValuesJson.Default.SchoolContactsMail);
}
