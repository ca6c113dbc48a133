using System.Text.RegularExpressions;
using MailKit.Net.Smtp;

namespace Notify.Adapters.Smtp;

/// <summary>What a mail server answers: a code (RFC 5321, 4.2), often an enhanced code (RFC 3463), and a text for people.</summary>
/// <param name="Text">All lines, the enhanced code included.</param>
internal sealed partial record SmtpReply(int Code, string Text)
{
    private const int LongestReason = 200;

    /// <summary>The server gives up the connection, whatever it was asked.</summary>
    public const int Closing = 421;

    /// <summary>Done as asked. RFC 5321, 4.2.1: the first digit alone decides.</summary>
    public bool IsPositive => Code is >= 200 and < 300;

    /// <summary>Refused for good.</summary>
    public bool IsPermanent => Code is >= 500 and < 600;

    /// <summary>
    /// As an answer to a recipient: whether the address itself is at fault. The enhanced code says so when there is one: 5.1.X
    /// but for the two about the sender, and 5.2.1, a mailbox that is closed. Without one, only the codes that RFC 5321, 4.2.3
    /// keeps for mailboxes: 552 is a full one, and 554 may be anything.
    /// </summary>
    public bool IsAboutTheAddress =>
        Enhanced is { Success: true } enhanced
            ? enhanced.Groups["class"].Value == "5" && (enhanced.Groups["subject"].Value, enhanced.Groups["detail"].Value) switch
            {
                ("1", "7" or "8") => false,
                ("1", _) or ("2", "1") => true,
                _ => false,
            }
            : Code is 550 or 551 or 553;

    /// <summary>The id under which the server queued the mail, where its text tells in the way of Postfix or Exim.</summary>
    public string? QueueId => QueuedAs().Match(Text) is { Success: true } found ? found.Groups["id"].Value : null;

    /// <summary>Both codes without the text, which may name addresses.</summary>
    public string Codes => Enhanced.Success ? $"{Code} {Enhanced.Value}" : $"{Code}";

    /// <summary>Codes and text for the history, on one line and not too long.</summary>
    public string Reason
    {
        get
        {
            var text = Enhanced.Success ? Text.Replace($"\n{Enhanced.Value}", "\n", StringComparison.Ordinal) : Text;
            return OneLine($"{Code} {text}");
        }
    }

    private Match Enhanced => EnhancedCode().Match(Text);

    /// <summary>What the server answered to a command.</summary>
    public static SmtpReply Of(SmtpResponse response) => new((int)response.StatusCode, response.Response);

    /// <summary>What the server answered to the command that failed.</summary>
    public static SmtpReply Of(SmtpCommandException e) => new((int)e.StatusCode, e.Message);

    /// <summary>A text from outside made fit for the history: one line, without control characters, not too long.</summary>
    public static string OneLine(string text)
    {
        var line = Unprintable().Replace(text, " ").Trim();
        return line.Length <= LongestReason ? line : line[..LongestReason];
    }

    [GeneratedRegex(@"^(?<class>[245])\.(?<subject>\d{1,3})\.(?<detail>\d{1,3})(?![\d.])")]
    private static partial Regex EnhancedCode();

    [GeneratedRegex(@"\b(?:queued as |id=)(?<id>[A-Za-z0-9-]{4,64})(?![A-Za-z0-9@._-])", RegexOptions.IgnoreCase)]
    private static partial Regex QueuedAs();

    [GeneratedRegex(@"[\p{C}\p{Zl}\p{Zp}\s]+")]
    private static partial Regex Unprintable();
}
