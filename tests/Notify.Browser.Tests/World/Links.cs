using System.Text.RegularExpressions;
using Notify.Core.Delivery;

namespace Notify.Browser.Tests.World;

/// <summary>The reply links of mails.</summary>
internal static partial class Links
{
    /// <summary>Their paths, in the order of the text.</summary>
    public static IReadOnlyList<string> In(MailMessage mail) => [.. ReplyLink().Matches(mail.Content.Text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"https?://[^/\s]+(/r/[^\s>)]+)")]
    private static partial Regex ReplyLink();
}
