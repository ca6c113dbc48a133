using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Notify.Web.Access;

namespace Notify.Web.Api;

/// <summary>
/// Refuses what a page of another site could have made a browser send. A browser sends such a page's forms with our cookie, but JSON, or a
/// header of ours, only after asking us, and we never say yes.
/// </summary>
public static class JsonPost
{
    private const int MostBytes = 1_024;

    /// <summary>The route takes no body, or an empty JSON object; and that by the type of JSON, unless a key is borne.</summary>
    public static TBuilder RequireJson<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder =>
        route.AddEndpointFilter(async (context, next) => await RefusalOf(context.HttpContext) ?? await next(context));

    private static async Task<IResult?> RefusalOf(HttpContext http)
    {
        if (!http.Request.HasJsonContentType() && !(KeyHolders.IsAsked(http.Request) && http.Request.ContentType is null))
        {
            return Problem.Of(http, StatusCodes.Status415UnsupportedMediaType, "Send the header Content-Type: application/json, with no body or {}.");
        }

        var body = new byte[MostBytes + 1];
        var length = await http.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, http.RequestAborted);
        return length > MostBytes ? Problem.Of(http, StatusCodes.Status413PayloadTooLarge, "The body is too large; send none, or {}.")
            : length == 0 || IsEmptyObject(body.AsMemory(0, length)) ? null
            : Problem.BadRequest(http, "The body is not an empty JSON object; send none, or {}.");
    }

    private static bool IsEmptyObject(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && !json.RootElement.EnumerateObject().Any();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
