using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Web.Access;

namespace Notify.Web.Layout;

/// <summary>The one stylesheet, an embedded resource behind a route, so that it works in every host. Its address changes with its content.</summary>
public static class Stylesheet
{
    private static readonly byte[] Content = Read();

    /// <summary>Where it is.</summary>
    public static string Url { get; } = $"/assets/notify-{Convert.ToHexStringLower(SHA256.HashData(Content))[..16]}.css";

    /// <summary>What it says, for a document that stands alone.</summary>
    public static string Text { get; } = Encoding.UTF8.GetString(Content);

    /// <summary>Maps it.</summary>
    public static void MapStylesheet(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(Url, ["GET", "HEAD"], (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Bytes(Content, "text/css; charset=utf-8");
        }).WithMetadata(OpenRoute.Mark);

    private static byte[] Read()
    {
        var assembly = typeof(Stylesheet).Assembly;
        var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith(".notify.css", StringComparison.Ordinal));
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
