using System.Text.Json;
using Notify.Adapters.Mime;

namespace Notify.Adapters.SendGrid;

/// <summary>Texts that come from SendGrid.</summary>
internal static class SendGridText
{
    private const int MaxLength = 200;

    /// <summary>At most 200 characters of it, on one line.</summary>
    public static string Short(string text) =>
        MimeComposer.OneLine(text.Length <= MaxLength ? text : text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)]);

    /// <summary>The text that a member has; null when the element is no object, or the member absent, no text or malformed.</summary>
    public static string? TextOf(this JsonElement element, string member)
    {
        try
        {
            return element.ValueKind is JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair or bytes that are no UTF-8: well-formed JSON, but no text.
            return null;
        }
    }
}
