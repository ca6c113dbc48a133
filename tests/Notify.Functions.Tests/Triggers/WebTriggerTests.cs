using System.Net;
using System.Text;
using Microsoft.Azure.Functions.Worker;
using Notify.Core.Access;
using Notify.Core.Contacts;
using Notify.Core.Register;
using Notify.Functions.Tests.Infra;
using Notify.Functions.Tests.World;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Functions.Tests.Triggers;

/// <summary>The whole web behind the one HTTP function.</summary>
public sealed class WebTriggerTests
{
    private const string Public = "https://notify.stad.example";

    [Fact]
    public async Task One_function_takes_every_path_and_every_method_and_the_platform_does_not_ask_for_a_key()
    {
        var trigger = FunctionsOfTheApp.Only<HttpTriggerAttribute>();

        Assert.Equal(("{*path}", AuthorizationLevel.Anonymous), (trigger.Route, trigger.AuthLevel));
        Assert.Empty(trigger.Methods);
        Assert.Equal("", HostFile.At("extensions", "http", "routePrefix").GetValue<string>());

        // Otherwise the platform answers "/" itself.
        Assert.Equal("true", ArmTemplate.Text((await ArmTemplate.ReadAsync()).AppSettings()["AzureWebJobsDisableHomepage"]));
    }

    [Fact]
    public async Task The_portal_opens_to_who_has_signed_in_and_has_a_role_and_to_nobody_else()
    {
        await using var app = await AzureApp.StartAsync(new("2026-03-02T10:00", new InMemoryRecordStore()));
        await app.ImportAsync(City);
        var browser = new Browser(app.Server, new Uri(Public));

        var unknown = await browser.GetAsync("/");
        Assert.Equal(HttpStatusCode.Found, unknown.Status);
        Assert.StartsWith("/.auth/login/aad", unknown.Response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await SignedIn(app, "Somebody.Else").GetAsync("/")).Status);
        var overview = await SignedIn(app, "Notify.Reader").GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, overview.Status);
        Assert.Contains("BROMMA", overview.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/healthz", HttpStatusCode.OK)]
    [InlineData("/r/nonsense", HttpStatusCode.NotFound)]
    [InlineData("/accessibility", HttpStatusCode.OK)]
    [InlineData("/privacy", HttpStatusCode.OK)]
    public async Task The_open_pages_answer_without_signing_in(string path, HttpStatusCode expected)
    {
        await using var app = await AzureApp.StartAsync(new("2026-03-02T10:00", new InMemoryRecordStore()));

        Assert.Equal(expected, (await new Browser(app.Server, new Uri(Public)).GetAsync(path)).Status);
    }

    [Fact]
    public async Task The_api_answers_a_key_and_an_app_with_a_role_and_leads_nobody_to_a_sign_in()
    {
        await using var app = await AzureApp.StartAsync(
            new("2026-03-02T10:00", new InMemoryRecordStore()), ("Api:Keys", $"statistics=Notify.Reader={ApiKey.HashOf("key")}"));
        await app.ImportAsync(City);
        var browser = new Browser(app.Server, new Uri(Public));
        var keyed = new HttpRequestMessage(HttpMethod.Get, Public + "/api/v1/schools/98000001/contacts") { Headers = { { "X-Api-Key", "key" } } };

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/status")).Status);
        Assert.Contains("anna", (await browser.SendAsync(keyed)).Body, StringComparison.Ordinal);
        Assert.Contains("\"BROMMA\"", (await SignedIn(app, "Notify.Reader").GetAsync("/api/v1/status")).Body, StringComparison.Ordinal);
        var description = await browser.GetAsync("/openapi/v1.json");
        Assert.Contains("/api/v1/notifications/{id}/retry", description.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"/{path}\"", description.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_without_a_signature_is_refused()
    {
        await using var app = await AzureApp.StartAsync(
            new("2026-03-02T10:00", new InMemoryRecordStore()), ("Mail:SendGrid:WebhookPublicKey", SettingTests.WebhookKey));
        var request = new HttpRequestMessage(HttpMethod.Post, Public + "/hooks/sendgrid") { Content = new StringContent("[]", Encoding.UTF8, "application/json") };

        Assert.Equal(HttpStatusCode.Forbidden, (await new Browser(app.Server, new Uri(Public)).SendAsync(request)).Status);
    }

    [Fact]
    public async Task The_link_of_a_mail_opens_in_another_instance_and_its_button_confirms()
    {
        var outside = new Outside("2026-03-02T10:00", new InMemoryRecordStore());
        await using var first = await AzureApp.StartAsync(outside);
        await using var second = await AzureApp.StartAsync(outside);
        await first.ImportAsync(City);
        await Work.UntilQuietAsync(outside, first);
        await first.ImportAsync(City.Replace("anna", "berit"));
        outside.Clock.Advance(TimeSpan.FromMinutes(20));
        await Work.UntilQuietAsync(outside, first);
        var text = outside.Transport.Calls.Single(m => m.Kind == ContactKinds.Changed).Content.Text;
        var link = new Uri(new string([.. text[text.IndexOf(Public + "/r/", StringComparison.Ordinal)..].TakeWhile(c => !char.IsWhiteSpace(c) && c is not ('>' or ')'))]));

        var browser = new Browser(second.Server, new Uri(Public));
        var bare = await browser.PostAsync(link.PathAndQuery, new Dictionary<string, string> { ["do"] = "confirm" });
        var posted = await browser.PressAsync(await browser.GetAsync(link.PathAndQuery), "confirm");

        Assert.Equal(HttpStatusCode.BadRequest, bare.Status);
        Assert.Equal(HttpStatusCode.SeeOther, posted.Status);
        var bromma = await first.Get<ContactsReader>().ReadAsync(DistrictCode.Parse("BROMMA"), TestContext.Current.CancellationToken);
        Assert.True(bromma!.Schools.Single().IsConfirmed);
    }

    /// <summary>The browser of somebody whom the platform knows, in that role.</summary>
    internal static Browser SignedIn(AzureApp app, string role)
    {
        var principal = $$"""{"auth_typ":"aad","name_typ":"name","role_typ":"roles","claims":[{"typ":"name","val":"Sam Ordnare"},{"typ":"roles","val":"{{role}}"}]}""";
        return new(app.Server, new Uri(Public)) { Principal = Convert.ToBase64String(Encoding.UTF8.GetBytes(principal)) };
    }

    private static RegisterBuilder City => RegisterBuilder.City().District("BROMMA").School("98000001").Contact("anna").Contact("berit").Assign("anna");
}
