using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Contacts;
using Notify.Core.FollowUps;
using Notify.Core.Importing;
using Notify.Core.Links;
using Notify.Core.Notifications;
using Notify.Core.Proposals;
using Notify.Core.Register;
using Notify.Core.SchoolUnits;
using Notify.Core.Sources;
using Notify.Core.Store;
using Notify.Core.Work;
using Notify.Testing.Contacts;
using Notify.Testing.FollowUps;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Notify.Web.Access;
using Notify.Web.Agreements;
using Notify.Web.FollowUps;
using Notify.Web.Forums;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Hostile;

/// <summary>A city in which every form is open, and where the platform signs people in.</summary>
internal sealed class HostileCity : IAsyncDisposable
{
    /// <summary>A role that reaches no further than the district of which the forms are not.</summary>
    public const string ElsewhereOnly = "Notify.Coordinator.Farsta";

    private readonly InMemoryRecordStore _store;
    private readonly NotificationId _queued;
    private readonly string _draft;

    private HostileCity(WebWorld world, InMemoryRecordStore store, NotificationId queued, string draft) =>
        (World, _store, _queued, _draft) = (world, store, queued, draft);

    /// <summary>The host.</summary>
    public WebWorld World { get; }

    /// <summary>Lives on until a contact was changed, an agreement is due, a forum lies behind and one ahead, a material and a round are open.</summary>
    public static async Task<HostileCity> BuildAsync()
    {
        var store = new InMemoryRecordStore();
        var world = await WebWorld.StartAsync(
            store, new PortalOptions { Auth = PortalOptions.Platform, DistrictRoles = [$"{ElsewhereOnly}=FARSTA"] }, with: s => s.AddSingleton<IDeadLetters>(new OneDeadLetter()).AddSingleton<ISource, Lists>());
        await world.ImportAsync(Register().Material("M"));
        await world.RunAsync();
        await world.ImportAsync(Register().Replace("anna", "berit").Material("M", m => m with { Version = "2", Published = new(2026, 3, 2) }));
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        await world.RunAsync();
        await world.ImportAsync(Register().Replace("anna", "berit").Replace("berit", "anna", "98000002").Material("M", m => m with { Version = "2", Published = new(2026, 3, 2) }));
        await world.RunAsync();
        await RewordAsync(world);
        await world.Get<SourceBook>().ChangeAsync(
            "lists", s => s with { Refusal = new("SharePoint", world.Clock.GetUtcNow(), "mark", 0, [], [new(FollowUpsWorld.Bromma, new(2, 3), null)]) }, default);
        var renamed = new SchoolUnit(SchoolUnitCode.Parse("98000001"), "Ekens skola", SchoolStatus.Active, Provider.Municipal, SchoolType.Compulsory, IsTeaching: true, null, null, null);
        await store.CommitAsync(Partitions.System, [new RecordChange.Put("unit:98000001", JsonSerializer.Serialize(new(renamed, "0180", default), SchoolUnitJson.Default.KeptUnit))], default);
        await world.Get<ProposalBook>().RefreshAsync("0180", areUnitsNew: true, default);
        var waiting = await world.Get<NotificationReader>().WaitingAsync(FollowUpsWorld.Bromma, default);
        var draft = await world.Get<ImportDesk>().RestoreAsync(FollowUpsWorld.Bromma, 1, "BROMMA 1", "Asta", default);
        return new(world, store, waiting.First(w => w.Kind == ContactKinds.Changed).Id, draft!);
    }

    /// <summary>Somebody signed in.</summary>
    public Browser Browser(string role = ClientPrincipal.Coordinator)
    {
        return new(World.Server, new("http://localhost:5080")) { Principal = Tests.World.Browser.PrincipalOf(role) };
    }

