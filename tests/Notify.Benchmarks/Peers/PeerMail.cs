using System.Text.Json;
using MimeKit;

namespace Notify.Benchmarks.Peers;

/// <summary>The mail that peers send: one of ours, with two places for values in it, in Liquid.</summary>
/// <param name="Subject">Liquid, as <paramref name="Text"/> and <paramref name="Html"/>.</param>
internal sealed record PeerMail(string From, string To, string Subject, string Text, string Html, string Link, string District)
{
    /// <summary>Makes it of a mail file of ours, and writes it beside.</summary>
    /// <returns>The file, which every peer reads.</returns>
    public static async Task<string> WriteAsync(string sample)
    {
        using var message = await MimeMessage.LoadAsync(sample);
        var link = message.TextBody!.Split((char[])['\n', ' ', '<', '>', ')'], StringSplitOptions.RemoveEmptyEntries).First(w => w.Contains("/r/", StringComparison.Ordinal));
        var district = message.Headers["X-Notify-District"]!;
        var mail = new PeerMail(
            message.From.Mailboxes.Single().Address, message.To.Mailboxes.First().Address, Place(message.Subject!), Place(message.TextBody!), Place(message.HtmlBody!), link, district);
        var file = Path.ChangeExtension(sample, ".json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(mail));
        return file;

        string Place(string text) => text
            .Replace(link, "{{ link }}", StringComparison.Ordinal)
            .Replace(district, "{{ district }}", StringComparison.Ordinal);
    }

    /// <summary>Reads the file.</summary>
    public static PeerMail Read(string file) => JsonSerializer.Deserialize<PeerMail>(File.ReadAllText(file))!;
}
