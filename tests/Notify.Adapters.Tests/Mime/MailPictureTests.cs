using MimeKit;
using Notify.Adapters.Mime;
using Notify.Core.Delivery;
using Xunit;

namespace Notify.Adapters.Tests.Mime;

public sealed class MailPictureTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, .. Enumerable.Range(0, 500).Select(n => (byte)n)];

    private static readonly MailPicture Radar = new("radar@notify", "radar.png", "image/png", Png);

    [Fact]
    public void A_picture_stands_beside_the_texts_under_the_name_that_the_html_shows_it_by()
    {
        var mail = MailSample.Mail() with { Pictures = [Radar] };

        using var read = Parse(MimeComposer.Write(mail));

        var related = Assert.IsType<MultipartRelated>(read.Body);
        Assert.Equal("multipart/alternative", related.ContentType.Parameters["type"]);
        Assert.IsType<MultipartAlternative>(related[0]);
        var picture = Assert.IsType<MimePart>(related[1]);
        Assert.Equal(
            ("image/png", "radar@notify", "inline", "radar.png"),
            (picture.ContentType.MimeType, picture.ContentId, picture.ContentDisposition!.Disposition, picture.FileName));
        using var content = new MemoryStream();
        picture.Content!.DecodeTo(content, TestContext.Current.CancellationToken);
        Assert.Equal(Png, content.ToArray());
        Assert.Equal(MimeComposer.Write(mail), MimeComposer.Write(mail));
    }

    [Fact]
    public void A_file_stands_outside_of_texts_and_pictures()
    {
        var mail = MailSample.Mail() with { Pictures = [Radar], Attachments = [new("revision.ics", "text/calendar", "PUBLISH", "BEGIN:VCALENDAR")] };

        using var read = Parse(MimeComposer.Write(mail));

        var mixed = Assert.IsType<Multipart>(read.Body);
        Assert.IsType<MultipartRelated>(mixed[0]);
        Assert.Equal("revision.ics", Assert.IsType<TextPart>(mixed[1]).FileName);
        Assert.Equal(MailSample.Text.ReplaceLineEndings("\n"), read.TextBody!.ReplaceLineEndings("\n"));
    }

    private static MimeMessage Parse(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return MimeMessage.Load(stream);
    }
}
