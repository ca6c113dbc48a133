using System.Text.Json;
using Scriban.Runtime;

namespace Notify.Core.Templates;

/// <summary>What a template sees of a mail's values and links.</summary>
internal static class TemplateModel
{
    /// <summary>Folds every text to one line; leaves out what is null, so that a template which names it fails.</summary>
    /// <exception cref="FormatException">The values are no object, or a link is not an absolute http or https address.</exception>
    public static ScriptObject Of(JsonElement values, IReadOnlyDictionary<string, Uri> links)
    {
        if (values.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("the values are not a JSON object");
        }

        var model = ObjectOf(values);
        model["links"] = LinksOf(links);
        return model;
    }

    private static ScriptObject LinksOf(IReadOnlyDictionary<string, Uri> links)
    {
        var model = new ScriptObject();
        foreach (var (name, address) in links)
        {
            if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            {
                throw new FormatException($"the link '{name}' is not an absolute http or https address");
            }

            model[name] = address;
        }

        return model;
    }

    private static ScriptObject ObjectOf(JsonElement values)
    {
        var model = new ScriptObject();
        foreach (var property in values.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
        {
            model[property.Name] = ValueOf(property.Value);
        }

        return model;
    }

    private static object? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => ObjectOf(value),
        JsonValueKind.Array => new ScriptArray(value.EnumerateArray().Select(ValueOf)),
        JsonValueKind.String => PlainLine.Fold(value.GetString()!),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : throw new FormatException($"{value} is not a whole number"),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
