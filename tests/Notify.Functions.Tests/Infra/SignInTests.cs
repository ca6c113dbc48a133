using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Notify.Functions.Tests.World;
using Notify.Web;
using Notify.Web.Access;
using Xunit;

namespace Notify.Functions.Tests.Infra;

/// <summary>The platform lets pass without signing in what Notify.Web has marked as open, and nothing else.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_sign_in()
    {
        var rule = (await ReadAsync())["globalValidation"]!;

        Assert.True(rule["requireAuthentication"]!.GetValue<bool>());
        Assert.Equal("RedirectToLoginPage", ArmTemplate.Text(rule["unauthenticatedClientAction"]));
        Assert.Equal("azureactivedirectory", ArmTemplate.Text(rule["redirectToProvider"]));
    }

    [Fact]
    public async Task The_open_paths_are_those_of_the_open_routes()
    {
        await using var app = Web();
        var open = Routes(app).Where(IsOpen).Select(Pattern).Distinct();

        Assert.Equal(open.Order(StringComparer.Ordinal), (await ExcludedAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_route_of_the_portal_lies_under_an_open_path()
    {
        await using var app = Web();
        var excluded = await ExcludedAsync();
        var portal = Routes(app).Where(r => !IsOpen(r)).Select(r => "/" + r.RoutePattern.RawText!.TrimStart('/')).ToList();

        Assert.Contains("/", portal);
        Assert.DoesNotContain(portal, path => excluded.Any(e => e.EndsWith('*') ? path.StartsWith(e[..^1], StringComparison.OrdinalIgnoreCase) : path == e));
    }

    [Fact]
    public async Task Signing_in_needs_no_secret()
    {
        var entra = (await ReadAsync())["identityProviders"]!["azureActiveDirectory"]!["registration"]!;

        // The name of the setting is the platform's word for "by the identity that it holds".
        Assert.Equal("OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", ArmTemplate.Text(entra["clientSecretSettingName"]));
        Assert.Equal(["clientId", "clientSecretSettingName", "openIdIssuer"], entra.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
    }

    private static async Task<JsonObject> ReadAsync() => (await ArmTemplate.ReadAsync()).SiteConfig("authsettingsV2");

    private static async Task<IReadOnlyList<string>> ExcludedAsync() =>
        [.. (await ReadAsync())["globalValidation"]!["excludedPaths"]!.AsArray().Select(ArmTemplate.Text)];

    private static IEnumerable<RouteEndpoint> Routes(WebApplication app) =>
        ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();

    private static bool IsOpen(RouteEndpoint route) => route.Metadata.GetMetadata<OpenRoute>() is not null;

    /// <summary>The platform knows a path, or the beginning of one and a star.</summary>
    private static string Pattern(RouteEndpoint route)
    {
        var parts = route.RoutePattern.RawText!.Trim('/').Split('/');
        return parts.Length > 1 ? $"/{parts[0]}/*" : $"/{parts[0]}";
    }

    private static WebApplication Web()
    {
        var app = AzureApp.Compose().Build();
        app.MapNotify();
        return app;
    }
}
