using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Notify.Core.Templates;
using Xunit;

namespace Notify.Core.Tests.Templates;

/// <summary>A register is typed by people, and read from elsewhere: any text in it is text in the mail.</summary>
public sealed class HostileValueTests
{
    private static readonly BuiltInTemplates Renderer = new();

    private static readonly string[] Fragments =
    [
        "**x**", "[a](http://evil.example)", "<img src=x onerror=alert(1)>", "|", "&", "&amp;", "_", "#", "1.", "- ", "\n", "\r\n\r\n", "> ",
        "```", "~~", "\\", "`", "{{ links }}", "{% raw %}", "http://evil.example", "<http://evil.example>", "\t", "    ", "\0", "\u202E", "!",
        "---", "===", "\"", "'", "</p>", "<!--", "]]>", "[x]: http://evil.example", "å", "\uD800", "\uFFFE", "😀", "*", "__", " ", "(", ")", "\u00A0",
        "a@b.example", "Subject: x",
    ];

    private static readonly Arbitrary<string> Texts = Arb.From(Gen.OneOf(
        Gen.Elements(Fragments).ListOf().Select(string.Concat),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get)));

    [Theory]
    [InlineData("contact-changed")]
    [InlineData("contact-introduced")]
    [InlineData("contact-fallback")]
    [InlineData("contact-receipt-reminder")]
    public void Any_name_of_a_school_stands_as_that_text_and_adds_nothing_else(string kind) =>
        Prop.ForAll(Texts, name => AssertIsText(kind, name, values => values["school_name"] = name)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_name_and_title_of_a_contact_stands_as_that_text_and_adds_nothing_else() =>
        Prop.ForAll(Texts, text => AssertIsText("contact-changed", text + "x", values =>
        {
            values["contacts"]![0]!["name"] = text + "x";
            values["contacts"]![1]!["title"] = text + "x";
            values["former"]![0]!["name"] = text + "x";
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_school_in_a_list_stands_as_that_text_and_adds_nothing_else() =>
        Prop.ForAll(Texts, text => AssertIsText("contact-assigned", text + "x", values =>
        {
            values["added"]![0]!["name"] = text + "x";
            values["removed"]![0]!["principal"] = text + "x";
            values["contact_name"] = text + "x";
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_no_address_or_number_is_text_and_never_a_link_elsewhere() =>
        Prop.ForAll(Texts, text =>
        {
            var (mail, page) = Render("contact-changed", values =>
            {
                values["contacts"]![0]!["email"] = text;
                values["contacts"]![0]!["phone"] = text;
            });

            Assert.Contains(Folded(text), mail.Text, StringComparison.Ordinal);
            Assert.All(page.QuerySelectorAll("a"), anchor => Assert.Matches("^(mailto:|tel:|https://notify\\.example/)", anchor.GetAttribute("href")));
            Assert.Empty(page.QuerySelectorAll("img, script, code, pre, em, hr"));
        }).QuickCheckThrowOnFailure();

    private static void AssertIsText(string kind, string text, Action<JsonObject> insert)
    {
        var (_, plain) = Render(kind, _ => { });
        var (mail, page) = Render(kind, insert);

        Assert.Contains(Folded(text), mail.Text, StringComparison.Ordinal);
        Assert.Contains(Folded(text), page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Shape(plain), Shape(page));
        Assert.DoesNotContain(mail.Subject, char.IsControl);
    }

    private static (RenderedMail Mail, IDocument Page) Render(string kind, Action<JsonObject> insert)
    {
        var (values, links) = Renderer.Sample(kind, "sv");
        var changed = JsonObject.Create(values)!;
        insert(changed);
        var mail = Renderer.Of(kind, "sv").Render(JsonSerializer.SerializeToElement(changed), links);
        return (mail, new HtmlParser().ParseDocument(mail.Html));
    }

    private static IEnumerable<string> Shape(IDocument page) =>
        page.All.Select(element => $"{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => attribute.ToString()))}");

    /// <summary>The text as a reader sees it: whole characters, nothing invisible, one blank where there is white space.</summary>
    private static string Folded(string text)
    {
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        var visible = Regex.Replace(whole, @"[\0-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\u202A-\u202E\u2066-\u2069\uFEFF]", "");
        return Regex.Replace(Regex.Replace(visible, "[\uFDD0-\uFDEF\uFFFE\uFFFF]", "\uFFFD"), @"\s+", " ").Trim();
    }
}
