using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.TestHost;
using Notify.Core.Access;
using Xunit;

namespace Notify.Web.Tests.Api;

/// <summary>An answer to a program.</summary>
public sealed record ApiAnswer(HttpStatusCode Status, string? MediaType, string Body, HttpResponseMessage Response)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The items of a page.</summary>
    public IReadOnlyList<JsonElement> Items => [.. Json.GetProperty("items").EnumerateArray()];

    /// <summary>The cursor of the next page; null: this was the last.</summary>
    public string? Next => Json.GetProperty("next").GetString();

    /// <summary>Holds that it is a problem of that status, whole and in JSON.</summary>
    public ApiAnswer IsProblem(HttpStatusCode status)
    {
        Assert.Equal((status, "application/problem+json"), (Status, MediaType));
        Assert.Equal(["type", "title", "status", "detail", "instance"], Json.EnumerateObject().Select(p => p.Name));
        Assert.Equal((int)status, Json.GetProperty("status").GetInt32());
        Assert.All(["type", "title", "detail", "instance"], name => Assert.NotEqual("", Json.GetProperty(name).GetString()));
        Assert.Equal("no-store", Response.Headers.GetValues("Cache-Control").Single());
        Assert.Null(Response.Headers.Location);
        return this;
    }

    /// <summary>Holds that it is an answer in JSON.</summary>
    public ApiAnswer IsOk()
    {
        Assert.True(Status == HttpStatusCode.OK, $"{Status}: {Body}");
        Assert.Equal("application/json", MediaType);
        return this;
    }
}

/// <summary>A program that asks over HTTP.</summary>
public sealed class ApiClient(TestServer server, string address = "http://localhost:5080")
{
    /// <summary>The key it bears; null: none.</summary>
    public string? Key { get; init; }

    /// <summary>Who the platform says it is; null: nobody.</summary>
    public string? Principal { get; init; }

    /// <summary>The setting of a key.</summary>
    public static string Setting(string name, string role, string key) => $"{name}={role}={ApiKey.HashOf(key)}";

    public Task<ApiAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    /// <summary>Acts, as the description says: JSON, with nothing in it.</summary>
    public Task<ApiAnswer> PostAsync(string path, string body = "") => SendAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, "application/json"));

    public async Task<ApiAnswer> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var client = new HttpClient(server.CreateHandler());
        using var request = new HttpRequestMessage(method, address + path) { Content = content };
        foreach (var (name, value) in new[] { ("X-Api-Key", Key), ("X-MS-CLIENT-PRINCIPAL", Principal) }.Where(h => h.Item2 is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response);
    }
}
