using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Templates;

namespace Notify.Web.Notifications;

/// <summary>Renders a stored mail for the portal, and says what policy lets its own styles, and nothing else, work.</summary>
public sealed partial class MailPreview(IMailRenderer renderer, IEnumerable<IMailPictures> pictures)
{
    /// <summary>The mail, without the school's own link: whoever reads the portal must not be able to confirm for a school.</summary>
    /// <returns>No mail when the stored values fit no text.</returns>
    public async Task<WrittenMail> RenderAsync(Notification mail, CancellationToken ct)
    {
        var written = await renderer.RenderAsync(mail with { Links = WithoutTokens(mail.Links) }, ct);
        return written.Mail is { } rendered ? written with { Mail = rendered with { Html = WithPictures(mail, rendered.Html) } } : written;
    }

    /// <summary>The same links, but none that answers for somebody.</summary>
    public static Dictionary<string, Uri> WithoutTokens(IReadOnlyDictionary<string, Uri> links) => links.ToDictionary(l => l.Key, l => WithoutToken(l.Value));

    /// <summary>The pictures that travel in the mail, put into its HTML: a page cannot reach into a mail.</summary>
    public string WithPictures(Notification mail, string html) =>
        pictures.SelectMany(p => p.PicturesIn(mail)).Aggregate(
            html,
            (text, picture) => text.Replace(
                $"src=\"cid:{picture.ContentId}\"", $"src=\"data:{picture.MediaType};base64,{Convert.ToBase64String(picture.Content.Span)}\"", StringComparison.Ordinal));

    /// <summary>The policy of the mail's own document: its styles by their hashes, no script, no link, no request.</summary>
    public static string PolicyOf(string html) =>
        $"default-src 'none'; style-src {StylesOf(html)}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

    /// <summary>What lets the styles of the mail, and no others, work in a policy.</summary>
    public static string StylesOf(string html)
    {
        var styles = StyleElement().Matches(html).Select(m => m.Groups[1].Value)
            .Concat(StyleAttribute().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)))
            .Distinct().Select(s => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s)))}'");
        return $"'unsafe-hashes' {string.Join(' ', styles)}";
    }

    /// <summary>Whether a link of the mail is hidden in the preview.</summary>
    public static bool HidesLink(Notification mail) => mail.Links.Values.Any(l => WithoutToken(l) != l);

    private static Uri WithoutToken(Uri link)
    {
        var at = link.AbsoluteUri.IndexOf("/r/", StringComparison.Ordinal);
        return at < 0 ? link : new(link.AbsoluteUri[..at] + "/r/***");
    }

    [GeneratedRegex("<style[^>]*>(.*?)</style>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex StyleElement();

    [GeneratedRegex(" style=\"([^\"]*)\"", RegexOptions.IgnoreCase)]
    private static partial Regex StyleAttribute();
}
