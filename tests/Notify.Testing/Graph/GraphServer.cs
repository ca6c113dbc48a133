using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Notify.Testing.Graph;

/// <summary>
/// Microsoft Graph on this machine, as its v1.0 documentation has it: delta of a list with paging and expiry, users in batches of at
/// most 20, members of groups. Fails as the test says.
/// </summary>
public sealed class GraphServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<GraphLine> _lines = new();
    private readonly CancellationTokenSource _stopped = new();

    private GraphServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>The token that it asks for.</summary>
    public const string Token = "a-token-of-the-server";

    /// <summary>For <c>Graph:BaseUrl</c>.</summary>
    public Uri BaseUrl => new(new Uri(_app.Urls.Single()), "v1.0");

    /// <summary>The lists of every site, by id.</summary>
    public ConcurrentDictionary<string, GraphList> Lists { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The directory, by the accounts' ids.</summary>
    public ConcurrentDictionary<string, GraphUser> Users { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The members of groups, by the groups' ids.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<GraphUser>> Groups { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many rows a page has.</summary>
    public int PageSize { get; set; } = 200;

    /// <summary>What becomes of a request; null: what should.</summary>
    public Func<GraphLine, GraphFault?> Script { get; set; } = _ => null;

    /// <summary>What becomes of one question inside a batch; null: what should.</summary>
    public Func<string, GraphFault?> BatchScript { get; set; } = _ => null;

    /// <summary>Every request, in order.</summary>
    public IReadOnlyList<GraphLine> Lines => [.. _lines];

    /// <summary>Starts one.</summary>
    public static async Task<GraphServer> StartAsync()
    {
        var server = new GraphServer();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Forgets the requests so far.</summary>
    public void Forget() => _lines.Clear();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync(); // Lets go of who hangs.
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        var line = new GraphLine(http.Request.Method, http.Request.Path, http.Request.QueryString.Value ?? "", body);
        _lines.Enqueue(line);
        var answer = http.Request.Headers.Authorization == "Bearer " + Token ? Script(line) ?? Answer(http, body) : Error(401, "InvalidAuthenticationToken");
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = "application/json;odata.metadata=minimal;charset=utf-8";
        if (answer.RetryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter = wait;
        }

        if (answer.Hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _stopped.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (answer.IsCut)
        {
            var whole = JsonSerializer.SerializeToUtf8Bytes(Answer(http, body).Json);
            http.Response.ContentLength = whole.Length;
            await http.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            http.Abort();
            return;
        }

        await http.Response.WriteAsync(answer.Text ?? answer.Json?.ToJsonString() ?? "", http.RequestAborted);
    }

    private GraphFault Answer(HttpContext http, string body)
    {
        var path = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return path switch
        {
            ["v1.0", "sites", _, "lists", var list, "items", "delta" or "delta()"] => Lists.TryGetValue(list, out var found)
                ? found.Answer(http.Request, PageSize) : Error(404, "itemNotFound"),
            ["v1.0", "$batch"] => Batch(JsonNode.Parse(body)!["requests"]!.AsArray()),
            ["v1.0", "groups", var group, "members"] => Groups.TryGetValue(group, out var members)
                ? Members(http.Request, members) : Error(404, "Request_ResourceNotFound"),
            _ => Error(400, "BadRequest"),
        };
    }

    private GraphFault Batch(JsonArray requests) => requests.Count > 20
        ? Error(400, "TooManyRequestsInBatch")
        : new(200, Json: new JsonObject { ["responses"] = new JsonArray([.. requests.Reverse().Select(r => (JsonNode)One(r!))]) });

    private JsonObject One(JsonNode request)
    {
        var id = Uri.UnescapeDataString(request["url"]!.GetValue<string>().Split('?')[0].Split('/')[^1]);
        var answer = BatchScript(id) ?? (Users.TryGetValue(id, out var user) ? new(200, Json: user.Json()) : Error(404, "Request_ResourceNotFound"));
        var headers = new JsonObject { ["Content-Type"] = "application/json" };
        if (answer.RetryAfter is { } wait)
        {
            headers["Retry-After"] = wait;
        }

        return new() { ["id"] = request["id"]!.GetValue<string>(), ["status"] = answer.Status, ["headers"] = headers, ["body"] = answer.Json ?? new JsonObject() };
    }

    private GraphFault Members(HttpRequest request, IReadOnlyList<GraphUser> members)
    {
        var from = int.TryParse(request.Query["$skiptoken"], out var skip) ? skip : 0;
        var page = new JsonObject { ["value"] = new JsonArray([.. members.Skip(from).Take(PageSize).Select(m => (JsonNode)m.Json())]) };
        if (from + PageSize < members.Count)
        {
            page["@odata.nextLink"] = $"{request.Scheme}://{request.Host}{request.Path}?$select=id,displayName,mail,jobTitle&$skiptoken={from + PageSize}";
        }

        return new(200, Json: page);
    }

    /// <summary>An error as Graph words it.</summary>
    public static GraphFault Error(int status, string code, string? retryAfter = null) => new(status, RetryAfter: retryAfter, Json: new JsonObject
    {
        ["error"] = new JsonObject { ["code"] = code, ["message"] = "Said by the server of the test.", ["innerError"] = new JsonObject { ["request-id"] = "11111111-1111-1111-1111-111111111111" } },
    });
}

/// <summary>A request.</summary>
public sealed record GraphLine(string Method, string Path, string Query, string Body);

/// <summary>An answer, as it should be or not.</summary>
/// <param name="Text">In place of JSON.</param>
/// <param name="IsCut">What should be answered, and only half of it.</param>
/// <param name="Hangs">Until the server is stopped.</param>
public sealed record GraphFault(int Status, JsonNode? Json = null, string? RetryAfter = null, string? Text = null, bool IsCut = false, bool Hangs = false);

/// <summary>An account.</summary>
public sealed record GraphUser(string Id, string? Name, string? Mail, string? Phone = null, string? Title = null, bool Enabled = true)
{
    /// <summary>As Graph writes it.</summary>
    public JsonObject Json() => new()
    {
        ["@odata.type"] = "#microsoft.graph.user",
        ["id"] = Id,
        ["accountEnabled"] = Enabled,
        ["displayName"] = Name,
        ["mail"] = Mail,
        ["businessPhones"] = Phone is null ? [] : new JsonArray(Phone),
        ["jobTitle"] = Title,
    };
}
