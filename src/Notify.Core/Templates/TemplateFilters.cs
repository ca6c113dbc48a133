using System.Globalization;
using Scriban.Runtime;

namespace Notify.Core.Templates;

/// <summary>What templates can do with values, in one language. Whatever makes markup escapes the values itself.</summary>
internal sealed class TemplateFilters
{
    private static readonly string[] SwedishDays = ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"];
    private static readonly string[] EnglishDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly string[] SwedishMonths =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private readonly bool _isSwedish;

    public TemplateFilters(string language)
    {
        _isSwedish = language == "sv";
        Functions = new ScriptObject();
        Functions.Import("long_date", new Func<string, string>(LongDate));
        Functions.Import("email", new Func<string, Markup>(Email));
        Functions.Import("phone", new Func<string, Markup>(Phone));
        Functions.Import("button", new Func<Uri, string, Markup>(Button));
        Functions.Import("contact", new Func<ScriptObject, Markup>(Contact));
        Functions.Import("school", new Func<ScriptObject, Markup>(School));
        Functions.Import("names", new Func<ScriptArray, string>(l => Joined(l.OfType<ScriptObject>().Select(o => Text(o, "name")))));
        Functions.Import("list", new Func<ScriptArray, string>(l => Joined(l.OfType<string>())));
    }

    /// <summary>The filters by name.</summary>
    public ScriptObject Functions { get; }

    private string LongDate(string date)
    {
        var day = DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (days, months) = _isSwedish ? (SwedishDays, SwedishMonths) : (EnglishDays, EnglishMonths);
        return string.Create(CultureInfo.InvariantCulture, $"{days[(int)day.DayOfWeek]} {day.Day} {months[day.Month - 1]} {day.Year}");
    }

    private static Markup Email(string address) => Link(address, "mailto:" + Uri.EscapeDataString(address).Replace("%40", "@", StringComparison.Ordinal));

    /// <summary>A phone is a link when it is nothing but a number; what stands there is always the register's own way of writing it.</summary>
    private static Markup Phone(string phone)
    {
        var digits = string.Concat(phone.Where(c => char.IsAsciiDigit(c) || c == '+'));
        var isNumber = digits.Length >= 3 && phone.All(c => char.IsAsciiDigit(c) || "+-–() /".Contains(c, StringComparison.Ordinal));
        return isNumber ? Link(phone, "tel:" + digits) : new(MarkdownText.Escape(phone));
    }

    private static Markup Button(Uri link, string text) =>
        link.IsAbsoluteUri && link.Scheme is "http" or "https"
            ? new($"[{MarkdownText.Escape(text)}](<{link.AbsoluteUri}> \"{MailHtml.ButtonTitle}\")")
            : throw new FormatException("A link must be an absolute http or https address.");

    private static Markup Link(string text, string address) => new($"[{MarkdownText.Escape(text)}](<{address}>)");

    /// <summary>A contact as a paragraph: name, title and role, then how to reach it.</summary>
    private Markup Contact(ScriptObject contact)
    {
        var (title, phone) = (Text(contact, "title"), Text(contact, "phone"));
        var news = contact["is_new"] is true && Text(contact, "role") != "fallback" ? _isSwedish ? " (ny)" : " (new)" : "";
        List<string> lines =
        [
            $"**{MarkdownText.Escape(Text(contact, "name"))}**{(title.Length > 0 ? MarkdownText.Escape(", " + title) : "")}",
            MarkdownText.Escape(Role(Text(contact, "role")) + news),
        ];
        if (phone.Length > 0)
        {
            lines.Add($"{(_isSwedish ? "Telefon" : "Phone")}: {Phone(phone).Text}");
        }

        lines.Add($"{(_isSwedish ? "E-post" : "E-mail")}: {Email(Text(contact, "email")).Text}");
        return new(string.Join("\\\n", lines));
    }

    /// <summary>A school as an item of a list.</summary>
    private Markup School(ScriptObject school)
    {
        var (phone, principal) = (Text(school, "phone"), Text(school, "principal"));
        var details = new List<string> { MarkdownText.Escape(Role(Text(school, "role"))) };
        if (principal.Length > 0)
        {
            details.Add(MarkdownText.Escape($"{(_isSwedish ? "rektor" : "principal")} {principal}"));
        }

        if (phone.Length > 0)
        {
            details.Add(Phone(phone).Text);
        }

        return new($"- **{MarkdownText.Escape(Text(school, "name"))}** – {string.Join(", ", details)}");
    }

    private string Role(string role) => (role, _isSwedish) switch
    {
        ("primary", true) => "ordinarie kontakt",
        ("deputy", true) => "ersättare",
        ("team", true) => "skolsocialt team",
        ("fallback", true) => "tills ni får en egen kontakt",
        ("primary", false) => "main contact",
        ("deputy", false) => "deputy",
        ("team", false) => "school social team",
        ("fallback", false) => "until you have a contact of your own",
        _ => throw new FormatException($"'{role}' is no role."),
    };

    private string Joined(IEnumerable<string> names)
    {
        var list = names.ToList();
        return list.Count < 2 ? string.Concat(list) : $"{string.Join(", ", list[..^1])} {(_isSwedish ? "och" : "and")} {list[^1]}";
    }

    private static string Text(ScriptObject values, string name) =>
        values[name] as string ?? throw new InvalidOperationException($"the value {name} is missing");
}
