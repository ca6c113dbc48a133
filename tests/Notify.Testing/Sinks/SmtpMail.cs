using System.Text;

namespace Notify.Testing.Sinks;

/// <summary>A mail that an <see cref="SmtpSink"/> took.</summary>
/// <param name="From">The sender of the envelope.</param>
/// <param name="To">The recipients of the envelope that were accepted.</param>
/// <param name="Id"><c>X-Notify-Id</c>; empty when it has none.</param>
/// <param name="MessageId"><c>Message-ID</c> without its brackets; empty when it has none.</param>
/// <param name="Content">The mail without doubled dots; empty when the sink keeps no content.</param>
/// <param name="Connection">Which connection it came by, from 1.</param>
public sealed record SmtpMail(
    string From, IReadOnlyList<string> To, string Id, string MessageId, ReadOnlyMemory<byte> Content, int Connection, DateTimeOffset At)
{
    /// <summary>The value of a header that stands on one line; empty when there is none.</summary>
    internal static string HeaderOf(ReadOnlySpan<byte> mail, ReadOnlySpan<byte> name)
    {
        while (mail.IndexOf("\r\n"u8) is > 0 and var end)
        {
            var line = mail[..end];
            if (line.Length > name.Length && line[name.Length] == (byte)':' && Ascii.EqualsIgnoreCase(line[..name.Length], name))
            {
                return Encoding.ASCII.GetString(line[(name.Length + 1)..]).Trim();
            }

            mail = mail[(end + 2)..];
        }

        return string.Empty;
    }
}
