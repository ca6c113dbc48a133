using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Notify.Web.Access;

namespace Notify.Web.Api;

/// <summary>
/// The OpenAPI document. It is open to all: it says what the source code says, nothing of the municipality, and tools that make clients
/// fetch it without signing in. It is made once, so that asking for it costs nothing.
/// </summary>
public static class ApiDescription
{
    private const string Version = "v1";
    private const string KeyScheme = "apiKey";
    private const string PlatformScheme = "platform";

    /// <summary>Adds the document.</summary>
    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services
        .AddSingleton<ApiDocument>()
        .AddOpenApi(Version, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = route => route.ActionDescriptor.EndpointMetadata.OfType<ApiRoute>().Any();
            options.AddDocumentTransformer((document, _, _) => Whole(document));
            options.AddOperationTransformer((operation, context, _) => Route(operation, context));
            options.AddSchemaTransformer((schema, context, _) => Time(schema, context.JsonTypeInfo.Type));
        });

    /// <summary>Maps <c>/openapi/v1.json</c>.</summary>
    public static void MapApiDescription(this IEndpointRouteBuilder routes) =>
        routes.MapMethods($"/openapi/{Version}.json", [HttpMethods.Get, HttpMethods.Head], async (ApiDocument document, CancellationToken ct) =>
                TypedResults.Text(await document.ReadAsync(ct), "application/json; charset=utf-8"))
            .WithMetadata(OpenRoute.Mark).ExcludeFromDescription();

    private static Task Whole(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "Notify",
            Version = Version,
            Description = "What the portal shows, for programs. Times are ISO 8601 with the Stockholm offset. Every refusal is a problem of RFC 9457.",
        };
        document.Servers = [new() { Url = "/" }];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [KeyScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = KeyHolders.Header,
                Description = "A key of the setting `Api:Keys`; `notify api-key NAME` makes one.",
            },
            [PlatformScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "A token of Entra ID for the app, with the app role Notify.Reader or Notify.Coordinator.",
            },
        };
        document.Security = [Requirement(KeyScheme, document), Requirement(PlatformScheme, document)];
        return Task.CompletedTask;
    }

    private static OpenApiSecurityRequirement Requirement(string scheme, OpenApiDocument document) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };

    private static Task Route(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().LastOrDefault() is { } told)
        {
            operation.Summary = told.Summary;
            operation.Description = told.Description;
            operation.Parameters = [.. operation.Parameters ?? [], .. told.Parameters.Select(Parameter)];
        }

        return Task.CompletedTask;
    }

    /// <summary>Our way of writing times hides from the document that they are texts.</summary>
    private static Task Time(OpenApiSchema schema, Type type)
    {
        if (type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?))
        {
            schema.Type = JsonSchemaType.String | (type == typeof(DateTimeOffset?) ? JsonSchemaType.Null : 0);
        }

        return Task.CompletedTask;
    }

    private static OpenApiParameter Parameter(ApiParameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Description = parameter.Description,
        Schema = new OpenApiSchema
        {
            Type = parameter.Minimum is null ? JsonSchemaType.String : JsonSchemaType.Integer,
            Format = parameter.Format,
            Pattern = parameter.Pattern,
            MaxLength = parameter.MaxLength,
            Minimum = parameter.Minimum?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Maximum = parameter.Maximum?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Default = parameter.Default is { } number ? JsonValue.Create(number) : null,
            Enum = parameter.Words is { } words ? [.. words.Select(w => (JsonNode)JsonValue.Create(w))] : null,
        },
    };
}
