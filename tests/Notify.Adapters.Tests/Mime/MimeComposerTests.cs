using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MimeKit;
using Notify.Adapters.Mime;
using Notify.Core.Delivery;
using Notify.Core.Register;
using Xunit;

namespace Notify.Adapters.Tests.Mime;

public sealed class MimeComposerTests
{
    [Fact]
    public void The_headers_on_the_wire_are_those_of_the_contract()
    {
        var mail = MailSample.Mail();
        var headers = RawHeaders(MimeComposer.Write(mail));

        Assert.Equal("Notify <notify@Stad.example>", headers["From"]);
        Assert.Equal("samordnare@stad.example", headers["Reply-To"]);
        Assert.Equal("rektor@skola.example, skolan@skola.example", headers["To"]);
        Assert.Equal("Wed, 01 Jul 2026 10:30:15 +0200", headers["Date"]);
        Assert.Equal($"<{mail.Id}@stad.example>", headers["Message-ID"]);
        Assert.Equal(mail.Id.ToString(), headers["X-Notify-Id"]);
        Assert.Equal("contact-changed", headers["X-Notify-Kind"]);
        Assert.Equal("BROMMA", headers["X-Notify-District"]);
        Assert.Equal("auto-generated", headers["Auto-Submitted"]);
        Assert.Equal("sv", headers["Content-Language"]);
        Assert.Equal("1.0", headers["MIME-Version"]);
        Assert.Equal($"multipart/alternative; boundary=\"=_{mail.Id}\"", headers["Content-Type"]);
        Assert.Equal(13, headers.Count);
    }

    [Fact]
    public void A_copy_stands_in_cc()
    {
        var headers = RawHeaders(MimeComposer.Write(MailSample.Mail() with { Cc = [EmailAddress.Parse("direktor@stad.example")] }));

        Assert.Equal("direktor@stad.example", headers["Cc"]);
        Assert.False(RawHeaders(MimeComposer.Write(MailSample.Mail())).ContainsKey("Cc"));
    }

    [Fact]
    public void A_file_stands_after_the_text_and_html()
    {
        var mail = MailSample.Mail() with { Attachments = [new("revision.ics", "text/calendar", "PUBLISH", "BEGIN:VCALENDAR\r\nSUMMARY:Åtgärd\r\nEND:VCALENDAR\r\n")] };

        using var read = Parse(MimeComposer.Write(mail));

        var mixed = Assert.IsType<Multipart>(read.Body);
        Assert.Equal("multipart/mixed", mixed.ContentType.MimeType);
        Assert.IsType<MultipartAlternative>(mixed[0]);
        var file = Assert.IsType<TextPart>(mixed[1]);
        Assert.Equal(("text/calendar", "PUBLISH", "revision.ics"), (file.ContentType.MimeType, file.ContentType.Parameters["method"], file.FileName));
        Assert.Equal("BEGIN:VCALENDAR\nSUMMARY:Åtgärd\nEND:VCALENDAR\n", file.Text.ReplaceLineEndings("\n"));
        Assert.Equal(MimeComposer.Write(mail), MimeComposer.Write(mail));
    }

    [Fact]
    public void An_invitation_stands_beside_text_and_html_and_as_a_file()
    {
        var mail = MailSample.Mail() with { Attachments = [new("invite.ics", "text/calendar", "REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", IsAlternative: true)] };

        using var read = Parse(MimeComposer.Write(mail));

        var mixed = Assert.IsType<Multipart>(read.Body);
        var forms = Assert.IsType<MultipartAlternative>(mixed[0]).Cast<TextPart>().ToList();
        Assert.Equal(["text/plain", "text/html", "text/calendar"], forms.Select(p => p.ContentType.MimeType));
        Assert.Equal(("REQUEST", null), (forms[2].ContentType.Parameters["method"], forms[2].FileName));
        Assert.Equal(("REQUEST", "invite.ics"), (mixed[1].ContentType.Parameters["method"], Assert.IsType<TextPart>(mixed[1]).FileName));
    }

