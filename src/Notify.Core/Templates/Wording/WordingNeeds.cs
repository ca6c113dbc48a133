using System.Text.Json;
using Notify.Core.Accounts;

namespace Notify.Core.Templates.Wording;

/// <summary>
/// The values that a reader of a kind cannot do without, by name. A wording has to say them wherever ours does. The links are not listed:
/// a wording has to carry every link that ours carries with the same values.
/// </summary>
public static class WordingNeeds
{
    private static readonly string[] Contacts = ["school_name", "from", "contacts[].name", "contacts[].phone", "contacts[].email"];
    private static readonly string[] Agreements = ["agreements[].title", "agreements[].day"];
    private static readonly string[] Meeting = ["forum.title", "forum.meeting.day", "forum.meeting.from", "forum.meeting.to", "forum.meeting.place"];
    private static readonly string[] Materials = ["materials[].title", "materials[].version"];

    private static readonly Dictionary<string, string[]> ByKind = new(StringComparer.Ordinal)
    {
        ["agreement-conflict"] = [.. Agreements, "agreements[].registered"],
        ["agreement-escalated"] = Agreements,
        ["agreement-overdue"] = Agreements,
        ["agreement-reminder"] = Agreements,
        ["agreement-review"] = ["agreements[].title", "materials[].title"],
        ["agreement-revised"] = Agreements,
        ["contact-assigned"] = ["added[].name", "added[].phone", "removed[].name"],
        ["contact-changed"] = [.. Contacts, "former[].name"],
        [AccountsRun.Kind] = ["accounts[].name", "accounts[].differences[].register", "accounts[].differences[].directory", "accounts[].schools[]"],
        ["contact-fallback"] = Contacts,
        ["contact-introduced"] = Contacts,
        ["contact-missing"] = ["schools[].name", "schools[].fallback_on"],
        ["contact-receipt-reminder"] = Contacts,
        ["coordinator-digest"] = ["ring[].name", "ring[].phone"],
        ["delivery-problem"] = ["problems[].address", "problems[].who", "problems[].phone", "problems[].title"],
        ["followup-open"] = ["title", "closes"],
        ["followup-reminder"] = ["title", "closes"],
        ["followup-result"] = ["title", "answered", "asked", "index"],
        ["forum-attendees"] = ["forum.title", "forum.meeting.day", "coming[].name", "waiting[].name"],
        ["forum-cancelled"] = ["forum.title", "forum.meeting.day"],
        ["forum-changed"] = Meeting,
        ["forum-invitation"] = Meeting,
        ["forum-reminder"] = Meeting,
        ["forum-waitlist"] = Meeting,
        ["forum-withdrawn"] = ["forum.title", "forum.meeting.day"],
        ["import-refused"] = ["what", "findings[].file", "findings[].message"],
        ["mass-change-held"] = ["what", "losses[].name"],
        ["register-proposals"] = ["proposals[].name", "proposals[].code"],
        ["material-published"] = Materials,
        ["material-reminder"] = Materials,
    };

    /// <summary>The names; empty for a kind without any.</summary>
    public static IReadOnlyList<string> Of(string kind) => ByKind.GetValueOrDefault(kind, []);

    /// <summary>What of it a mail does not say, of all that these values hold: name and value.</summary>
    public static IEnumerable<(string Name, string Value)> Unsaid(string kind, string language, JsonElement values, RenderedMail mail) =>
        from name in Of(kind)
        from value in At(values, name.Split('.'))
        let said = PlainLine.Fold(value)
        where said.Length > 0 && !Says(mail, said) && !Says(mail, Written(said, language))
        select (name, said);

    private static bool Says(RenderedMail mail, string value) =>
        mail.Subject.Contains(value, StringComparison.OrdinalIgnoreCase) || mail.Text.Contains(value, StringComparison.OrdinalIgnoreCase);

    private static string Written(string value, string language) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", out _) ? WrittenDate.Of(value, language) : value;

    private static IEnumerable<string> At(JsonElement value, ReadOnlyMemory<string> path)
    {
        if (path.IsEmpty)
        {
            return value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? [value.ToString()] : [];
        }

        var (name, isRow) = path.Span[0].EndsWith("[]", StringComparison.Ordinal) ? (path.Span[0][..^2], true) : (path.Span[0], false);
        return value.ValueKind is not JsonValueKind.Object || !value.TryGetProperty(name, out var inner) ? []
            : !isRow ? At(inner, path[1..])
            : inner.ValueKind is JsonValueKind.Array ? inner.EnumerateArray().SelectMany(each => At(each, path[1..])).ToList()
            : [];
    }
}
