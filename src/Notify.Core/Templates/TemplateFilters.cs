using System.Text.RegularExpressions;
using Scriban.Runtime;

namespace Notify.Core.Templates;

/// <summary>All that a template can call. Nothing here reads a clock, a file or the machine's culture.</summary>
internal static partial class TemplateFilters
{
    /// <summary>The filters of a language: <c>plus</c>, <c>written_date</c>, <c>email_link</c>, <c>phone_link</c>.</summary>
    public static ScriptObject For(string language)
    {
        var filters = new ScriptObject();
        filters.Import("plus", new Func<long, long, long>((left, right) => left + right));
        filters.Import("written_date", new Func<string, string>(day => WrittenDate.Of(day, language)));
        filters.Import("email_link", new Func<string, Markup>(EmailLink));
        filters.Import("phone_link", new Func<string, Markup>(PhoneLink));
        filters.IsReadOnly = true;
        return filters;
    }

    /// <summary>The address as it stands, as a link where it is plainly an address.</summary>
    private static Markup EmailLink(string address)
    {
        var parts = PlainAddress().Match(address);
        return parts.Success
            ? Link(address, $"mailto:{Uri.EscapeDataString(parts.Groups["local"].Value)}@{parts.Groups["domain"].Value}")
            : new Markup(Markup.EscapeMarkdown(address));
    }

    /// <summary>The number as it stands, as a link where it is plainly a number; one that begins with a single 0 is Swedish.</summary>
    private static Markup PhoneLink(string number)
    {
        if (!PlainNumber().IsMatch(number))
        {
            return new Markup(Markup.EscapeMarkdown(number));
        }

        var digits = NotDialled().Replace(number, "");
        return Link(number, "tel:" + TrunkZero().Replace(digits, "+46"));
    }

    private static Markup Link(string text, string target) =>
        new($"[{Markup.EscapeMarkdown(text)}]({Markup.EscapeMarkdown(target)})");

    [GeneratedRegex(@"\A(?<local>[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64})@(?<domain>[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+)\z")]
    private static partial Regex PlainAddress();

    [GeneratedRegex(@"\A[+(]?[0-9][0-9 ()\u2013-]{4,30}\z")]
    private static partial Regex PlainNumber();

    /// <summary>What stands between digits, and the trunk zero that "+46 (0)8" tells a caller from abroad to leave out.</summary>
    [GeneratedRegex(@"(?<=\A(\+|00).*)\(0\)|[^0-9+]")]
    private static partial Regex NotDialled();

    [GeneratedRegex(@"\A0(?!0)")]
    private static partial Regex TrunkZero();
}
