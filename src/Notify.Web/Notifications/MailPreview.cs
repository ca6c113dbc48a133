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
    /// <returns>Null when the stored values no longer fit the template.</returns>
    public RenderedMail? Render(Notification mail)
    {
        try
        {
            var rendered = renderer.Render(mail.Kind, mail.Language.ToCode(), mail.Values, mail.Links.ToDictionary(l => l.Key, l => WithoutToken(l.Value)));
            return rendered with { Html = WithPictures(mail, rendered.Html) };
        }
        catch (Exception e) when (e is TemplateException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The pictures that travel in the mail, put into its HTML: a page cannot reach into a mail.</summary>
    private string WithPictures(Notification mail, string html) =>
        pictures.SelectMany(p => p.PicturesIn(mail)).Aggregate(
            html,
            (text, picture) => text.Replace(
                $"src=\"cid:{picture.ContentId}\"", $"src=\"data:{picture.MediaType};base64,{Convert.ToBase64String(picture.Content.Span)}\"", StringComparison.Ordinal));

    /// <summary>The policy of the mail's own document: its styles by their hashes, no script, no link, no request.</summary>
    public static string PolicyOf(string html)
    {
        var styles = StyleElement().Matches(html).Select(m => m.Groups[1].Value)
            .Concat(StyleAttribute().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)))
            .Distinct().Select(s => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s)))}'");
        return $"default-src 'none'; style-src 'unsafe-hashes' {string.Join(' ', styles)}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";
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
