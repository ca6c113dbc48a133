using System.Text.Json;
using System.Text.Json.Nodes;
using Notify.Core.Templates;
using Xunit;

namespace Notify.Core.Tests.Templates;

public sealed class MailRendererTests
{
    private static readonly BuiltInTemplates Renderer = new();

    /// <summary>What a kind is given with its record but has no use for.</summary>
    private static readonly HashSet<string> Unused = new(StringComparer.Ordinal)
    {
        "contact-changed told_on",
        "contact-fallback told_on",
        "contact-introduced told_on",
        "contact-introduced former",
        "forum-cancelled news",
        "forum-invitation news",
        "forum-withdrawn news",
        "material-reminder is_welcome",
        "material-reminder answer_by",
    };

    public static TheoryData<string, string> Mails => GoldenMailTests.Mails();

    [Fact]
    public void Every_contact_mail_of_the_contract_has_a_template() =>
        Assert.Superset(
            new HashSet<string>(
                ["contact-assigned", "contact-changed", "contact-fallback", "contact-introduced", "contact-missing", "contact-receipt-reminder"]),
            new HashSet<string>(Renderer.Kinds));

    [Theory]
    [MemberData(nameof(Mails))]
    public void Every_kind_exists_in_both_languages_with_a_sample(string kind, string language)
    {
        var (values, links) = Renderer.Sample(kind, language);

        Assert.Matches("^[a-z2-7]{26}$", Renderer.Of(kind, language).Version);
        Assert.NotEmpty(Renderer.Of(kind, language).Render(values, links).Subject);
        Assert.DoesNotMatch(@"@(?!stad\.example)", values.ToString());
    }

    [Fact]
    public void An_unknown_kind_or_language_is_not_found()
    {
        Assert.Throws<KeyNotFoundException>(() => Renderer.Of("no-such-kind", "sv").Version);
        Assert.Throws<KeyNotFoundException>(() => Renderer.Sample("contact-changed", "fi"));
    }

    [Theory]
    [MemberData(nameof(Mails))]
    public void A_value_that_is_missing_fails_the_mail(string kind, string language)
    {
        var (values, links) = Renderer.Sample(kind, language);
        foreach (var name in values.EnumerateObject().Select(value => value.Name))
        {
            var without = JsonObject.Create(values)!;
            without.Remove(name);
            if (!Unused.Contains($"{kind} {name}"))
            {
                Assert.Throws<TemplateException>(() => Renderer.Of(kind, language).Render(Element(without), links));
            }
        }
    }

    [Theory]
    [InlineData("agreement-reminder", "agreements", "title")]
    [InlineData("agreement-reminder", "agreements", "stage")]
    [InlineData("agreement-reminder", "agreements", "document")]
    [InlineData("agreement-escalated", "agreements", "unchanged")]
    [InlineData("agreement-conflict", "agreements", "registered")]
    [InlineData("agreement-review", "materials", "link")]
    [InlineData("contact-changed", "contacts", "role")]
    [InlineData("contact-changed", "contacts", "name")]
    [InlineData("contact-changed", "contacts", "title")]
    [InlineData("contact-changed", "contacts", "email")]
    [InlineData("contact-changed", "contacts", "phone")]
    [InlineData("contact-changed", "contacts", "is_new")]
    [InlineData("contact-changed", "former", "name")]
    [InlineData("contact-changed", "former", "role")]
    [InlineData("contact-assigned", "added", "name")]
    [InlineData("contact-assigned", "removed", "principal")]
    [InlineData("contact-assigned", "removed", "phone")]
    [InlineData("contact-missing", "schools", "code")]
    [InlineData("contact-missing", "schools", "lost")]
    [InlineData("contact-missing", "schools", "fallback_on")]
    public void A_value_that_is_missing_or_null_within_a_list_fails_the_mail(string kind, string list, string name)
    {
        var (values, links) = Renderer.Sample(kind, "sv");
        var without = JsonObject.Create(values)!;
        without[list]![0]!.AsObject().Remove(name);
        var withNull = JsonObject.Create(values)!;
        withNull[list]![0]![name] = null;

        Assert.Throws<TemplateException>(() => Renderer.Of(kind, "sv").Render(Element(without), links));
        Assert.Throws<TemplateException>(() => Renderer.Of(kind, "sv").Render(Element(withNull), links));
    }

    [Theory]
    [InlineData("from", "\"2026-13-01\"")]
    [InlineData("school_name", "{\"a\":1}")]
    [InlineData("school_name", "[\"a\"]")]
    [InlineData("contacts", "\"Maria\"")]
    [InlineData("district", "\"Bromma\"")]
    public void A_value_of_the_wrong_form_fails_the_mail(string name, string json)
    {
        var (values, links) = Renderer.Sample("contact-changed", "sv");
        var wrong = JsonObject.Create(values)!;
        wrong[name] = JsonNode.Parse(json);

        var error = Assert.Throws<TemplateException>(() => Renderer.Of("contact-changed", "sv").Render(Element(wrong), links));

        Assert.Equal(("contact-changed", "sv"), (error.Kind, error.Language));
    }

    [Fact]
    public void Values_that_are_no_object_fail_the_mail()
    {
        var (_, links) = Renderer.Sample("contact-changed", "sv");

        Assert.Throws<TemplateException>(() => Renderer.Of("contact-changed", "sv").Render(Element(new JsonArray()), links));
        Assert.Throws<TemplateException>(() => Renderer.Of("contact-changed", "sv").Render(default, links));
    }

    [Fact]
    public void The_same_values_give_the_same_mail_from_any_thread()
    {
        var (values, links) = Renderer.Sample("contact-changed", "sv");
        var first = Renderer.Of("contact-changed", "sv").Render(values, links);
        var mails = new RenderedMail[500];

        Parallel.For(0, mails.Length, index => mails[index] = Renderer.Of("contact-changed", "sv").Render(values, links));

        Assert.All(mails, mail => Assert.Equal(first, mail));
    }

    private static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node);
}
