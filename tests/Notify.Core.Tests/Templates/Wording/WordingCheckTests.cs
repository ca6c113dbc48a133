using System.Diagnostics;
using Notify.Core.Templates;
using Notify.Core.Templates.Wording;
using Xunit;

namespace Notify.Core.Tests.Templates.Wording;

/// <summary>A wording is put in place only when every reader gets from it what ours gives.</summary>
public sealed class WordingCheckTests
{
    private static readonly BuiltInTemplates BuiltIn = new();
    private static readonly WordingCheck Check = new(BuiltIn, TimeProvider.System);
    private static readonly string Ours = BuiltIn.Of("contact-changed", "sv").Source.Text;

    public static TheoryData<string, string> Mails => GoldenMailTests.Mails();

    [Theory]
    [MemberData(nameof(Mails))]
    public void Our_own_text_breaks_no_rule_of_its_kind(string kind, string language) =>
        Assert.Equal([], Check.FaultsIn(kind, language, BuiltIn.Of(kind, language).Source.Text));

    [Theory]
    [MemberData(nameof(Mails))]
    public void Every_kind_needs_something_and_ours_says_it_with_the_sample(string kind, string language)
    {
        var values = WordingValue.Of(BuiltIn.Of(kind, language), BuiltIn.Sample(kind, language));

        Assert.Equal([], WordingNeeds.Of(kind).Except(values.Select(v => v.Name)));
        Assert.Contains(values, v => v.IsNeeded);
    }

    [Theory]
    [MemberData(nameof(Mails))]
    public void A_text_without_the_values_and_links_that_ours_has_is_told_of_every_one(string kind, string language)
    {
        var faults = Check.FaultsIn(kind, language, "Subject: Hej\n\nHej!");
        var (sample, links) = BuiltIn.Sample(kind, language);
        var ours = BuiltIn.Of(kind, language).Render(sample, links);

        Assert.Equal(WordingNeeds.Unsaid(kind, language, sample, new("", "", "")).Select(n => n.Name).Distinct().Order(), faults.Where(f => f.Rule is WordingRule.Needed).Select(f => f.Detail).Order());
        Assert.Equal(links.Count(l => ours.Text.Contains(l.Value.AbsoluteUri, StringComparison.Ordinal)), faults.Count(f => f.Rule is WordingRule.Link));
    }

    [Fact]
    public void A_friendlier_opening_is_fine() =>
        Assert.Equal([], Faults(Ours.Replace("Hej! Från och med", "God morgon! Från och med", StringComparison.Ordinal)));

    [Fact]
    public void Everything_that_is_wrong_with_the_names_is_told_at_once_with_its_line_and_what_was_meant()
    {
        var faults = Faults("Subject: {{ scool_name }}\n\nHej\n{% for c in contacts %}{{ c.nam }} {{ c.phone | phone_lnk }}{% endfor %}\n{{ nothing_like_it }}\n{{ links.reciept }}");

        Assert.Equal(
            [
                new(WordingRule.Value, 1, "scool_name", "school_name"),
                new(WordingRule.Value, 4, "c.nam", "name"),
                new(WordingRule.Filter, 4, "phone_lnk", "phone_link"),
                new(WordingRule.Value, 5, "nothing_like_it"),
                new(WordingRule.Value, 6, "links.reciept", "receipt"),
            ],
            faults);
    }

    [Fact]
    public void A_name_is_looked_at_also_where_no_sample_leads() =>
        Assert.Contains(new(WordingRule.Value, Lines(Ours) + 1, "wether"), Faults(Ours + "\n{% if false %}{{ wether }}{% endif %}"));

    [Theory]
    [InlineData("links.no", "links.no")]
    [InlineData("links.portal", "links.portal")]
    [InlineData("contacts[0].shoe_size", "contacts[0].shoe_size")]
    [InlineData("district.coordinator_email.domain", "district.coordinator_email.domain")]
    public void A_value_of_another_kind_is_none_of_this(string name, string detail) =>
        Assert.Contains(Faults($"{Ours}\n{{{{ {name} }}}}"), f => f.Rule is WordingRule.Value && f.Detail == detail);

    [Fact]
    public void What_only_shows_when_a_value_is_left_out_is_found()
    {
        var text = Ours.Replace("{%- if contact.phone != \"\" %}", "{%- if contact.phone != \"\" and contact.title != \"\" %}", StringComparison.Ordinal);

        var fault = Assert.Single(Faults(text).DistinctBy(f => (f.Rule, f.Detail)));

        Assert.Equal((WordingRule.Needed, "contacts[].phone"), (fault.Rule, fault.Detail));
        Assert.Equal("contacts[0].title = \"\"", fault.Reason);
    }

    [Fact]
    public void What_only_fails_with_another_role_is_found()
    {
        var text = Ours + "\n{% for contact in contacts %}{% if contact.role == \"team\" %}{{ from | plus: 1 }}{% endif %}{% endfor %}";

        Assert.All(Faults(text), f => Assert.Equal((WordingRule.Renders, Lines(text)), (f.Rule, f.Line)));
        Assert.Contains(Faults(text), f => f.Detail == "contacts[0].role = \"team\"");
    }

