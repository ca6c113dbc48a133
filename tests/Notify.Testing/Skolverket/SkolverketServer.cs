using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Notify.Testing.Skolverket;

/// <summary>A unit as the server has it, in the words of the service.</summary>
/// <param name="Modified">When it was last changed, but for its organizer.</param>
public sealed record ServedUnit(
    string Code,
    string Name,
    string Status = "AKTIV",
    string Organizer = "KOMMUN",
    string Type = "SKOLENHET",
    string SchoolType = "GR",
    string? Email = null,
    string Municipality = "0180",
    DateTimeOffset Modified = default);

/// <summary>
/// Skolverket's Skolenhetsregister, version 2, on a port of this machine, with the forms and filters that PLATFORM-FACTS.md tells of.
/// It fails as the test says.
/// </summary>
public sealed class SkolverketServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _requests = new();

    private SkolverketServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Use(FailAsync);
        _app.MapGet("/skolenhetsregistret/v2/school-units", List);
        _app.MapGet("/skolenhetsregistret/v2/school-units/{code}", Find);
    }

    /// <summary>What it serves, by code.</summary>
    public ConcurrentDictionary<string, ServedUnit> Units { get; } = new(StringComparer.Ordinal);

    /// <summary>When its data is of.</summary>
    public DateTimeOffset Extract { get; set; } = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);

    /// <summary>Answers in its place; null: it answers itself.</summary>
    public Func<HttpRequest, IResult?> Script { get; set; } = _ => null;

    /// <summary>Every request, its path and query, in order.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>For <c>Skolverket:Host</c>.</summary>
    public Uri Address => new(new Uri(_app.Urls.Single()), "skolenhetsregistret");

    /// <summary>Starts it on a free port.</summary>
    public static async Task<SkolverketServer> StartAsync(params IEnumerable<ServedUnit> units)
    {
        var server = new SkolverketServer();
        server.Put([.. units]);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Serves these from now on, in place of those with the same code.</summary>
    public void Put(params IEnumerable<ServedUnit> units)
    {
        foreach (var unit in units)
        {
            Units[unit.Code] = unit;
        }
    }

    /// <summary>Forgets the requests.</summary>
    public void Reset() => _requests.Clear();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task FailAsync(HttpContext http, RequestDelegate next)
    {
        _requests.Enqueue(http.Request.Path + http.Request.QueryString.ToString());
        return Script(http.Request) is { } answer ? answer.ExecuteAsync(http) : next(http);
    }

    private IResult List(HttpRequest request)
    {
        var (municipality, statuses) = (request.Query["municipality_code"].ToString(), request.Query["status"].ToHashSet(StringComparer.Ordinal));
        DateTimeOffset? after = request.Query.TryGetValue("meta_modified_after", out var text) ? DateTimeOffset.Parse(text.ToString(), System.Globalization.CultureInfo.InvariantCulture) : null;
        var rows = Units.Values.Where(u => u.Municipality == municipality && statuses.Contains(u.Status) && (after is null || u.Modified > after)).OrderBy(u => u.Code, StringComparer.Ordinal)
            .Select(u => (JsonNode)new JsonObject { ["schoolUnitCode"] = u.Code, ["name"] = u.Name, ["status"] = u.Status });
        return Results.Json(new JsonObject
        {
            ["meta"] = new JsonObject { ["extractDate"] = Extract.ToString("O") },
            ["data"] = new JsonObject { ["type"] = "schoolunit", ["attributes"] = new JsonArray([.. rows]) },
        });
    }

    private IResult Find(string code) => !Units.TryGetValue(code, out var unit) ? Results.NotFound() : Results.Json(new JsonObject
    {
        ["data"] = new JsonObject
        {
            ["type"] = "schoolunit",
            ["schoolUnitCode"] = unit.Code,
            ["attributes"] = new JsonObject
            {
                ["displayName"] = unit.Name,
                ["schoolName"] = unit.Name,
                ["status"] = unit.Status,
                ["municipalityCode"] = unit.Municipality,
                ["schoolUnitType"] = unit.Type,
                ["schoolTypes"] = new JsonArray(unit.SchoolType),
                ["email"] = unit.Email,
                ["phoneNumber"] = "08-508 00 000",
                ["headMaster"] = "Robin Ek",
                ["url"] = "https://skola.example",
                ["addresses"] = new JsonArray(),
                ["startdate"] = "2010-07-01",
                ["endDate"] = null,
            },
        },
        ["included"] = new JsonObject
        {
            ["type"] = "organizer",
            ["organizationNumber"] = "0000000000",
            ["attributes"] = new JsonObject { ["displayName"] = "Huvudmannen", ["organizerType"] = unit.Organizer },
        },
        ["meta"] = new JsonObject { ["created"] = "2020-01-01T00:00:00Z", ["modified"] = unit.Modified.ToString("O"), ["extractDate"] = Extract.ToString("O") },
    });
}
