using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Audit;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Core.Sources;
using Notify.Testing.Register;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Sources;

public sealed class SourcesPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_none_is_connected_the_page_says_how_the_register_is_read()
    {
        await using var world = await WebWorld.StartAsync();

        var page = await world.Browser().GetAsync("/sources");

        Assert.Contains("Ingen källa är inkopplad", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_kept_a_source_from_being_read_is_said_in_the_readers_language()
    {
        await using var world = await WithListsAsync();
        await world.Get<SourceBook>().ChangeAsync("lists", s => s with { Last = world.Clock.GetUtcNow(), Failure = new("Ask the owner.", "Fråga ägaren.") }, Ct);

        Assert.Contains("Går inte att läsa Fråga ägaren.", (await world.Browser().GetAsync("/sources")).Text, StringComparison.Ordinal);
        Assert.Contains("Cannot be read Ask the owner.", (await world.Browser().GetAsync("/sources?lang=en")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_are_listed_with_their_place()
    {
        await using var world = await WithListsAsync();
        var raw = new RawRegister([new("schools", "SharePoint/schools", ["code", "name", "provider", "districts"], [new(7, ["12", "Ekskolan", "municipal", "BROMMA"])])], [], []);
        await world.Get<UnattendedImport>().ImportAsync(raw, new("lists", "SharePoint"), Ct);

        var page = await world.Browser().GetAsync("/sources");

        Assert.Contains("Kunde inte tas in", page.Text, StringComparison.Ordinal);
        Assert.Equal(["SharePoint/schools", "12"], page.Document.QuerySelectorAll(".issues bdi").Select(b => b.TextContent).Where(t => t != "code").Take(2));
        Assert.Null(page.Document.QuerySelector("button[value=pass]"));
        Assert.Contains("lists: uppgifterna kunde inte tas in", (await world.Browser().GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_guard_holds_passes_by_a_press_that_is_in_the_trail_and_wakes_the_job()
    {
        await using var world = await WithListsAsync();
        await HoldAsync(world);
        var browser = world.Browser();
        var page = await browser.GetAsync("/sources");
        Assert.Contains("Väntar på ditt svar", page.Text, StringComparison.Ordinal);

        var pressed = await browser.PressAsync(page, "pass");

        Assert.Equal(HttpStatusCode.SeeOther, pressed.Status);
        Assert.Contains("Tas in vid nästa körning", (await browser.GetAsync("/sources")).Text, StringComparison.Ordinal);
        Assert.Contains("sources", world.Waker.Woken);
        var row = Assert.Single(await world.Get<AuditTrail>().ReadAsync(new DateOnly(2026, 3, 1), Ct));
        Assert.Equal(("source.pass", "lists"), (row.Action, row.Detail));
        Assert.True((await world.Get<UnattendedImport>().ImportAsync(Raw(2), new("lists", "SharePoint"), Ct)).IsTaken);
    }

    [Fact]
    public async Task What_has_changed_since_it_was_seen_does_not_pass()
    {
        await using var world = await WithListsAsync();
        await HoldAsync(world);
        var browser = world.Browser();
        var page = await browser.GetAsync("/sources");
        await world.Get<UnattendedImport>().ImportAsync(Raw(1), new("lists", "SharePoint"), Ct);

        await browser.PressAsync(page, "pass");

        Assert.False((await world.Get<SourceBook>().ReadAsync("lists", Ct)).Refusal!.IsPassed);
        Assert.Contains("har ändrats sedan du såg dem", (await browser.GetAsync("/sources?done=late")).Text, StringComparison.Ordinal);
    }

    private static Task<WebWorld> WithListsAsync() => WebWorld.StartAsync(with: s => s.AddSingleton<ISource, Lists>());

    private static async Task HoldAsync(WebWorld world)
    {
        await world.ImportAsync(Many(9));
        await world.Get<UnattendedImport>().ImportAsync(Raw(2), new("lists", "SharePoint"), Ct);
    }

    private static RawRegister Raw(int schools) => new(RegisterWriter.Write(Many(schools).Build()), [], []);

    private static RegisterBuilder Many(int schools) => Enumerable.Range(1, schools).Aggregate(
        RegisterBuilder.City().District("BROMMA").Contact("anna"), (city, n) => city.School($"9800000{n}").Assign("anna"));

    private sealed class Lists : ISource
    {
        public string Name => "lists";

        public Task RunAsync(CancellationToken ct) => Task.CompletedTask;
    }
}
