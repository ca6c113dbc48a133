using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Notify.Web.Access;

namespace Notify.Web.Api;

/// <summary>The JSON API: everything under <c>/api/v1</c>, and its description.</summary>
public static class ApiEndpoints
{
    /// <summary>Adds what the API needs.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.TryAddSingleton<KeyHolders>();
        services.TryAddSingleton<DistrictPages>();
        services.TryAddSingleton<NotificationPages>();
        services.Configure<JsonOptions>(json => ApiJson.Describe(json.SerializerOptions));
        return services.AddApiDescription();
    }

    /// <summary>Maps every route of the API, and what answers where there is none.</summary>
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(ApiRoute.Path + "/v1").WithMetadata(ApiRoute.Mark);
        StatusApi.Map(api);
        DistrictsApi.Map(api);
        SchoolsApi.Map(api);
        SchoolContactsApi.Map(api);
        NotificationsApi.Map(api);
        AgreementsApi.Map(api);
        ForumsApi.Map(api);
        MaterialsApi.Map(api);
        FollowUpsApi.Map(api);
        CallsApi.Map(api);
        JobsApi.Map(api);
        AuditApi.Map(api);
        routes.MapFallback(ApiRoute.Path + "/{**path}", (HttpContext http) => Problem.NotFound(http, "There is no such address; see /openapi/v1.json."))
            .WithMetadata(ApiRoute.Mark).ExcludeFromDescription();
        routes.MapApiDescription();
    }
}
