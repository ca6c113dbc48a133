using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Notify.Web.Access;

namespace Notify.Web.Api;

/// <summary>Maps routes for programs, so that each answers what it is, refuses what it does not know, and stands in the OpenAPI document.</summary>
public static class ApiRoutes
{
    /// <summary>Maps a route that looks.</summary>
    /// <typeparam name="T">What it answers with.</typeparam>
    public static void Get<T>(this IEndpointRouteBuilder api, string pattern, ApiOperation operation, Delegate handler)
    {
        api.MapGet(pattern, handler).With<T>(pattern, operation).WithName(operation.Id);

        // The document tells of no HEAD: it would have to have a name of its own.
        api.MapMethods(pattern, [HttpMethods.Head], handler).With<T>(pattern, operation).ExcludeFromDescription();
        api.RefuseOtherMethods(pattern, "GET, HEAD");
    }

    /// <summary>Maps a route that acts and needs no more than its address. It leaves a row in the audit trail.</summary>
    /// <param name="action">See <see cref="AuditedRoutes.Audited"/>.</param>
    /// <typeparam name="T">What it answers with.</typeparam>
    public static void Act<T>(this IEndpointRouteBuilder api, string pattern, string action, ApiOperation operation, Delegate handler)
    {
        api.MapPost(pattern, handler).RequireJson().With<T>(pattern, operation).WithName(operation.Id).Audited(action)
            .Produces<Problem>(StatusCodes.Status409Conflict, Problem.MediaType)
            .Produces<Problem>(StatusCodes.Status413PayloadTooLarge, Problem.MediaType)
            .Produces<Problem>(StatusCodes.Status415UnsupportedMediaType, Problem.MediaType);
        api.RefuseOtherMethods(pattern, "POST");
    }

    /// <summary>The problem with what the request asks for, by the parameter that made no sense; null: all did.</summary>
    public static IResult? Refusal(this ApiQuery query, HttpContext http) =>
        query.Wrong is { } name ? Problem.BadRequest(http, $"The parameter '{name}' makes no sense; see /openapi/v1.json.") : null;

    private static RouteHandlerBuilder With<T>(this RouteHandlerBuilder route, string pattern, ApiOperation operation)
    {
        route.WithMetadata(operation).WithTags(pattern.Split('/')[1]).Produces<T>();
        var problems = new[]
        {
            StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound,
            StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable,
        };
        foreach (var status in problems.Where(s => s != StatusCodes.Status404NotFound || pattern.Contains('{', StringComparison.Ordinal)))
        {
            route.Produces<Problem>(status, Problem.MediaType);
        }

        return route.AddEndpointFilter(async (context, next) => RefusalOf(context.HttpContext, operation) ?? await next(context));
    }

    private static JsonHttpResult<Problem>? RefusalOf(HttpContext http, ApiOperation operation) =>
        http.Request.Query.Keys.All(k => operation.Parameters.Any(p => p.Name == k))
            ? null
            : Problem.BadRequest(http, $"There is a parameter that this address does not take. It takes: {Taken(operation)}.");

    private static string Taken(ApiOperation operation) =>
        operation.Parameters.Length == 0 ? "none" : string.Join(", ", operation.Parameters.Select(p => p.Name));

    private static void RefuseOtherMethods(this IEndpointRouteBuilder api, string pattern, string allowed) =>
        api.Map(pattern, (HttpContext http) =>
        {
            http.Response.Headers.Allow = allowed;
            return Problem.Of(http, StatusCodes.Status405MethodNotAllowed, $"This address takes {allowed}.");
        }).ExcludeFromDescription();
}
