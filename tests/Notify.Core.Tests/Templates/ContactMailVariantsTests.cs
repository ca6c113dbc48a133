using AngleSharp.Html.Parser;
using Notify.Core.Contacts;
using Notify.Core.Templates;
using Xunit;

namespace Notify.Core.Tests.Templates;

/// <summary>The mails read right for every kind of contact, for one and for many, and when something is not known.</summary>
public sealed class ContactMailVariantsTests
{
    private static readonly BuiltInTemplates Renderer = new();
    private static readonly MailDistrict District = new("Bromma", "samordnare@stad.example");
    private static readonly MailContact Maria = new("primary", "person", "Maria Ek", "socialsekreterare", "maria@stad.example", "08-508 00 001", true);
    private static readonly MailContact Amir = new("deputy", "person", "Amir Ali", "", "amir@stad.example", "", false);

    private static readonly Dictionary<string, Uri> Links = new()
    {
        ["receipt"] = new("https://notify.example/r/abc_DEF-123"),
        ["portal"] = new("https://notify.example/contacts"),
    };

    [Theory]
    [InlineData("primary", "person", "Hej! Från och med tisdag 7 april 2026 är Maria Ek ordinarie kontakt i socialtjänsten i Bromma för er på Alskolan.")]
    [InlineData("primary", "function", "Hej! Från och med tisdag 7 april 2026 är Maria Ek ordinarie kontakt i socialtjänsten i Bromma för er på Alskolan.")]
    [InlineData("deputy", "person", "Hej! Från och med tisdag 7 april 2026 finns Maria Ek som ersättare för er på Alskolan, när den ordinarie kontakten i socialtjänsten i Bromma inte är på plats.")]
    [InlineData("team", "function", "Hej! Från och med tisdag 7 april 2026 har ni på Alskolan Maria Ek som skolsocialt team i Bromma.")]
    [InlineData("team", "person", "Hej! Från och med tisdag 7 april 2026 når ni på Alskolan det skolsociala teamet i Bromma genom Maria Ek.")]
    [InlineData("fallback", "function", "Hej! Från och med tisdag 7 april 2026 vänder ni på Alskolan er till Maria Ek i socialtjänsten i Bromma.")]
    public void One_new_contact_is_named_by_role(string role, string kind, string opening) =>
        Assert.Equal(opening, FirstLine(Changed([Maria with { Role = role, Kind = kind }, Amir], [])));

    [Theory]
    [InlineData("primary", "person", "Eva Ström är inte längre er ordinarie kontakt.")]
    [InlineData("deputy", "person", "Eva Ström är inte längre ersättare.")]
    [InlineData("team", "person", "Eva Ström är inte längre er kontakt i det skolsociala teamet.")]
    [InlineData("team", "function", "Eva Ström är inte längre ert skolsociala team.")]
    [InlineData("fallback", "function", "Ni behöver inte längre gå genom Eva Ström.")]
    public void One_who_left_is_named_by_role(string role, string kind, string sentence) =>
        Assert.EndsWith(" " + sentence, FirstLine(Changed([Maria], [new(role, kind, "Eva Ström")])), StringComparison.Ordinal);

    [Fact]
    public void Several_new_contacts_are_told_as_several()
    {
        var mail = Changed([Maria, Amir with { IsNew = true }], [new("primary", "person", "Eva Ström"), new("deputy", "person", "Bo Ö")]);

        Assert.Equal("Nya kontakter i socialtjänsten för Alskolan", mail.Subject);
        Assert.Equal(
            "Hej! Från och med tisdag 7 april 2026 har ni på Alskolan nya kontakter i socialtjänsten i Bromma. Eva Ström är inte längre er ordinarie kontakt. Bo Ö är inte längre ersättare.",
            FirstLine(mail));
    }

