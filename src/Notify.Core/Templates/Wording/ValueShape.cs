using System.Text.Json;

namespace Notify.Core.Templates.Wording;

/// <summary>What the values of a kind look like, taken from its samples.</summary>
public abstract record ValueShape
{
    /// <summary>A text, a number or a yes or no.</summary>
    /// <param name="Sample">As a template would write it.</param>
    public sealed record Leaf(string Sample) : ValueShape;

    /// <summary>Values by name.</summary>
    public sealed record Group(IReadOnlyDictionary<string, ValueShape> Members) : ValueShape;

    /// <summary>Any number of the same.</summary>
    public sealed record Row(ValueShape Each) : ValueShape;

    /// <summary>Something that the samples do not show.</summary>
    public sealed record Unknown : ValueShape;

    /// <summary>The shape of values, with the links under <c>links</c>.</summary>
    public static Group Of(JsonElement values, IReadOnlyDictionary<string, Uri> links)
    {
        var members = MembersOf(values);
        members["links"] = new Group(links.ToDictionary(l => l.Key, l => (ValueShape)new Leaf(l.Value.AbsoluteUri), StringComparer.Ordinal));
        return new(members);
    }

    /// <summary>Every leaf with its name as a template writes it; one in a row stands under the row's name.</summary>
    public static IEnumerable<(string Name, string Sample)> Names(ValueShape shape, string prefix = "") => shape switch
    {
        Leaf leaf => [(prefix, leaf.Sample)],
        Group group => group.Members.SelectMany(m => Names(m.Value, prefix.Length == 0 ? m.Key : $"{prefix}.{m.Key}")),
        Row row => Names(row.Each, prefix + "[]"),
        _ => [(prefix, "")],
    };

    private static Dictionary<string, ValueShape> MembersOf(JsonElement values) =>
        values.EnumerateObject().ToDictionary(p => p.Name, p => Read(p.Value), StringComparer.Ordinal);

    private static ValueShape Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new Group(MembersOf(value)),
        JsonValueKind.Array => value.EnumerateArray().Select(Read).Aggregate((ValueShape?)null, (all, next) => all is null ? new Row(next) : new Row(Merge(((Row)all).Each, next)))
            ?? new Row(new Unknown()),
        JsonValueKind.Null or JsonValueKind.Undefined => new Unknown(),
        JsonValueKind.True => new Leaf("true"),
        JsonValueKind.False => new Leaf("false"),
        _ => new Leaf(value.ToString()),
    };

    private static ValueShape Merge(ValueShape first, ValueShape second) => (first, second) switch
    {
        (Unknown or Leaf { Sample: "" }, _) => second,
        (Group a, Group b) => new Group(a.Members.Keys.Union(b.Members.Keys).ToDictionary(
            name => name,
            name => !a.Members.TryGetValue(name, out var left) ? b.Members[name] : b.Members.TryGetValue(name, out var right) ? Merge(left, right) : left,
            StringComparer.Ordinal)),
        (Row a, Row b) => new Row(Merge(a.Each, b.Each)),
        _ => first,
    };
}
