using System.Text.RegularExpressions;
using MimeKit;
using Xunit;

namespace Notify.Local.Tests.World;

/// <summary>A mail that has left, as a mail program reads it.</summary>
internal sealed partial class Letter
{
    private readonly MimeMessage _message;

    private Letter(string path)
    {
        File = Path.GetFileName(path);
        _message = MimeMessage.Load(path);
        Body = Assert.Single((_message.Body as Multipart)?.OfType<MultipartAlternative>().DefaultIfEmpty(_message.Body as MultipartAlternative) ?? [])
            ?? throw new InvalidDataException($"no text and HTML side by side in {path}");
    }

    /// <summary>Reads a mail file.</summary>
    public static Letter Read(string path) => new(path);

    /// <summary>Name of the file.</summary>
    public string File { get; }

    /// <summary>The whole message.</summary>
    public MimeMessage Message => _message;

    /// <summary>The parts.</summary>
    public MultipartAlternative Body { get; }

    /// <summary>The notification.</summary>
    public string Id => Header("X-Notify-Id");

    /// <summary>Kind of the notification.</summary>
    public string Kind => Header("X-Notify-Kind");

    /// <summary>Subject line.</summary>
    public string Subject => _message.Subject ?? "";

    /// <summary>Addresses in To.</summary>
    public IReadOnlyList<string> To => [.. _message.To.Mailboxes.Select(m => m.Address)];

    /// <summary>The text part.</summary>
    public string Text => _message.TextBody ?? "";

    /// <summary>The HTML part.</summary>
    public string Html => _message.HtmlBody ?? "";

    /// <summary>Path of the reply link.</summary>
    public string ReplyPath => ReplyLink().Match(Text) is { Success: true } link ? link.Groups[1].Value : throw new InvalidOperationException($"no reply link in:\n{Text}");

    /// <summary>Headers and parts, decoded.</summary>
    public string AllOfIt => $"{string.Join('\n', _message.Headers.Concat(_message.Body!.Headers))}\n\n{Text}\n\n{Html}";

    /// <summary>A header that must stand there once.</summary>
    public string Header(string name) => Assert.Single(_message.Headers.Concat(_message.Body!.Headers), h => h.Field == name).Value;

    [GeneratedRegex(@"https?://[^/\s]+(/r/[A-Za-z0-9._-]+)")]
    private static partial Regex ReplyLink();
}