    [Fact]
    public void When_someone_only_leaves_nobody_is_called_new()
    {
        var mail = Changed([Maria with { IsNew = false }], [new("deputy", "person", "Amir Ali")]);

        Assert.Equal("Ändring av er kontakt i socialtjänsten för Alskolan", mail.Subject);
        Assert.Equal(
            "Hej! Från och med tisdag 7 april 2026 har ni på Alskolan en kontakt mindre i socialtjänsten i Bromma. Amir Ali är inte längre ersättare. I övrigt är allt som förut.",
            FirstLine(mail));
        Assert.DoesNotContain("nytt", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_of_a_contact_leaves_no_trace()
    {
        var mail = Changed([Amir with { Role = "primary", IsNew = true }], []);

        Assert.Contains("  Amir Ali\n  Ordinarie kontakt\n  E-post: amir@stad.example\n\n", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Telefon", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contact-changed")]
    [InlineData("contact-introduced")]
    [InlineData("contact-fallback")]
    [InlineData("contact-receipt-reminder")]
    public void Telephones_addresses_and_links_stand_verbatim_in_both_parts(string kind)
    {
        var odd = Maria with { Phone = "+46 (0)8-508 00 001 ankn. 7", Email = "o'neil_x+1@stad.example" };
        var mail = Render(kind, [Maria, odd, Amir with { Phone = "08-508 00 002" }], [], "2026-03-31");
        var page = new HtmlParser().ParseDocument(mail.Html);

        foreach (var verbatim in (string[])["08-508 00 001", "08-508 00 002", odd.Phone, Maria.Email, odd.Email, Amir.Email, District.CoordinatorEmail])
        {
            Assert.Contains(verbatim, mail.Text, StringComparison.Ordinal);
            Assert.Contains(verbatim, page.Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.Contains($"\n{Links["receipt"]}\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Links["receipt"]}\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"tel:+46850800001\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"mailto:maria@stad.example\"", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("08-508 00 001", "tel:+46850800001")]
    [InlineData("+46 (0)8-508 00 001", "tel:+46850800001")]
    [InlineData("+46 8 508 00 001", "tel:+46850800001")]
    [InlineData("0046 (0)8 508 00 001", "tel:0046850800001")]
    [InlineData("(08) 508 00 001", "tel:+46850800001")]
    [InlineData("070–123 45 67", "tel:+46701234567")]
    public void A_number_can_be_dialled_however_it_is_written(string number, string link)
    {
        var mail = Changed([Maria with { Phone = number }], []);

        Assert.Contains($"Telefon: {number}\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{link}\"", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0, "Ny skola som vänder sig hit: Skola 1")]
    [InlineData(166, 0, "166 nya skolor vänder sig hit")]
    [InlineData(0, 1, "Skola 1 vänder sig inte längre hit")]
    [InlineData(0, 2, "2 skolor vänder sig inte längre hit")]
    [InlineData(1, 1, "Ändring: skolorna som vänder sig hit")]
    public void A_contact_hears_of_one_school_or_of_all_of_them(int added, int removed, string subject)
    {
        var mail = Renderer.Of("contact-assigned", "sv").Render(MailValues.Of(new ContactAssignedMail(District, "Maria Ek", Schools(added), Schools(removed), added)), Links);

        Assert.Equal(subject, mail.Subject);
        Assert.Equal(added + removed, new HtmlParser().ParseDocument(mail.Html).QuerySelectorAll("li").Length);
        Assert.Equal(added + removed, mail.Text.Split('\n').Count(line => line.StartsWith("- Skola ", StringComparison.Ordinal)));
        Assert.DoesNotContain("\n\n\n", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_coordinator_hears_of_one_school_without_what_is_not_known()
    {
        var values = new ContactMissingMail(District, [new("98000001", "Alskolan", "", [], "2026-04-09")], "Mottagningen");

        var mail = Renderer.Of("contact-missing", "sv").Render(MailValues.Of(values), Links);

        Assert.Equal("Alskolan har ingen kontakt i socialtjänsten", mail.Subject);
        Assert.Contains("- Alskolan (kod 98000001)\n  Besked till skolan: torsdag 9 april 2026\n\n", mail.Text, StringComparison.Ordinal);
    }

    private static MailSchool[] Schools(int count) =>
        [.. Enumerable.Range(1, count).Select(number => new MailSchool($"Skola {number}", "primary", "", ""))];

    private static string FirstLine(RenderedMail mail) => mail.Text.Split('\n')[0];

    private static RenderedMail Changed(IReadOnlyList<MailContact> contacts, IReadOnlyList<MailFormerContact> former) =>
        Render("contact-changed", contacts, former, "");

    private static RenderedMail Render(string kind, IReadOnlyList<MailContact> contacts, IReadOnlyList<MailFormerContact> former, string toldOn) =>
        Renderer.Of(kind, "sv").Render(MailValues.Of(new SchoolContactsMail(District, "Alskolan", contacts, former, "2026-04-07", toldOn)), Links);
}
