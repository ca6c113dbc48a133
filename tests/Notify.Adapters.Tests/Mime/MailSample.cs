using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Templates;

namespace Notify.Adapters.Tests.Mime;

/// <summary>Mails as the transports get them.</summary>
internal static class MailSample
{
    public const string Text = "Hej!\n\nFrån och med 2 mars är Åsa Öberg er kontakt: 08-508 00 000, asa.oberg@stad.example\n\nhttps://notify.stad.example/r/abc=123_d\n.\nHälsningar";

    public static MailMessage Mail(string subject = "Ny kontakt för Ålstensskolan", string senderName = "Notify", string kind = "contact-changed", string text = Text)
    {
        var district = DistrictCode.Parse("BROMMA");
        EmailAddress[] to = [EmailAddress.Parse("rektor@skola.example"), EmailAddress.Parse("skolan@skola.example")];
        return new(
            NotificationId.Of(district, kind, "school:98000007", 1, to, null),
            kind,
            district,
            new(senderName, EmailAddress.Parse("notify@Stad.example")),
            EmailAddress.Parse("samordnare@stad.example"),
            to,
            new(2026, 7, 1, 8, 30, 15, TimeSpan.Zero),
            Language.Swedish,
            new(subject, text, $"<!doctype html><html lang=\"sv\"><body><p>{text}</p></body></html>"));
    }
}
