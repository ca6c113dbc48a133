using System.Text.Json;

namespace Notify.Core.Templates.Wording;

/// <summary>A value that the texts of a kind can use.</summary>
/// <param name="Name">As a template writes it; <c>[]</c> stands where there may be several.</param>
/// <param name="Sample">What it may be.</param>
/// <param name="IsNeeded">Whether a wording has to say it: see <see cref="WordingNeeds"/>, and every link that ours carries.</param>
public sealed record WordingValue(string Name, string Sample, bool IsNeeded)
{
    /// <summary>Every value of the kind, in the order in which its samples have them, then its links.</summary>
    public static IReadOnlyList<WordingValue> Of(MailTemplate ours, (JsonElement Values, IReadOnlyDictionary<string, Uri> Links) sample)
    {
        var carried = ours.Render(sample.Values, sample.Links).Text;
        return [.. ValueShape.Names(ValueShape.Of(sample.Values, sample.Links)).Select(v => new WordingValue(v.Name, v.Sample, IsNeeded(v.Name, v.Sample)))];

        bool IsNeeded(string name, string value) =>
            WordingNeeds.Of(ours.Kind).Contains(name) || (name.StartsWith("links.", StringComparison.Ordinal) && carried.Contains(value, StringComparison.Ordinal));
    }
}
