using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Web.Access;

/// <summary>Marks a route that everyone may use. What is not marked is the portal's.</summary>
public sealed class OpenRoute
{
    /// <summary>The mark.</summary>
    public static OpenRoute Mark { get; } = new();
}

/// <summary>Marks a route that is of the whole municipality: only who has all districts may use it.</summary>
public sealed class WholeCityRoute
{
    /// <summary>The mark.</summary>
    public static WholeCityRoute Mark { get; } = new();
}

/// <summary>Marks a route whose item has districts that do not stand in the address: it looks itself whether the person may act in them.</summary>
public sealed class OwnScopeRoute
{
    /// <summary>The mark.</summary>
    public static OwnScopeRoute Mark { get; } = new();
}

/// <summary>Marks routes.</summary>
public static class RouteMarks
{
    /// <summary>Only who has all districts may use the route.</summary>
    public static TBuilder RequireWholeCity<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(WholeCityRoute.Mark);

    /// <summary>The route looks itself at the districts in which the person may act; the gate asks only that there is one.</summary>
    public static TBuilder JudgesScope<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(OwnScopeRoute.Mark);
}

/// <summary>
/// Lets in to the portal whom <see cref="PortalOptions.Auth"/> says. Without the platform's sign-in only this machine is answered, and
/// only by its own name: otherwise a foreign web page could reach the portal through a name that it points here (DNS rebinding).
/// Whose roles are limited to some districts is refused every address that names another. A program with a key is let in to the routes
/// of programs from anywhere; a key that is wrong is refused whoever else is signed in.
/// </summary>
public sealed class PortalGate(RequestDelegate next, PortalOptions options, KeyHolders keys)
{
    private static readonly string[] LocalNames = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly string[] ForwardingHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"];

    /// <summary>Refuses, or goes on.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<OpenRoute>() is not null)
        {
            await next(http);
        }
        else if (ApiRoute.IsAsked(http))
        {
            await PassAsync(http, KeyHolders.IsAsked(http.Request) ? keys.Find(http.Request) : UserOf(http), () => Problem.Unknown(http).ExecuteAsync(http));
        }
        else if (options.Auth == PortalOptions.Platform && ClientPrincipal.Read(http.Request) is null && IsSafe(http))
        {
            var path = http.Request.Path.ToUriComponent() + http.Request.QueryString.ToUriComponent();
            http.Response.Redirect($"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(path.StartsWith("//", StringComparison.Ordinal) ? "/" : path)}");
        }
        else
        {
            await PassAsync(http, UserOf(http), () => Refusals.ForbiddenAsync(http));
        }
    }

    private async Task PassAsync(HttpContext http, PortalUser? user, Func<Task> refuseUnknown)
    {
        if (user is null)
        {
            await refuseUnknown();
        }
        else if (MayPass(http, user))
        {
            http.Features.Set(user);
            await next(http);
        }
        else
        {
            await Refusals.ForbiddenAsync(http);
        }
    }

    private PortalUser? UserOf(HttpContext http) =>
        options.Auth == PortalOptions.Platform ? ClientPrincipal.Read(http.Request) is { } principal ? PortalUser.Of(principal, options) : null
        : IsLocal(http) ? PortalUser.Local
        : null;

    /// <summary>Who changes something that is of no one district must be coordinator of all.</summary>
    private static bool MayPass(HttpContext http, PortalUser user)
    {
        var scope = IsSafe(http) ? user.Reads : user.Acts;
        var districts = DistrictsOf(http).ToList();
        var marks = http.GetEndpoint()?.Metadata;
        var isOfAll = marks?.GetMetadata<WholeCityRoute>() is not null || (!IsSafe(http) && districts.Count == 0 && marks?.GetMetadata<OwnScopeRoute>() is null);
        return isOfAll ? scope.IsAll : !scope.IsEmpty && districts.All(scope.Includes);
    }

    /// <summary>The districts that the address names. What cannot be read is left to the page, which finds nothing there.</summary>
    private static IEnumerable<DistrictCode> DistrictsOf(HttpContext http)
    {
        if (DistrictCode.TryParse(http.GetRouteValue("district") as string, out var district))
        {
            yield return district;
        }

        if (NotificationId.TryParse(http.GetRouteValue("id") as string, out var id))
        {
            yield return id.District;
        }

        foreach (var text in http.Request.Query["district"])
        {
            if (DistrictCode.TryParse(text?.Trim(), out var asked))
            {
                yield return asked;
            }
        }
    }

    private static bool IsSafe(HttpContext http) => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);

    private static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && LocalNames.Contains(http.Request.Host.Host, StringComparer.OrdinalIgnoreCase)
        && !ForwardingHeaders.Any(http.Request.Headers.ContainsKey);
}
