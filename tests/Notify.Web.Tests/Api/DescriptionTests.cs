using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Notify.Web.Access;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Api;

/// <summary>The OpenAPI document tells the truth, and all of it.</summary>
public sealed class DescriptionTests
{
    private static readonly string[] Always = ["200", "400", "401", "403", "500", "503"];

    [Fact]
    public async Task It_is_a_valid_document_that_anybody_may_read_and_says_nothing_of_who_asked()
    {
        await using var world = await WebWorld.StartAsync(portal: new() { Auth = PortalOptions.Platform });
        world.Remote = System.Net.IPAddress.Parse("192.0.2.1");

        var answer = (await world.Client(address: "https://notify.example").GetAsync("/openapi/v1.json")).IsOk();
        var read = OpenApiDocument.Parse(answer.Body, "json");

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.StartsWith("3.1", answer.Json.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("notify.example", answer.Body, StringComparison.Ordinal);
        Assert.Equal(["apiKey", "platform"], read.Document!.Components!.SecuritySchemes!.Keys);
        Assert.Equal(answer.Body, (await world.Client().GetAsync("/openapi/v1.json")).Body);
    }

    [Fact]
    public async Task Every_route_of_the_api_stands_in_it_and_nothing_else_does()
    {
        await using var world = await WebWorld.StartAsync();
        var document = await ReadAsync(world);

        var mapped = world.Get<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ApiRoute>() is not null && e.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null)
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {e.RoutePattern.RawText}"));

        var told = document.Paths.SelectMany(p => p.Value.Operations!.Select(o => $"{o.Key} {p.Key}")).Order().ToList();
        Assert.Equal(mapped.Distinct().Order(), told);
        Assert.Equal(18, told.Count);
    }

    [Fact]
    public async Task Every_route_has_a_name_of_its_own_a_summary_parameters_with_meaning_an_answer_and_problems()
    {
        await using var world = await WebWorld.StartAsync();

        var operations = (await ReadAsync(world)).Paths.SelectMany(p => p.Value.Operations!.Select(o => (Path: p.Key, Operation: o.Value))).ToList();

        Assert.Equal(operations.Count, operations.Select(o => o.Operation.OperationId).Distinct().Count());
        Assert.All(operations, o =>
        {
            Assert.False(string.IsNullOrEmpty(o.Operation.OperationId) || string.IsNullOrEmpty(o.Operation.Summary) || o.Operation.Tags!.Count != 1);
            Assert.Equal(o.Path.Count(c => c == '{'), (o.Operation.Parameters ?? []).Count(p => p.In == ParameterLocation.Path));
            Assert.All((o.Operation.Parameters ?? []).Where(p => p.In == ParameterLocation.Query), p => Assert.False(string.IsNullOrEmpty(p.Description) || p.Schema!.Type is null));
            Assert.NotNull(o.Operation.Responses!["200"].Content!["application/json"].Schema);
            Assert.All(o.Operation.Responses.Where(r => r.Key != "200"), r => Assert.Equal(["application/problem+json"], r.Value.Content!.Keys));
            Assert.True(Always.All(o.Operation.Responses.ContainsKey));
        });
    }

    [Fact]
    public async Task Every_answer_is_as_the_document_says()
    {
        await using var world = await ApiWorld.StartAsync();
        await world.ImportAsync(World.Agreements.Bromma("2026-02-20").Material("M").Forum("F"));
        await world.RunAsync();
        var (client, document, id) = (world.Client(ApiWorld.CityKey), await ReadAsync(world), await world.MailAsync());
        await client.PostAsync($"/api/v1/notifications/{id}/hold");

        foreach (var (path, item) in document.Paths)
        {
            var (method, operation) = item.Operations!.Single();
            var address = path.Replace("{id}", id.ToString(), StringComparison.Ordinal).Replace("{code}", "98000001", StringComparison.Ordinal);
            var answer = method == HttpMethod.Get ? (await client.GetAsync(address)).IsOk() : await client.PostAsync(address);
            var told = operation.Responses![((int)answer.Status).ToString(System.Globalization.CultureInfo.InvariantCulture)].Content![answer.MediaType!].Schema!;
            Assert.Equal([], SchemaCheck.Wrong(answer.Json, told, path));
        }

        Assert.NotEmpty(SchemaCheck.Wrong((await client.GetAsync("/api/v1/jobs")).Json, document.Components!.Schemas!["ApiPageOfAuditItem"], ""));
    }

    private static async Task<OpenApiDocument> ReadAsync(WebWorld world) =>
        OpenApiDocument.Parse((await world.Client().GetAsync("/openapi/v1.json")).IsOk().Body, "json").Document!;
}
