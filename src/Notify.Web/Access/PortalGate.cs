using System.Net;
using Microsoft.AspNetCore.Http;
using Notify.Web.Layout;

namespace Notify.Web.Access;

/// <summary>Marks a route that everyone may use. What is not marked is the portal's.</summary>
public sealed class OpenRoute
{
    /// <summary>The mark.</summary>
    public static OpenRoute Mark { get; } = new();
}

/// <summary>
/// Lets in to the portal whom <see cref="PortalOptions.Auth"/> says. Without the platform's sign-in only this machine is answered, and
/// only by its own name: otherwise a foreign web page could reach the portal through a name that it points here (DNS rebinding).
/// </summary>
public sealed class PortalGate(RequestDelegate next, PortalOptions options)
{
    private static readonly string[] LocalNames = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly string[] ForwardingHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"];

    /// <summary>Refuses, or goes on.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        var isOpen = http.GetEndpoint()?.Metadata.GetMetadata<OpenRoute>() is not null;
        if (isOpen)
        {
            await next(http);
        }
        else if (options.Auth == PortalOptions.Platform)
        {
            await PlatformAsync(http);
        }
        else if (IsLocal(http))
        {
            await next(http);
        }
        else
        {
            await MessagePages.ForbiddenAsync(http);
        }
    }

    private async Task PlatformAsync(HttpContext http)
    {
        var isSafe = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var principal = ClientPrincipal.Read(http.Request);
        if (principal is null && isSafe)
        {
            var path = http.Request.Path.ToUriComponent() + http.Request.QueryString.ToUriComponent();
            http.Response.Redirect($"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(path.StartsWith("//", StringComparison.Ordinal) ? "/" : path)}");
        }
        else if (principal is not null && (isSafe ? principal.MayRead : principal.MayAct))
        {
            http.Features.Set(principal);
            await next(http);
        }
        else
        {
            await MessagePages.ForbiddenAsync(http);
        }
    }

    private static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && LocalNames.Contains(http.Request.Host.Host, StringComparer.OrdinalIgnoreCase)
        && !ForwardingHeaders.Any(http.Request.Headers.ContainsKey);
}
