using System.Text.Json;
using Microsoft.OpenApi;

namespace Notify.Web.Tests.Api;

/// <summary>
/// Compares a value with a schema, as far as our document uses schemas: types, words, names (all of them required, none besides), maps,
/// lists and either-or.
/// </summary>
internal static class SchemaCheck
{
    /// <summary>What is wrong, and where.</summary>
    public static IEnumerable<string> Wrong(JsonElement value, IOpenApiSchema schema, string path) => schema switch
    {
        { OneOf.Count: > 0 } => schema.OneOf.Any(s => !Wrong(value, s, path).Any()) ? [] : [$"{path}: none of the alternatives"],
        { Enum.Count: > 0 } => schema.Enum.Any(e => e!.ToJsonString() == value.GetRawText()) ? [] : [$"{path}: no such word {value.GetRawText()}"],
        { Type: null } => [$"{path}: the document says nothing of its type"],
        _ when (schema.Type.Value & TypeOf(value)) == 0 => [$"{path}: {TypeOf(value)} instead of {schema.Type}"],
        _ when value.ValueKind == JsonValueKind.Object => WrongIn(value, schema, path),
        _ when value.ValueKind == JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Wrong(item, schema.Items!, $"{path}[{i}]")),
        _ when schema.Format == "date-time" && value.ValueKind == JsonValueKind.String => value.TryGetDateTimeOffset(out _) ? [] : [$"{path}: no time"],
        _ when schema.Format == "date" && value.ValueKind == JsonValueKind.String =>
            DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out _) ? [] : [$"{path}: no day"],
        _ => [],
    };

    private static IEnumerable<string> WrongIn(JsonElement value, IOpenApiSchema schema, string path)
    {
        if (schema.AdditionalProperties is { } each)
        {
            return value.EnumerateObject().SelectMany(p => Wrong(p.Value, each, $"{path}.{p.Name}"));
        }

        var names = value.EnumerateObject().Select(p => p.Name).ToList();
        return names.Except(schema.Properties!.Keys).Select(n => $"{path}.{n}: not in the document")
            .Concat((schema.Required ?? new HashSet<string>()).Except(names).Select(n => $"{path}.{n}: missing"))
            .Concat(value.EnumerateObject().Where(p => schema.Properties.ContainsKey(p.Name)).SelectMany(p => Wrong(p.Value, schema.Properties[p.Name], $"{path}.{p.Name}")));
    }

    private static JsonSchemaType TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonSchemaType.Object,
        JsonValueKind.Array => JsonSchemaType.Array,
        JsonValueKind.String => JsonSchemaType.String,
        JsonValueKind.Number => value.TryGetInt64(out _) ? JsonSchemaType.Integer | JsonSchemaType.Number : JsonSchemaType.Number,
        JsonValueKind.Null => JsonSchemaType.Null,
        _ => JsonSchemaType.Boolean,
    };
}
