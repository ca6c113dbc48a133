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

    /// <summary>The text that a member has; null when it is absent, no text or malformed.</summary>
    public static string? TextOf(this JsonElement element, string member) =>
        Member(element, member, found => found.ValueKind is JsonValueKind.String ? found.GetString() : null);

    /// <summary>The whole number that a member has; null when it is absent, no number, not whole or too large.</summary>
    public static long? NumberOf(this JsonElement element, string member) =>
        Member(element, member, found => found.ValueKind is JsonValueKind.Number && found.TryGetInt64(out var number) ? number : (long?)null);

    private static T? Member<T>(JsonElement element, string member, Func<JsonElement, T?> read)
    {
        try
        {
            return element.ValueKind is JsonValueKind.Object && element.TryGetProperty(member, out var found) ? read(found) : default;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair or bytes that are no UTF-8: well-formed JSON, but no text.
            return default;
        }
    }
}
