using System.Text.Json;
using AngleSharp.Html.Parser;
using Notify.Core.Templates;
using Xunit;

namespace Notify.Core.Tests.Templates;

/// <summary>What holds for any template, shown on templates of our own.</summary>
public sealed class MailTemplateRulesTests
{
    private static readonly Dictionary<string, Uri> Links = new() { ["page"] = new("https://notify.example/r/a_b-c?x=1&copy=2*(3)") };

    [Theory]
    [InlineData("{% for i in (1..1000000000) %}x{% endfor %}")]
    [InlineData("{% for i in (1..10000) %}{% for j in (1..10000) %}{% endfor %}{% endfor %}")]
    [InlineData("{% for i in (1..9000) %}{{ long }}{% endfor %}")]
    public void A_template_without_end_is_stopped(string body)
    {
        var renderer = Renderer(body);

        Assert.Throws<TemplateException>(() => Render(renderer, new { Long = new string('x', 100) }));
    }

    [Theory]
    [InlineData("{% if %}")]
    [InlineData("{% include \"_absent\" %}")]
    [InlineData("{% include \"_self\" %}")]
    public void A_template_that_cannot_be_read_fails_as_the_renderer_is_made(string body) =>
        Assert.Throws<TemplateException>(() => Renderer(body, part: "{% include \"_self\" %}"));

    [Theory]
    [InlineData("{{ \"/etc/passwd\" | include }}")]
    [InlineData("{{ date.now }}")]
    [InlineData("{{ \"now\" | date: \"%Y\" }}")]
    public void A_template_has_neither_files_nor_a_clock(string body) =>
        Assert.Throws<TemplateException>(() => Render(Renderer(body), new { }));

    [Theory]
    [InlineData("[a](https://elsewhere.example)")]
    [InlineData("[a]({{ name }})")]
    [InlineData("![a]({{ links.page }})")]
    [InlineData("* [a](javascript:x)")]
    public void Only_the_links_of_the_mail_are_linked_to_and_no_picture_is_shown(string body) =>
        Assert.Throws<TemplateException>(() => Render(Renderer(body), new { Name = "https://elsewhere.example" }));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/relative")]
    public void A_link_that_is_not_to_the_web_fails_the_mail(string address)
    {
        var links = new Dictionary<string, Uri> { ["page"] = new(address, UriKind.RelativeOrAbsolute) };

        Assert.Throws<TemplateException>(() => Renderer("x").Of("own", "sv").Render(MailValues.Of(new { }), links));
    }

    [Fact]
    public void A_link_stands_unbroken_in_both_parts_whatever_marks_it_holds()
    {
        var mail = Render(Renderer("[Open]({{ links.page }})\n\nSee [this]({{ links.page }}) too."), new { });
        var anchors = new HtmlParser().ParseDocument(mail.Html).QuerySelectorAll("a");

        Assert.StartsWith($"Open:\n{Links["page"]}\n\nSee this too.\n{Links["page"]}\n", mail.Text, StringComparison.Ordinal);
        Assert.Equal([Links["page"].AbsoluteUri, Links["page"].AbsoluteUri], anchors.Select(anchor => anchor.GetAttribute("href")));
    }

    [Fact]
    public void Raw_html_in_a_template_is_text()
    {
        var mail = Render(Renderer("<b>bold</b> <https://elsewhere.example>"), new { });

        Assert.Empty(new HtmlParser().ParseDocument(mail.Html).QuerySelectorAll("b, a"));
        Assert.StartsWith("<b>bold</b> <https://elsewhere.example>", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_subject_is_one_line_without_escapes_or_turned_text()
    {
        var renderer = Renderer("x", subject: "{{ name }}");

        var mail = Render(renderer, new { Name = " A*b_c\r\nBcc: d@e.example\u202Efdp\u0007\u2028 & <f> " });

        Assert.Equal("A*b_c Bcc: d@e.examplefdp & <f>", mail.Subject);
    }

    [Fact]
    public void The_version_follows_the_text_its_parts_and_the_layout_and_nothing_else()
    {
        var version = Renderer("x").Of("own", "sv").Version;

        Assert.Equal(version, Renderer("x", part: "unused").Of("own", "sv").Version);
        Assert.NotEqual(version, Renderer("y").Of("own", "sv").Version);
        Assert.NotEqual(version, Renderer("x", layout: "{{ content }}").Of("own", "sv").Version);
        Assert.NotEqual(
            Renderer("{% include \"_self\" %}", part: "a").Of("own", "sv").Version,
            Renderer("{% include \"_self\" %}", part: "b").Of("own", "sv").Version);
    }

    [Fact]
    public void Templates_are_read_once_when_the_renderer_is_made()
    {
        var sources = Sources("x", "S", "p", "{{ content }}");
        var renderer = new BuiltInTemplates(sources);

        sources.Clear();

        Assert.StartsWith("x\n", Render(renderer, new { }).Text, StringComparison.Ordinal);
    }

    private static BuiltInTemplates Renderer(string body, string subject = "S", string part = "p", string layout = "<p>{{ content }}{{ footer }}</p>") =>
        new(Sources(body, subject, part, layout));

    private static Dictionary<string, string> Sources(string body, string subject, string part, string layout) => new()
    {
        ["own.sv.liquid"] = $"Subject: {subject}\n\n{body}",
        ["_self.sv.liquid"] = part,
        ["_footer.sv.liquid"] = "end",
        ["layout.html"] = layout,
    };

    private static RenderedMail Render<T>(BuiltInTemplates renderer, T values) =>
        renderer.Of("own", "sv").Render(MailValues.Of(values), Links);
}
