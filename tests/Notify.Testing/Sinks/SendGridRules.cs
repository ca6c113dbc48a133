using System.Text.Json;

namespace Notify.Testing.Sinks;

/// <summary>What SendGrid refuses in a mail.</summary>
/// <remarks>Source: twilio.com/docs/sendgrid, "Mail Send" and its "Errors".</remarks>
internal static class SendGridRules
{
    private const int MostRecipients = 1_000;

    private static readonly string[] RecipientLists = ["to", "cc", "bcc"];

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-sg-id", "x-sg-eid", "received", "dkim-signature", "Content-Type", "Content-Transfer-Encoding", "To", "From", "Subject", "Reply-To", "CC", "BCC",
    };

    /// <summary>Every error in a mail, with the field that is at fault.</summary>
    public static IEnumerable<(string Message, string? Field)> Errors(JsonElement mail) =>
        mail.ValueKind is not JsonValueKind.Object
            ? [("Bad Request", null)]
            : [.. Personalizations(mail), .. Sender(mail), .. Subject(mail), .. Content(mail), .. Headers(mail), .. Arguments(mail), .. Categories(mail)];

    /// <summary>The elements of a member that is a list; none when it is not.</summary>
    public static IReadOnlyList<JsonElement> List(JsonElement element, string member) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(member, out var list) && list.ValueKind is JsonValueKind.Array
            ? [.. list.EnumerateArray()]
            : [];

    /// <summary>The text of a member; null when it is none.</summary>
    public static string? Text(JsonElement element, string member) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(member, out var text) && text.ValueKind is JsonValueKind.String
            ? text.GetString()
            : null;

    private static IEnumerable<(string, string?)> Personalizations(JsonElement mail)
    {
        var envelopes = List(mail, "personalizations");
        if (envelopes.Count is 0 or > MostRecipients)
        {
            yield return ("The personalizations field is required and must have at least one and at most 1000 personalizations.", "personalizations");
        }

        foreach (var (at, envelope) in envelopes.Index())
        {
            foreach (var error in Recipients(envelope, at))
            {
                yield return error;
            }
        }

        if (envelopes.Index().Sum(e => Addresses(e.Item, e.Index).Count()) > MostRecipients)
        {
            yield return ("There is a limit of 1000 total recipients (to + cc + bcc) per request.", "personalizations");
        }
    }

    private static IEnumerable<(string, string?)> Recipients(JsonElement envelope, int at)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (field, address) in Addresses(envelope, at))
        {
            if (!IsAddress(address))
            {
                yield return ("Does not contain a valid address.", $"{field}.email");
            }
            else if (!seen.Add(address!))
            {
                yield return ($"Each email address in the personalization block should be unique between to, cc, and bcc. We found the first duplicate instance of [{address}] in the {field} field.", $"personalizations.{at}");
            }
        }

        if (List(envelope, "to").Count == 0)
        {
            yield return ("The to array is required for all personalization objects, and must have at least one email object with a valid email address.", $"personalizations.{at}.to");
        }
    }

    private static IEnumerable<(string Field, string? Address)> Addresses(JsonElement envelope, int at) =>
        from list in RecipientLists
        from found in List(envelope, list).Index()
        select ($"personalizations.{at}.{list}.{found.Index}", Text(found.Item, "email"));

    private static bool IsAddress(string? address) =>
        address?.Split('@') is [{ Length: > 0 }, var domain] && domain.Contains('.', StringComparison.Ordinal) && !address.Any(char.IsWhiteSpace);

    private static IEnumerable<(string, string?)> Sender(JsonElement mail)
    {
        if (!mail.TryGetProperty("from", out var from) || !IsAddress(Text(from, "email")))
        {
            yield return ("The from object must be provided for every email send. It is an object that requires the email parameter, but may also contain a name parameter.", "from.email");
        }

        if (mail.TryGetProperty("reply_to", out var reply) && !IsAddress(Text(reply, "email")))
        {
            yield return ("The reply_to email does not contain a valid address.", "reply_to.email");
        }
    }

    private static IEnumerable<(string, string?)> Subject(JsonElement mail) =>
        string.IsNullOrEmpty(Text(mail, "subject"))
            ? [("The subject is required. You can get around this requirement if you use a template with a subject defined or if every personalization has a subject defined.", "subject")]
            : [];

    private static IEnumerable<(string, string?)> Content(JsonElement mail)
    {
        var parts = List(mail, "content");
        if (parts.Count == 0)
        {
            yield return ("Unless a valid template_id is provided, the content parameter is required. There must be at least one defined content block.", "content");
        }

        foreach (var (at, part) in parts.Index())
        {
            if (string.IsNullOrEmpty(Text(part, "value")) || string.IsNullOrEmpty(Text(part, "type")))
            {
                yield return ("The content value must be a string at least one character in length.", $"content.{at}.value");
            }
        }

        var types = parts.Select(p => Text(p, "type")).ToList();
        if (types.IndexOf("text/plain") > 0 || types.IndexOf("text/html") > 1)
        {
            yield return ("If present, text/plain and text/html may only be provided once, and must be the first items, in this order.", "content");
        }
    }

    private static IEnumerable<(string, string?)> Headers(JsonElement mail) =>
        Members(mail, "headers").Where(h => Reserved.Contains(h.Name) || h.Value.ValueKind is not JsonValueKind.String)
            .Select(h => ($"The header {h.Name} is reserved, or its value is no string.", (string?)$"headers.{h.Name}"));

    private static IEnumerable<(string, string?)> Arguments(JsonElement mail)
    {
        var arguments = Members(mail, "custom_args");
        if (arguments.Any(a => a.Value.ValueKind is not JsonValueKind.String) || arguments.Sum(a => a.Name.Length + a.Value.GetRawText().Length) >= 10_000)
        {
            yield return ("The custom_args must be strings, less than 10,000 bytes together.", "custom_args");
        }
    }

    private static IEnumerable<(string, string?)> Categories(JsonElement mail)
    {
        var categories = List(mail, "categories");
        if (categories.Count > 10 || categories.Any(c => c.ValueKind is not JsonValueKind.String || c.GetString()!.Length > 255))
        {
            yield return ("There is a limit of 10 categories per request, of at most 255 characters each.", "categories");
        }
    }

    private static List<JsonProperty> Members(JsonElement mail, string member) =>
        mail.TryGetProperty(member, out var found) && found.ValueKind is JsonValueKind.Object ? [.. found.EnumerateObject()] : [];
}
