using System.Text;
using Notify.Adapters.Mime;
using Notify.Core.Delivery;
using Notify.Core.Register;
using SendGrid.Helpers.Mail;
using EmailAddress = Notify.Core.Register.EmailAddress;
using Mailbox = SendGrid.Helpers.Mail.EmailAddress;

namespace Notify.Adapters.SendGrid;

/// <summary>
/// A mail as SendGrid takes it. The headers of CONTRACT.md "Mail" are those of the pickup folder, but for <c>Date</c>, which
/// SendGrid sets itself. Nothing about a person goes into arguments or categories: SendGrid keeps both for long.
/// </summary>
internal static class SendGridRequest
{
    /// <summary>The argument that comes back with every event.</summary>
    public const string IdArgument = "notify_id";

    /// <summary>The request's body.</summary>
    public static SendGridMessage Of(MailMessage mail, bool sandbox) => new()
    {
        From = new(mail.From.Address.ToString(), mail.From.Name.Length == 0 ? null : MimeComposer.OneLine(mail.From.Name)),
        ReplyTo = new(mail.ReplyTo.ToString()),
        Personalizations = [new() { Tos = Mailboxes(mail.To.Distinct()), Ccs = CopiesOf(mail) }],
        Subject = MimeComposer.OneLine(mail.Content.Subject),
        Contents = [new("text/plain", mail.Content.Text), new("text/html", mail.Content.Html), .. FormsOf(mail)],
        Attachments = FilesOf(mail),
        Headers = HeadersOf(mail),
        CustomArgs = new() { [IdArgument] = mail.Id.ToString() },
        Categories = [MimeComposer.OneLine(mail.Kind)],
        TrackingSettings = NoTracking(),
        MailSettings = sandbox ? new() { SandboxMode = new() { Enable = true } } : null,
    };

    /// <summary>To whom it goes, in the order of the request. SendGrid refuses a mail that names an address twice.</summary>
    public static IReadOnlyList<EmailAddress> RecipientsOf(MailMessage mail) => [.. mail.Everyone.Distinct()];

    private static List<Attachment>? FilesOf(MailMessage mail)
    {
        List<Attachment> files = [.. (mail.Attachments ?? []).Select(File), .. (mail.Pictures ?? []).Select(Picture)];
        return files.Count == 0 ? null : files;
    }

    private static Attachment File(MailAttachment file) => new()
    {
        Filename = file.Name,
        Type = file.MediaType, // SendGrid refuses parameters here; a calendar says its method itself.
        Content = Convert.ToBase64String(Encoding.UTF8.GetBytes(file.Text)),
        Disposition = "attachment",
    };

    private static Attachment Picture(MailPicture picture) => new()
    {
        Filename = picture.FileName,
        Type = picture.MediaType,
        Content = Convert.ToBase64String(picture.Content.Span),
        Disposition = "inline",
        ContentId = picture.ContentId,
    };

    // As the last of the contents, which SendGrid wants in the order of multipart/alternative.
    private static IEnumerable<Content> FormsOf(MailMessage mail) =>
        (mail.Attachments ?? []).Where(f => f.IsAlternative).Select(f => new Content(f.Method is { } method ? $"{f.MediaType}; method={method}" : f.MediaType, f.Text));

    // Null, not empty: SendGrid refuses an empty list.
    private static List<Mailbox>? CopiesOf(MailMessage mail) =>
        Mailboxes((mail.Cc ?? []).Distinct().Except(mail.To)) is { Count: > 0 } copies ? copies : null;

    private static List<Mailbox> Mailboxes(IEnumerable<EmailAddress> addresses) => [.. addresses.Select(a => new Mailbox(a.ToString()))];

    private static Dictionary<string, string> HeadersOf(MailMessage mail) => new()
    {
        ["Message-ID"] = $"<{MimeComposer.MessageIdOf(mail)}>",
        ["X-Notify-Id"] = mail.Id.ToString(),
        ["X-Notify-Kind"] = MimeComposer.OneLine(mail.Kind),
        ["X-Notify-District"] = mail.District.ToString(),
        ["Auto-Submitted"] = "auto-generated",
        ["Content-Language"] = mail.Language.ToCode(),
    };

    // Said in each mail, since the account's own settings may be others. Tracking would rewrite our signed links.
    private static TrackingSettings NoTracking() => new()
    {
        ClickTracking = new() { Enable = false, EnableText = false },
        OpenTracking = new() { Enable = false },
        SubscriptionTracking = new() { Enable = false },
        Ganalytics = new() { Enable = false },
    };
}