    [Fact]
    public void Winter_has_the_offset_of_winter() =>
        Assert.Equal("Thu, 01 Jan 2026 09:00:00 +0100", RawHeaders(MimeComposer.Write(
            MailSample.Mail() with { Date = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero) }))["Date"]);

    [Fact]
    public void Another_program_reads_the_same_text_and_html_in_that_order()
    {
        var mail = MailSample.Mail();
        using var read = Parse(MimeComposer.Write(mail));

        var parts = Assert.IsType<MultipartAlternative>(read.Body).Cast<TextPart>().ToList();
        Assert.Equal(["text/plain", "text/html"], parts.Select(p => p.ContentType.MimeType));
        Assert.All(parts, p => Assert.Equal("utf-8", p.ContentType.Charset));
        Assert.Equal(MailSample.Text, parts[0].Text.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.Equal(mail.Content.Html, parts[1].Text.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.Equal("Ny kontakt för Ålstensskolan", read.Subject);
        Assert.Equal(["rektor@skola.example", "skolan@skola.example"], read.To.Mailboxes.Select(m => m.Address));
    }

    [Fact]
    public void The_bytes_are_ascii_in_short_lines_that_end_in_crlf()
    {
        var bytes = MimeComposer.Write(MailSample.Mail(text: new string('å', 5000)));
        Assert.All(bytes, b => Assert.True(b is (byte)'\r' or (byte)'\n' or >= 0x20 and < 0x7f or (byte)'\t'));
        var lines = Encoding.ASCII.GetString(bytes).Split("\r\n");
        Assert.All(lines, l => Assert.True(l.Length <= 78 && !l.Contains('\n', StringComparison.Ordinal), l));
    }

    [Fact]
    public void The_same_mail_always_gives_the_same_bytes() =>
        Assert.Equal(MimeComposer.Write(MailSample.Mail()), MimeComposer.Write(MailSample.Mail()));

    [Theory]
    [InlineData("Hej\r\nBcc: alla@stad.example")]
    [InlineData("Hej\nBcc: alla@stad.example")]
    [InlineData("Hej\rBcc: alla@stad.example")]
    [InlineData("Hej\r\n\r\n<script>")]
    [InlineData("Hej\0\u0085\u2028Bcc: alla@stad.example")]
    [InlineData("=?utf-8?q?Hej=0D=0ABcc:_alla@stad.example?=")]
    public void No_value_adds_a_header(string evil)
    {
        var expected = RawHeaders(MimeComposer.Write(MailSample.Mail())).Keys.Order();
        foreach (var mail in new[] { MailSample.Mail(subject: evil), MailSample.Mail(senderName: evil), MailSample.Mail() with { Kind = evil } })
        {
            var bytes = MimeComposer.Write(mail);
            Assert.Equal(expected, RawHeaders(bytes).Keys.Order());
            using var read = Parse(bytes);
            Assert.Empty(read.Bcc);
            Assert.Equal("notify@Stad.example", Assert.Single(read.From.Mailboxes).Address);
            Assert.IsType<MultipartAlternative>(read.Body);
        }
    }

    [Theory]
    [InlineData("=? b a_é–,_<Å,.")]
    [InlineData("=?utf-8?q?abc?= å")]
    [InlineData("Vad är =?utf-8?b?w6U=?= och varför står det så mycket text efter det att raden måste brytas?")]
    public void A_subject_that_looks_encoded_arrives_as_it_was_written(string subject)
    {
        using var read = Parse(MimeComposer.Write(MailSample.Mail(subject: subject)));
        Assert.Equal(subject, read.Subject);
    }

    [Fact]
    public void Any_subject_and_text_comes_out_as_it_went_in_but_for_control_characters()
    {
        var text = Gen.Elements("abc åäöÅÄÖ é =_?<>\"'.,;:@-–”€😀\n".EnumerateRunes().Select(r => r.ToString()).ToArray());
        var texts = Gen.Select(Gen.ListOf(text), string.Concat).ToArbitrary();
        Check.QuickThrowOnFailure(Prop.ForAll(texts, value =>
        {
            using var read = Parse(MimeComposer.Write(MailSample.Mail(subject: value, text: value)));
            return (read.Subject ?? string.Empty).Trim() == value.Replace('\n', ' ').Trim()
                && read.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n') == value.TrimEnd('\n');
        }));
    }

    /// <summary>The headers as they stand in the bytes, by RFC 5322 alone: unfolded, each once.</summary>
    private static Dictionary<string, string> RawHeaders(byte[] bytes)
    {
        var text = Encoding.ASCII.GetString(bytes);
        var head = text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);
        return head.Split("\r\n").Select(line => line.Split(": ", 2)).ToDictionary(h => h[0], h => h[1].Trim(), StringComparer.Ordinal);
    }

    private static MimeMessage Parse(byte[] bytes) => MimeMessage.Load(new MemoryStream(bytes));
}
