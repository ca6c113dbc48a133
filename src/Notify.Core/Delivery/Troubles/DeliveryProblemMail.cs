using Notify.Core.Contacts;

namespace Notify.Core.Delivery.Troubles;

/// <summary>Values of <c>delivery-problem</c>: to the coordinator, on mails that did not reach an address.</summary>
/// <remarks>Link: <c>portal</c>.</remarks>
public sealed record DeliveryProblemMail(MailDistrict District, IReadOnlyList<MailProblem> Problems);

/// <summary>One mail that did not reach one address.</summary>
/// <param name="Who">The school or person it was for; empty when the register does not say.</param>
/// <param name="Phone">Theirs; may be empty.</param>
/// <param name="Title">The mail's subject line.</param>
/// <param name="Cause"><c>dead</c>, <c>blocked</c>, <c>unwanted</c> or <c>failed</c>.</param>
/// <param name="Answer">What the other side answered; may be empty.</param>
/// <param name="ReachedOther">Whether the mail has left for another address of theirs.</param>
public sealed record MailProblem(string Who, string Phone, string Address, string Title, string Cause, string Answer, bool ReachedOther);

/// <summary>Invented values of the mail, for previews.</summary>
internal static class DeliveryProblemSample
{
    public static DeliveryProblemMail Of(string language) => new(
        new("Bromma", "samordnare.bromma@stad.example"),
        [
            new("Björklundaskolan", "08-508 00 100", "bjorklundaskolan.rektor@stad.example", Title(language, "Björklundaskolan"), "dead", "550 5.1.1 User unknown", ReachedOther: true),
            new("Ekhöjdens skola", "08-508 00 140", "ekhojdens.skola@stad.example", Title(language, "Ekhöjdens skola"), "blocked", "554 5.7.1 Message refused by policy", ReachedOther: false),
        ]);

    private static string Title(string language, string school) =>
        language == "sv" ? $"Ny kontakt i socialtjänsten för {school}" : $"New contact in social services for {school}";
}