    /// <summary>All that is recorded, but for the trail of who tried what, what pages keep of their own reckoning, and the keys that forms are signed with.</summary>
    public IReadOnlyDictionary<string, string> Recorded() => _store.Everything()
        .Where(r => !r.Key.StartsWith(Partitions.System + "/audit:", StringComparison.Ordinal) && !r.Key.Contains("/glance:", StringComparison.Ordinal) && !r.Value.Contains("<key id=", StringComparison.Ordinal)).ToDictionary();

    /// <summary>Where the page of a form is, by its name.</summary>
    public string PathOf(string name) => name switch
    {
        "RECEIPT" => World.LinkOfLastMail(),
        "AGREEMENT" => World.Link(LinkPurpose.Agreement, "agreement:A"),
        "FORUM" => World.ForumLink(),
        "MATERIAL" => World.MaterialLink(),
        "FOLLOWUP" => World.QuestionsOf("berit@bromma.example"),
        "ATTENDANCE" => ForumsEndpoints.PathOf(FollowUpsWorld.Bromma, "PAST"),
        "DRAFT" => $"/import/{_draft}",
        "QUEUED" => $"/notifications/{_queued}",
        "FORUMPAGE" => ForumsEndpoints.PathOf(FollowUpsWorld.Bromma, "F"),
        "AGREEMENTPAGE" => AgreementsEndpoints.PathOf(FollowUpsWorld.Bromma, "A"),
        _ => name,
    };

    /// <summary>The patterns of the routes with these methods that are for people: not those which another program calls with a signature.</summary>
    public IReadOnlyList<string> RoutesOf(string method) =>
        [.. World.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method) == true)
            .Select(e => e.RoutePattern.RawText!)
            .Where(r => !r.StartsWith("/hooks/", StringComparison.Ordinal) && !r.StartsWith("/api/", StringComparison.Ordinal) && !r.StartsWith("/assets/", StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => World.DisposeAsync();

    /// <summary>The municipality has a wording of its own, so that there is one to take back.</summary>
    private static async Task RewordAsync(WebWorld world)
    {
        var browser = new Browser(world.Server, new("http://localhost:5080")) { Principal = Tests.World.Browser.PrincipalOf(ClientPrincipal.Coordinator) };
        var row = FormRow.All.First(r => r.Route.EndsWith("/edit", StringComparison.Ordinal));
        var form = row.ReadFrom(await browser.GetAsync(row.Page));
        var saved = await browser.PostAsync(form.Action, form.Fields.ToDictionary(f => f.Name, f => f.Name == "text" ? f.Value.TrimEnd() + "\n\nVarma hälsningar\n" : f.Value));
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
    }

    private static RegisterBuilder Register() => Tests.World.Agreements.Bromma()
        .School("98000002").Assign("anna").School("98000003", s => s with { PrincipalEmail = null, Email = null }).Assign("berit")
        .Forum("F", f => f with { Title = "Lokalt forum", Starts = ContactsWorld.Moment("2026-04-01T13:30"), Ends = ContactsWorld.Moment("2026-04-01T15:30") })
        .Forum("PAST", f => f with { Title = "Förra forumet", Starts = ContactsWorld.Moment("2026-02-20T13:30"), Ends = ContactsWorld.Moment("2026-02-20T15:30") })
        .District("FARSTA").School("98000009").Contact("cecilia").Assign("cecilia")
        .With(c => c with { Questionnaires = [.. DefaultQuestionnaire.Rows], FollowUps = [FollowUpsWorld.Round()] });

    private sealed class Lists : ISource
    {
        public string Name => "lists";

        public Task RunAsync(CancellationToken ct) => Task.CompletedTask;
    }

    private sealed class OneDeadLetter : IDeadLetters
    {
        public Task<IReadOnlyList<DeadLetter>> ListAsync(CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<DeadLetter>>([new(new("contacts", FollowUpsWorld.Bromma), "MaxDeliveryCountExceeded", new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero))]);

        public Task<int> ReplayAsync(CancellationToken ct) => Task.FromResult(1);
    }
}
