using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Notify.Core.Templates.Wording;

/// <summary>A set of values that a kind may come with.</summary>
/// <param name="Name">In what it differs from the sample, as <c>contacts[0].phone = ""</c>; empty for the sample.</param>
/// <param name="Ours">Our own mail of it.</param>
public sealed partial record WordingVariant(string Name, JsonElement Values, RenderedMail Ours)
{
    /// <summary>
    /// The sample, and whatever differs from it in one value and that our own text can be written with: a text left out, a yes for a no,
    /// none or one of several, another of the words that our text tells apart.
    /// </summary>
    public static IReadOnlyList<WordingVariant> Of(MailTemplate ours, JsonElement sample, IReadOnlyDictionary<string, Uri> links)
    {
        var words = Word().Matches(ours.Source.Text).Select(m => m.Groups["word"].Value).Append("").Distinct().ToList();
        var changed = Changes(JsonNode.Parse(sample.GetRawText())!, "", words).Select(c => (c.Name, JsonSerializer.SerializeToElement(c.Make(sample), MailValues.Json)));
        return [.. changed.Prepend(("", sample)).Select(v => Try(ours, v.Item1, v.Item2, links)).OfType<WordingVariant>()];
    }

    private static WordingVariant? Try(MailTemplate ours, string name, JsonElement values, IReadOnlyDictionary<string, Uri> links)
    {
        try
        {
            return new(name, values, ours.Render(values, links));
        }
        catch (TemplateException)
        {
            // Ours needs the value, so there is no such mail.
            return null;
        }
    }

    private static IEnumerable<Change> Changes(JsonNode node, string path, List<string> words) => node switch
    {
        JsonObject group => group.Where(m => m.Value is not null).SelectMany(m => Changes(m.Value!, path.Length == 0 ? m.Key : $"{path}.{m.Key}", words)),
        JsonArray row => Shorter(row, path).Concat(row.SelectMany((each, at) => each is null ? [] : Changes(each, $"{path}[{at}]", words))),
        JsonValue value => Others(value, words).Select(other => new Change(path, value.GetPath(), other)),
        _ => [],
    };

    private static IEnumerable<Change> Shorter(JsonArray row, string path) =>
        Enumerable.Range(0, row.Count).Take(2).Select(count => new Change(path, row.GetPath(), new JsonArray([.. row.Take(count).Select(e => e?.DeepClone())])));

    private static IEnumerable<JsonNode> Others(JsonValue value, List<string> words) => value.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => [JsonValue.Create(value.GetValueKind() is JsonValueKind.False)],
        JsonValueKind.Number => Enumerable.Range(0, 3).Where(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture) != value.ToJsonString()).Select(n => (JsonNode)JsonValue.Create(n)),
        JsonValueKind.String => (words.Contains(value.GetValue<string>()) ? words : [""]).Where(w => w != value.GetValue<string>()).Select(w => (JsonNode)JsonValue.Create(w)!),
        _ => [],
    };

    /// <summary>A word that a text compares a value with.</summary>
    [GeneratedRegex("""(==|!=|when)\s*"(?<word>[^"]*)""")]
    private static partial Regex Word();

    /// <summary>Another value in one place.</summary>
    private sealed record Change(string Path, string At, JsonNode Value)
    {
        public string Name => $"{Path} = {Value.ToJsonString(MailValues.Json)}";

        public JsonNode Make(JsonElement sample)
        {
            var copy = JsonNode.Parse(sample.GetRawText())!;
            Find(copy, At).ReplaceWith(Value.DeepClone());
            return copy;
        }

        private static JsonNode Find(JsonNode root, string at) =>
            Step().Matches(at).Aggregate(root, (node, step) =>
                step.Groups["index"].Success ? node[int.Parse(step.Groups["index"].Value, System.Globalization.CultureInfo.InvariantCulture)]! : node[step.Groups["name"].Value]!);
    }

    /// <summary>A step of a JSON path: names here are plain words.</summary>
    [GeneratedRegex(@"\[(?<index>[0-9]+)\]|\.(?<name>[A-Za-z0-9_]+)")]
    private static partial Regex Step();
}