    public static TheoryData<string, WordingRule, int?> Hostile() => new()
    {
        { "", WordingRule.Subject, 1 },
        { "Hej", WordingRule.Subject, 1 },
        { "Subject: \n\nHej", WordingRule.Subject, 1 },
        { "Subject: a\nb", WordingRule.Subject, 1 },
        { Ours + new string('x', 20_000), WordingRule.Length, null },
        { Ours + "\n\0", WordingRule.Visible, Lines(Ours) + 1 },
        { Ours + "\n\u202Efdp", WordingRule.Visible, Lines(Ours) + 1 },
        { Ours + "\n\uD800", WordingRule.Visible, Lines(Ours) + 1 },
        { Ours + "\n{% include \"_cards\" %}", WordingRule.Tag, Lines(Ours) + 1 },
        { Ours + "\n{% render \"/etc/passwd\" %}", WordingRule.Tag, Lines(Ours) + 1 },
        { Ours + "\n{% capture x %}{% endcapture %}", WordingRule.Tag, Lines(Ours) + 1 },
        { Ours + "\n{% raw %}{{ x }}{% endraw %}", WordingRule.Tag, Lines(Ours) + 1 },
        { Ours + "\n{% fro x in contacts %}", WordingRule.Tag, Lines(Ours) + 1 },
        { Ours + "\n{{ school_name", WordingRule.Liquid, null },
        { Ours + "\n{% if school_name %}", WordingRule.Liquid, Lines(Ours) + 1 },
        { Ours + "\n" + string.Concat(Enumerable.Repeat("{% if from %}", 1_000)), WordingRule.Liquid, Lines(Ours) + 1 },
        { Ours + "\n{{ " + string.Concat(Enumerable.Repeat("contacts[", 1_500)) + "0" + new string(']', 1_500) + " }}", WordingRule.Liquid, Lines(Ours) + 1 },
        { Ours + "\n{% for i in (1..1000000000) %}x{% endfor %}", WordingRule.Bounds, Lines(Ours) + 1 },
        { Ours + "\n{% for i in (1..10000) %}{% for j in (1..10000) %}{% endfor %}{% endfor %}", WordingRule.Bounds, Lines(Ours) + 1 },
        { Ours + "\n{% for i in (1..9000) %}" + new string('x', 100) + "{% endfor %}", WordingRule.Bounds, null },
        { Ours + "\n" + new string('>', 5_000) + " a", WordingRule.Bounds, null },
        { Ours + "\n\n" + string.Concat(Enumerable.Repeat("- ", 5_000)) + "a", WordingRule.Bounds, null },
        { Ours + "\n\n[a](https://elsewhere.example)", WordingRule.ForeignLink, Lines(Ours) + 2 },
        { Ours + "\n\n![a](https://elsewhere.example/x.png)", WordingRule.ForeignLink, Lines(Ours) + 2 },
        { Ours + "\n\n[a](javascript:alert)", WordingRule.ForeignLink, Lines(Ours) + 2 },
        { Ours + "\n\n    code", WordingRule.Form, null },
        { Ours + "\n\n---\n\nx", WordingRule.Form, null },
        { Ours + "\n\n`x`", WordingRule.Form, null },
        { Ours + "\n{{ contacts }}", WordingRule.Renders, null },
        { Ours + "\n{{ \"now\" | date: \"%Y\" }}", WordingRule.Filter, Lines(Ours) + 1 },
        { Ours + "\n{{ date.now }}", WordingRule.Value, Lines(Ours) + 1 },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_is_hostile_or_broken_is_refused_soon_and_in_words(string text, WordingRule rule, int? line)
    {
        var began = Stopwatch.GetTimestamp();

        var fault = Faults(text).First(f => f.Rule == rule);

        Assert.Equal(line, fault.Line);
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Raw_markup_is_no_fault_and_stays_text()
    {
        var text = Ours + "\n\n<script>alert(1)</script>";

        Assert.Equal([], Faults(text));
        var (values, links) = BuiltIn.Sample("contact-changed", "sv");
        var mail = MailTemplate.Parse("contact-changed", "sv", BuiltIn.Of("contact-changed", "sv").Source with { Text = text }).Render(values, links);
        Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<script>alert(1)</script>", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Not_more_faults_are_told_than_can_be_read() =>
        Assert.Equal(WordingCheck.MostFaults, Faults("Subject: a\n\n" + string.Concat(Enumerable.Range(0, 500).Select(n => $"{{{{ nothing{n} }}}}\n"))).Count);

    private static IReadOnlyList<WordingFault> Faults(string text) => Check.FaultsIn("contact-changed", "sv", WordingText.Normal(text));

    private static int Lines(string text) => text.Split('\n').Length;
}
