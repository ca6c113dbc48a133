using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Notify.Core.Templates;

/// <summary>How the values of a mail are written as JSON: in a notification's record and for <see cref="IMailRenderer.Render"/>.</summary>
public static class MailValues
{
    /// <summary>Property names in <c>snake_case</c>, letters as they are.</summary>
    public static JsonSerializerOptions Json { get; } = Create();

    /// <summary>The values as a template reads them.</summary>
    public static JsonElement Of<T>(T values) => JsonSerializer.SerializeToElement(values, Json);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
