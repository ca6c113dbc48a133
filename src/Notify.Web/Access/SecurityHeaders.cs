using Microsoft.AspNetCore.Http;

namespace Notify.Web.Access;

/// <summary>Headers that every response carries, errors included. A route that needs another value sets it; it is then left alone.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private static readonly (string Name, string Value)[] Headers =
    [
        ("Content-Security-Policy", PolicyWith("")),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("X-Robots-Tag", "noindex, nofollow"),
    ];

    /// <summary>The policy of a page.</summary>
    /// <param name="styles">Sources of styles besides our own; may be empty.</param>
    public static string PolicyWith(string styles) =>
        $"default-src 'none'; style-src 'self'{(styles.Length > 0 ? " " : "")}{styles}; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds them just before the response starts, whatever was done to it on the way.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(Add, http.Response);
        return next(http);
    }

    private static Task Add(object state)
    {
        var response = (HttpResponse)state;
        foreach (var (name, value) in Headers)
        {
            response.Headers.TryAdd(name, value);
        }

        // Says that a script of Blazor, which there is none of, may load pages in parts.
        response.Headers.Remove("blazor-enhanced-nav");

        // Antiforgery sets a weaker value; only what says "public" is no personal page.
        if (!response.Headers.CacheControl.ToString().StartsWith("public", StringComparison.Ordinal))
        {
            response.Headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
