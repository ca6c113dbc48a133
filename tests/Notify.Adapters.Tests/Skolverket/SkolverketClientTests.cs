using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Notify.Adapters.Skolverket;
using Notify.Core.Register;
using Notify.Core.Sources;
using Notify.Testing.Skolverket;
using Xunit;

namespace Notify.Adapters.Tests.Skolverket;

public sealed class SkolverketClientTests : IAsyncLifetime
{
    private static readonly SchoolUnitCode Ek = SchoolUnitCode.Parse("98000001");

    private SkolverketServer? _server;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private SkolverketServer Server => _server ?? throw new InvalidOperationException("Before the first test.");

    public async ValueTask InitializeAsync() => _server = await SkolverketServer.StartAsync(new ServedUnit("98000001", "Ekskolan", Email: "ekskolan@stad.example"));

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Fact]
    public async Task A_list_has_its_codes_and_the_time_of_the_extract_and_asks_for_every_status_of_the_municipality()
    {
        Server.Put(new ServedUnit("98000002", "Vilan", "VILANDE"), new ServedUnit("98000003", "Slutet", "UPPHORT"), new ServedUnit("98000004", "Nacka", Municipality: "0182"));

        var list = await Client().ListAsync("0180", null, Ct);

        Assert.Equal((Server.Extract, 3), (list.Extract, list.Codes.Count));
        Assert.Equal("/skolenhetsregistret/v2/school-units?municipality_code=0180&status=AKTIV&status=VILANDE&status=PLANERAD&status=UPPHORT", Assert.Single(Server.Requests));
    }

    [Fact]
    public async Task Only_what_was_changed_after_is_asked_for()
    {
        Server.Put(new ServedUnit("98000002", "Nyss", Modified: Server.Extract.AddHours(1)));

        var list = await Client().ListAsync("0180", Server.Extract, Ct);

        Assert.Equal("98000002", Assert.Single(list.Codes).ToString());
        Assert.Contains("meta_modified_after=2026-03-02T03%3A00%3A00Z", Server.Requests[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AKTIV", "KOMMUN", "GR", "Active Municipal Compulsory")]
    [InlineData("VILANDE", "ENSKILD", "GY", "Dormant Independent UpperSecondary")]
    [InlineData("UPPHORT", "STAT", "SP", "Closed State Compulsory")]
    [InlineData("PLANERAD", "REGION", "VUX", " Region Other")]
    [InlineData("AKTIV", "KOMMFORB", "GYAN", "Active Municipal UpperSecondary")]
    [InlineData("AKTIV", "HMANUTL", "GR", "Active  Compulsory")]
    [InlineData("AKTIV", "A_NEW_KIND", "A_NEW_TYPE", "Active  Other")]
    public async Task A_unit_is_said_in_our_words(string status, string organizer, string type, string expected)
    {
        Server.Put(new ServedUnit("98000001", "Ekskolan", status, organizer, SchoolType: type));

        var unit = await Client().FindAsync(Ek, Ct);

        Assert.Equal(expected, $"{unit!.Status} {unit.Provider} {unit.Type}");
    }

    [Theory]
    [InlineData("CENTRAL", false)]
    [InlineData("UTLAND", false)]
    [InlineData("SKOLENHET", true)]
    public async Task One_that_only_collects_figures_teaches_nobody(string type, bool isTeaching)
    {
        Server.Put(new ServedUnit("98000001", "Ekskolan", Type: type));

        Assert.Equal(isTeaching, (await Client().FindAsync(Ek, Ct))!.IsTeaching);
    }

    [Fact]
    public async Task A_unit_that_is_not_there_is_none() => Assert.Null(await Client().FindAsync(SchoolUnitCode.Parse("98000099"), Ct));

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task Who_is_asked_for_patience_has_it_and_tries_again(HttpStatusCode status)
    {
        var left = 2;
        Server.Script = request => left-- <= 0 ? null : new Throttled((int)status, "7");
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(1) };

        var find = Client(clock).FindAsync(Ek, Ct);
        while (!find.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal("Ekskolan", (await find)!.Name);
        Assert.Equal(3, Server.Requests.Count);
    }

    [Fact]
    public async Task A_service_that_goes_on_refusing_is_asked_four_times_and_said_in_words()
    {
        Server.Script = _ => new Throttled(503, "0");

        var error = await Assert.ThrowsAsync<SourceException>(() => Client().ListAsync("0180", null, Ct));

        Assert.Contains("HTTP 503", error.Text.Swedish, StringComparison.Ordinal);
        Assert.Equal(4, Server.Requests.Count);
    }

    [Theory]
    [InlineData("<html><body>Underhåll</body></html>")]
    [InlineData("{\"meta\":{\"extractDate\":\"2026-03-02T03:00:00Z\"},\"data\":{\"attributes\":[{\"schoolUnitCode\":\"980")]
    [InlineData("{\"meta\":{\"extractDate\":\"yesterday\"},\"data\":{\"attributes\":[]}}")]
    [InlineData("{\"meta\":{\"extractDate\":\"2026-03-02T03:00:00Z\"},\"data\":{\"attributes\":{}}}")]
    [InlineData("{\"meta\":{\"extractDate\":\"2026-03-02T03:00:00Z\"},\"data\":{\"attributes\":[{\"schoolUnitCode\":98000001}]}}")]
    [InlineData("{\"meta\":{\"extractDate\":\"2026-03-02T03:00:00Z\"},\"data\":{\"attributes\":[null]}}")]
    [InlineData("{\"meta\":{\"extractDate\":\"2026-03-02T03:00:00Z\"},\"data\":{\"attributes\":[{\"schoolUnitCode\":\"../etc\"}]}}")]
    [InlineData("{\"data\":{\"attributes\":[]}}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_list_that_cannot_be_read_is_said_in_words_and_never_taken_for_an_empty_one(string body)
    {
        Server.Script = _ => Results.Text(body, "application/json", Encoding.UTF8, 200);

        var error = await Assert.ThrowsAsync<SourceException>(() => Client().ListAsync("0180", null, Ct));

        Assert.Contains("kan läsa", error.Text.Swedish, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"data\":{\"schoolUnitCode\":\"98000002\",\"attributes\":{\"displayName\":\"En annan\",\"status\":\"AKTIV\"}}}")]
    [InlineData("{\"data\":{\"schoolUnitCode\":\"98000001\",\"attributes\":{\"displayName\":\"Ekskolan\",\"status\":\"NYTT\"}}}")]
    [InlineData("{\"data\":{\"schoolUnitCode\":\"98000001\",\"attributes\":{\"displayName\":\"\",\"status\":\"AKTIV\"}}}")]
    [InlineData("{\"data\":{\"schoolUnitCode\":\"98000001\",\"attributes\":{\"displayName\":[\"Ekskolan\"],\"status\":\"AKTIV\"}}}")]
    [InlineData("{\"data\":null}")]
    public async Task A_unit_that_lacks_what_a_unit_has_is_none_of_ours(string body)
    {
        Server.Script = _ => Results.Text(body, "application/json", Encoding.UTF8, 200);

        await Assert.ThrowsAsync<SourceException>(() => Client().FindAsync(Ek, Ct));
    }

    [Fact]
    public async Task A_connection_that_is_cut_off_is_tried_again_and_then_said_in_words()
    {
        Server.Script = request =>
        {
            request.HttpContext.Abort();
            return Results.Empty;
        };
        var clock = new FakeTimeProvider();

        var list = Client(clock).ListAsync("0180", null, Ct);
        while (!list.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await Assert.ThrowsAsync<SourceException>(() => list);
        Assert.Equal(4, Server.Requests.Count);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        Server.Script = _ => Results.Stream(async stream =>
        {
            var chunk = Encoding.UTF8.GetBytes(new string(' ', 1024 * 1024));
            for (var i = 0; i < (SkolverketClient.MaxBytes / chunk.Length) + 2; i++)
            {
                await stream.WriteAsync(chunk, Ct);
            }
        });
        var clock = new FakeTimeProvider();

        var list = Client(clock).ListAsync("0180", null, Ct);
        while (!list.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await Assert.ThrowsAsync<SourceException>(() => list);
    }

    private SkolverketClient Client(TimeProvider? clock = null) =>
        new(SkolverketClient.CreateHttp(), new() { Host = Server.Address, Pause = TimeSpan.Zero }, clock ?? TimeProvider.System);

    private sealed class Throttled(int status, string retryAfter) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        }
    }
}
