using Microsoft.AspNetCore.Http;
using Notify.Adapters.Skolverket;
using Notify.Core.Notifications;
using Notify.Core.Proposals;
using Notify.Core.Register;
using Notify.Core.SchoolUnits;
using Notify.Core.Sources;
using Notify.Core.Store;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Notify.Testing.Skolverket;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Adapters.Tests.Skolverket;

/// <summary>The real client against a server that speaks as Skolverket does.</summary>
public sealed class SchoolUnitSourceTests : IAsyncLifetime
{
    private readonly CountingRecordStore _store = new(new InMemoryRecordStore());
    private readonly ContactsWorld _world;
    private SkolverketServer? _server;

    public SchoolUnitSourceTests() => _world = new("2026-03-02T10:00", _store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private SkolverketServer Server => _server ?? throw new InvalidOperationException("Before the first test.");

    public async ValueTask InitializeAsync()
    {
        _server = await SkolverketServer.StartAsync(new ServedUnit("98000001", "Skola 98000001"), new ServedUnit("98000002", "Nya friskolan", Organizer: "ENSKILD", SchoolType: "GY", Email: "info@nya.example"));
        await _world.ImportAsync(RegisterBuilder.City().District("BROMMA").School("98000001", s => s with { Name = "Skola 98000001" }).Contact("anna").Assign("anna"));
        await _world.RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await Server.DisposeAsync();
    }

    [Fact]
    public async Task The_first_reading_is_whole_and_proposes_what_differs()
    {
        await Source().RunAsync(Ct);

        Assert.Equal(["98000002-new New Independent"], (await OpenAsync()).Select(p => $"{p.Id} {p.Kind} {p.Provider}"));
        Assert.Equal(3, Server.Requests.Count);
    }

    [Fact]
    public async Task A_day_without_news_costs_one_request_and_less_than_a_day_none()
    {
        await Source().RunAsync(Ct);
        Server.Reset();
        _world.At("2026-03-02T10:15");
        await Source().RunAsync(Ct);
        Assert.Empty(Server.Requests);

        _world.At("2026-03-03T10:00");
        await Source().RunAsync(Ct);

        Assert.Contains("meta_modified_after", Assert.Single(Server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_since_is_read_and_nothing_else()
    {
        await Source().RunAsync(Ct);
        Server.Put(new ServedUnit("98000001", "Ekskolan", Modified: Server.Extract.AddHours(5)));
        Server.Extract = Server.Extract.AddDays(1);
        Server.Reset();
        _world.At("2026-03-03T10:00");

        await Source().RunAsync(Ct);

        Assert.Equal(2, Server.Requests.Count);
        Assert.Contains((await OpenAsync()), p => p is { Kind: ProposalKind.Renamed, From: "Skola 98000001", To: "Ekskolan" });
    }

    [Fact]
    public async Task A_change_of_organizer_that_no_day_tells_of_is_found_within_the_week()
    {
        await Source().RunAsync(Ct);
        Server.Put(new ServedUnit("98000001", "Skola 98000001", Organizer: "ENSKILD"));
        foreach (var day in Enumerable.Range(3, 6))
        {
            _world.At($"2026-03-{day:D2}T10:00");
            await Source().RunAsync(Ct);
            Assert.DoesNotContain(await OpenAsync(), p => p.Kind == ProposalKind.Provider);
        }

        _world.At("2026-03-09T10:00");
        await Source().RunAsync(Ct);

        Assert.Contains(await OpenAsync(), p => p is { Kind: ProposalKind.Provider, From: "municipal", To: "independent" });
    }

    [Fact]
    public async Task A_reading_that_breaks_off_keeps_what_it_read_and_the_next_goes_on_there()
    {
        Server.Put(Enumerable.Range(100, 50).Select(n => new ServedUnit($"98000{n}", $"Skola {n}")));
        Server.Script = request => request.Path.Value!.EndsWith("98000120", StringComparison.Ordinal) ? Results.Text("<html>", "text/html") : null;
        await Assert.ThrowsAsync<SourceException>(() => Source().RunAsync(Ct));
        var read = Server.Requests.Count - 2;
        Assert.Empty(await OpenAsync());
        Server.Script = _ => null;
        Server.Reset();

        _world.At("2026-03-02T10:15");
        await Source().RunAsync(Ct);

        Assert.Equal(52 - read + 1, Server.Requests.Count);
        Assert.Equal(51, (await OpenAsync()).Count);
    }

    [Fact]
    public async Task Twenty_thousand_units_are_read_in_slices_and_a_day_later_it_is_one_request()
    {
        Server.Put(Enumerable.Range(0, 20_000).Select(n => new ServedUnit($"97{n:D6}", $"Skola {n}", Status: n % 2 == 0 ? "AKTIV" : "UPPHORT")));
        var runs = 0;
        do
        {
            await Source().RunAsync(Ct);
            _world.Clock.Advance(TimeSpan.FromMinutes(15));
        }
        while (++runs < 30 && await Reader().IsDueAsync("0180", Ct));

        Assert.Equal(21, runs);
        Assert.Equal(20_002, (await _world.Get<SchoolUnitBook>().ReadAsync("0180", Ct)).Count);
        Assert.Equal(10_001, (await OpenAsync()).Count);
        Server.Reset();
        _world.Clock.Advance(TimeSpan.FromDays(1));
        await Source().RunAsync(Ct);
        Assert.Single(Server.Requests);
        _store.Reset();
        await Source().RunAsync(Ct);
        Assert.Equal(3, _store.Operations);
    }

    [Fact]
    public async Task Nonsense_changes_neither_units_nor_proposals()
    {
        await Source().RunAsync(Ct);
        var before = await OpenAsync();
        Server.Script = _ => Results.Text("{\"meta\":{\"extractDate\":\"2026-03-09T03:00:00Z\"},\"data\":{}}", "application/json");
        _world.At("2026-03-09T10:00");

        await Assert.ThrowsAsync<SourceException>(() => Source().RunAsync(Ct));

        Assert.Equal(before.Select(p => p.Id), (await OpenAsync()).Select(p => p.Id));
        Assert.Equal(2, (await _world.Get<SchoolUnitBook>().ReadAsync("0180", Ct)).Count);
    }

    [Fact]
    public async Task Coordinators_are_told_once_of_what_is_new_and_a_new_independent_school_is_put_forward_for_the_forums()
    {
        await Source().RunAsync(Ct);
        _world.At("2026-03-03T10:00");
        await Source().RunAsync(Ct);

        var mail = Assert.Single(await _world.WaitingAsync(), n => n.Kind == ProposalMails.Kind);
        var rendered = (await _world.Get<Core.Templates.IMailRenderer>().RenderAsync(mail, Ct)).Mail!;
        Assert.Contains("Ny fristående skola. Tar du med den i registret blir den också bjuden till forumen.", rendered.Text, StringComparison.Ordinal);
    }

    private SchoolUnitSource Source() => new("0180", Reader(), _world.Get<ProposalBook>(), _world.Get<ProposalMails>());

    private SchoolUnitReader Reader() => new(
        new SkolverketClient(SkolverketClient.CreateHttp(), new() { Host = Server.Address, Pause = TimeSpan.Zero }, _world.Clock), _world.Get<SchoolUnitBook>(), _store, _world.Clock);

    private async Task<IReadOnlyList<Proposal>> OpenAsync() => [.. (await _world.Get<ProposalBook>().ReadAsync(Ct)).Where(p => p.IsOpen).Select(p => p.Proposal)];
}
