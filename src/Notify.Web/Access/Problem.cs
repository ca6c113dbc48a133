using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Notify.Web.Access;

/// <summary>What a program is told that does not get what it asked for (RFC 9457).</summary>
/// <param name="Type">Always <c>about:blank</c>: the status says what kind of problem it is.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Detail">What is wrong with this request, and what to do.</param>
/// <param name="Instance">The path that was asked for.</param>
public sealed record Problem(string Type, string Title, int Status, string Detail, string Instance)
{
    /// <summary>The media type of a problem.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>The problem as an answer.</summary>
    public static JsonHttpResult<Problem> Of(HttpContext http, int status, string detail) => TypedResults.Json(
        new Problem("about:blank", ReasonPhrases.GetReasonPhrase(status), status, detail, http.Request.Path.ToUriComponent()),
        ProblemJson.Default.Problem, MediaType, status);

    /// <summary>The request makes no sense.</summary>
    public static JsonHttpResult<Problem> BadRequest(HttpContext http, string detail) => Of(http, StatusCodes.Status400BadRequest, detail);

    /// <summary>There is no such thing.</summary>
    public static JsonHttpResult<Problem> NotFound(HttpContext http, string detail) => Of(http, StatusCodes.Status404NotFound, detail);

    /// <summary>Nobody is known to ask. A wrong key is told no more than none.</summary>
    public static JsonHttpResult<Problem> Unknown(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = $"ApiKey realm=\"Notify\", Bearer";
        return Of(http, StatusCodes.Status401Unauthorized, "Send a valid key in the header X-Api-Key, or sign in through the platform.");
    }

    /// <summary>Who asks may not.</summary>
    public static JsonHttpResult<Problem> Forbidden(HttpContext http) =>
        Of(http, StatusCodes.Status403Forbidden, "Your key or role does not give this, or not in this district.");
}

/// <summary>How problems are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Problem))]
public sealed partial class ProblemJson : JsonSerializerContext;
