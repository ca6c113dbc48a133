using System.Text.Json;
using Scriban.Runtime;

namespace Notify.Core.Templates;

/// <summary>Values as templates see them.</summary>
internal static class TemplateValues
{
    /// <summary>A JSON value, member by member.</summary>
    public static object? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => ObjectOf(value),
        JsonValueKind.Array => new ScriptArray(value.EnumerateArray().Select(Of)),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>Links by name, for the filter <c>button</c> only.</summary>
    public static ScriptObject Of(IReadOnlyDictionary<string, Uri> links)
    {
        var members = new ScriptObject();
        foreach (var (name, link) in links)
        {
            members[name] = link;
        }

        return members;
    }

    private static ScriptObject ObjectOf(JsonElement value)
    {
        var members = new ScriptObject();
        foreach (var property in value.EnumerateObject())
        {
            members[property.Name] = Of(property.Value);
        }

        return members;
    }
}
