using Microsoft.AspNetCore.Http;

namespace Notify.Web.Access;

/// <summary>Marks a route that programs use: whoever is refused there gets a problem in JSON, never a page or the way to a sign-in.</summary>
public sealed class ApiRoute
{
    /// <summary>Where the routes are.</summary>
    public const string Path = "/api";

    /// <summary>The mark.</summary>
    public static ApiRoute Mark { get; } = new();

    /// <summary>Whether a program asks.</summary>
    public static bool IsAsked(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<ApiRoute>() is not null || http.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);
}
