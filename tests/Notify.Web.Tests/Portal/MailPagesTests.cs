using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Portal;

public sealed class MailPagesTests
{
    [Fact]
    public async Task A_mail_is_shown_as_it_reads_but_without_the_link_that_only_the_school_may_use()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        var token = world.LinkOfLastMail();
        var id = world.Transport.Calls.Last(m => m.Kind == "contact-changed").Id;

        var page = await world.Browser().GetAsync($"/notifications/{id}");
        var mail = await world.Browser().GetAsync($"/notifications/{id}/html");

        Assert.Contains("Berit", page.Document.QuerySelector("pre.mail")!.TextContent);
        Assert.Equal($"/notifications/{id}/html", page.Document.QuerySelector("iframe[sandbox='']")!.GetAttribute("src"));
        Assert.Contains("rektor@skola98000001.example", page.Text);
        Assert.Contains("Berit", mail.Html);
        Assert.DoesNotContain(token[..20], page.Html + mail.Html);
        var policy = mail.Response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("unsafe-inline", policy);
        Assert.Contains("sandbox", policy);
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("?kind=contact-changed", 1)]
    [InlineData("?state=accepted&district=BROMMA", 3)]
    [InlineData("?state=failed", 0)]
    [InlineData("?q=REKTOR@skola98000001", 1)]
    public async Task The_list_of_mails_is_filtered_by_its_address(string query, int rows)
    {
        await using var world = await Cities.ToldOfBeritAsync();

        Assert.Equal(rows, (await world.Browser().GetAsync("/notifications" + query)).Document.QuerySelectorAll("tbody tr").Length);
    }
}
