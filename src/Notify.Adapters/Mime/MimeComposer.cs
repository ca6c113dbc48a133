using System.Text;
using MimeKit;
using Notify.Core.Delivery;
using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Adapters.Mime;

/// <summary>
/// A mail in the form it travels in: the headers of CONTRACT.md "Mail", text before HTML. The same mail always gives the same
/// bytes. No value can add a header: addresses are checked by their type, and control characters are blanked in all else.
/// </summary>
public static class MimeComposer
{
    /// <summary>How a message becomes bytes.</summary>
    /// <summary>So many characters of at most four bytes each stay within the 75 characters that an encoded-word may have.</summary>
    private const int EncodedRunes = 11;

    internal static readonly FormatOptions Format = MakeFormat();

    /// <summary>The mail as a message.</summary>
    public static MimeMessage Compose(MailMessage mail)
    {
        var message = new MimeMessage();
        message.From.Add(new MailboxAddress(Encoding.UTF8, OneLine(mail.From.Name), mail.From.Address.ToString()));
        message.ReplyTo.Add(Mailbox(mail.ReplyTo));
        message.To.AddRange(mail.To.Select(Mailbox));
        message.Cc.AddRange((mail.Cc ?? []).Select(Mailbox));
        message.Subject = Plain(OneLine(mail.Content.Subject));
        message.Date = StockholmTime.ToLocal(mail.Date);
        message.Headers.Remove(HeaderId.MessageId); // MimeKit's own, and its spelling.
        message.Headers.Add("Message-ID", $"<{MessageIdOf(mail)}>");
        message.Headers.Add("X-Notify-Id", mail.Id.ToString());
        message.Headers.Add("X-Notify-Kind", OneLine(mail.Kind));
        message.Headers.Add("X-Notify-District", mail.District.ToString());
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", mail.Language.ToCode());
        message.Body = BodyOf(mail);
        return message;
    }

    /// <summary>The mail as bytes, with CRLF at the end of lines.</summary>
    public static byte[] Write(MailMessage mail)
    {
        using var message = Compose(mail);
        using var bytes = new MemoryStream();
        message.WriteTo(Format, bytes);
        return bytes.ToArray();
    }

    /// <summary>The id under which mail servers know the mail, without angle brackets: <c>ID@DOMAIN</c>.</summary>
    public static string MessageIdOf(MailMessage mail) => $"{mail.Id}@{mail.From.Address.Domain}";

    private static Multipart BodyOf(MailMessage mail)
    {
        // The boundaries cannot occur in the parts: an equals sign and an underscore never meet in quoted-printable.
        var texts = new MultipartAlternative(PartOf("plain", mail.Content.Text), PartOf("html", mail.Content.Html)) { Boundary = $"=_{mail.Id}" };
        var body = mail.Pictures is { Count: > 0 } pictures ? Related(mail, texts, pictures) : texts;
        foreach (var form in (mail.Attachments ?? []).Where(f => f.IsAlternative))
        {
            texts.Add(PartOf(form));
        }

        if (mail.Attachments is not { Count: > 0 } files)
        {
            return body;
        }

        var mixed = new Multipart("mixed") { Boundary = $"=_mixed_{mail.Id}" };
        mixed.Add(body);
        foreach (var file in files)
        {
            mixed.Add(FileOf(file));
        }

        return mixed;
    }

    /// <summary>The texts with the pictures that the HTML shows (RFC 2387).</summary>
    private static Multipart Related(MailMessage mail, Multipart texts, IReadOnlyList<MailPicture> pictures)
    {
        var related = new Multipart("related") { Boundary = $"=_related_{mail.Id}" };
        related.ContentType.Parameters.Add("type", "multipart/alternative");
        related.Add(texts);
        foreach (var picture in pictures)
        {
            related.Add(PictureOf(picture));
        }

        return related;
    }

    private static MimePart PictureOf(MailPicture picture) => new(ContentType.Parse(picture.MediaType))
    {
        Content = new MimeContent(new MemoryStream(picture.Content.ToArray())),
        ContentTransferEncoding = ContentEncoding.Base64,
        ContentId = picture.ContentId,
        ContentDisposition = new(ContentDisposition.Inline) { FileName = picture.FileName },
    };

    private static TextPart FileOf(MailAttachment file)
    {
        var part = PartOf(file);
        part.ContentType.Name = file.Name;
        part.ContentDisposition = new(ContentDisposition.Attachment) { FileName = file.Name };
        return part;
    }

    private static TextPart PartOf(MailAttachment file)
    {
        var part = PartOf(file.MediaType["text/".Length..], file.Text);
        if (file.Method is { } method)
        {
            part.ContentType.Parameters.Add("method", method);
        }

        return part;
    }

    private static TextPart PartOf(string subtype, string content)
    {
        var part = new TextPart(subtype);
        part.SetText(Encoding.UTF8, content);
        part.ContentTransferEncoding = ContentEncoding.QuotedPrintable;
        return part;
    }

    /// <summary>
    /// A subject that looks as if it began an encoded-word (RFC 2047) is encoded as a whole: left as it is, what is encoded after it
    /// would be read as text.
    /// </summary>
    private static string Plain(string subject) =>
        subject.Contains("=?", StringComparison.Ordinal)
            ? string.Join(' ', subject.EnumerateRunes().Chunk(EncodedRunes).Select(runes => $"=?utf-8?b?{Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Concat(runes)))}?="))
            : subject;

    private static MailboxAddress Mailbox(EmailAddress address) => new(string.Empty, address.ToString());

    /// <summary>The text with control characters and line ends blanked.</summary>
    internal static string OneLine(string text) =>
        string.Create(text.Length, text, (line, source) =>
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = char.IsControl(source[i]) || source[i] is '\u2028' or '\u2029' ? ' ' : source[i];
            }
        });

    private static FormatOptions MakeFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
