using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Delivery;
using Notify.Core.Links;

namespace Notify.Browser.Tests.World;

/// <summary>The reply links of mails.</summary>
internal static partial class Links
{
    /// <summary>Their paths, in the order of the text.</summary>
    public static IReadOnlyList<string> In(MailMessage mail) => [.. ReplyLink().Matches(mail.Content.Text).Select(m => m.Groups[1].Value)];

    /// <summary>What the first of them allows.</summary>
    public static LinkToken TokenIn(MailMessage mail, IServiceProvider services) => TokenOf(In(mail)[0], services)!;

    /// <summary>What a link allows; null: nothing.</summary>
    public static LinkToken? TokenOf(string path, IServiceProvider services) =>
        services.GetRequiredService<ILinkTokens>().Open(path["/r/".Length..].Split('?')[0]).Usable;

    /// <summary>Which component made the page: the route's, and behind links that of the purpose, or the one for links that do not open.</summary>
    public static string GroupOf(string route, string path, CityPortal portal) =>
        !path.StartsWith("/r/", StringComparison.Ordinal) ? route : "/r/ " + (TokenOf(path, portal.Services)?.Purpose ?? "broken");

    [GeneratedRegex(@"https?://[^/\s]+(/r/[^\s>)]+)")]
    private static partial Regex ReplyLink();
}
