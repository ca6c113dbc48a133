using System.Text.Json;

namespace Notify.Adapters.SendGrid;

/// <summary>One of the errors that SendGrid lists when it refuses a request.</summary>
/// <param name="Field">The part of the request that is at fault, as <c>personalizations.0.to.1.email</c>; null when none is named.</param>
internal sealed record SendGridError(string Message, string? Field)
{
    private const int MaxErrors = 1_000;
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 16 };

    /// <summary>The errors in an answer's body; none when it is not in SendGrid's form.</summary>
    public static IReadOnlyList<SendGridError> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Limits);
            return json.RootElement is { ValueKind: JsonValueKind.Object } answer
                && answer.TryGetProperty("errors", out var errors) && errors.ValueKind is JsonValueKind.Array
                ? [.. errors.EnumerateArray().Take(MaxErrors).Select(ReadOne).OfType<SendGridError>()]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Field is null ? Message : $"{Message} ({Field})";

    private static SendGridError? ReadOne(JsonElement error) =>
        error.TextOf("message") is { } message ? new(message, error.TextOf("field")) : null;
}
