using System.Net;
using System.Text.Json;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Serving;

/// <summary>A program asks <c>notify serve</c> with a key that the command line made.</summary>
public sealed class ApiTests
{
    [Fact]
    public async Task A_key_that_was_made_opens_the_api_and_the_status_is_that_of_the_command_line()
    {
        using var city = new City();
        await city.BeginAsync("2026-03-02T10:00");
        var made = (await city.NotifyAsync("api-key", "statistics", "--json")).Ended(0).Json;
        city.Settings["Api__Keys__0"] = made.GetProperty("setting").GetString()!;
        await using var portal = await Portal.OpenAsync(city, "serve", "--now", "2026-03-02T10:00");

        var wrong = await portal.GetAsync("/api/v1/status", ("X-Api-Key", "notify_wrong"));
        var right = await portal.GetAsync("/api/v1/status", ("X-Api-Key", made.GetProperty("key").GetString()!));
        var bare = await portal.GetAsync("/api/v1/schools/%00/contacts");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (wrong.Code, right.Code));
        Assert.InRange((int)bare.Code, 400, 499);
        var (status, told) = (JsonDocument.Parse(right.Page).RootElement, await city.StatusAsync("2026-03-02T10:00"));
        foreach (var part in new[] { "notifications", "proofs", "callList", "conflicts", "trial", "districts" })
        {
            Assert.True(JsonElement.DeepEquals(told.GetProperty(part), status.GetProperty(part)), part);
        }

        Assert.DoesNotContain(made.GetProperty("key").GetString()!, city.Settings["Api__Keys__0"], StringComparison.Ordinal);
        await portal.InterruptAsync();
        (await portal.EndAsync()).Ended(0);
    }

    [Theory]
    [InlineData("de mo", "Notify.Reader")]
    [InlineData("demo", "Somebody")]
    public async Task A_name_or_role_that_no_setting_could_hold_is_refused(string name, string role)
    {
        using var city = new City();

        (await city.NotifyAsync("api-key", name, "--role", role)).Ended(2);
    }
}
