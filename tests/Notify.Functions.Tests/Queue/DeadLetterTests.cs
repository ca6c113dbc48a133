using System.Net;
using Notify.Core.Register;
using Notify.Core.Work;
using Notify.Functions.Tests.Triggers;
using Notify.Functions.Tests.World;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Functions.Tests.Queue;

/// <summary>Work that fails again and again ends among the dead letters, where people see it and can run it again.</summary>
public sealed class DeadLetterTests
{
    private static readonly WorkItem Contacts = new("contacts", DistrictCode.Parse("BROMMA"));

    [Fact]
    public async Task Work_that_is_done_leaves_the_queue()
    {
        var outside = new Outside("2026-03-02T10:00", new InMemoryRecordStore());
        await using var app = await AzureApp.StartAsync(outside);
        await app.ImportAsync(City);
        await app.Get<IWorkQueue>().EnqueueAsync([WorkMessage.Asked(Contacts, "1")], TestContext.Current.CancellationToken);

        Assert.Equal(1, await Work.UntilSettledAsync(outside, app, TestContext.Current.CancellationToken));
        Assert.Empty(outside.Bus.Queue.Dead);
    }

    [Fact]
    public async Task What_fails_every_time_is_given_up_after_as_many_times_as_the_queue_allows_with_pauses_in_between()
    {
        var store = new FailingStore(new InMemoryRecordStore());
        var outside = new Outside("2026-03-02T10:00", store);
        await using var app = await AzureApp.StartAsync(outside);
        await app.ImportAsync(City);
        var before = outside.Clock.GetUtcNow();
        store.IsDown = true;
        await app.Get<IWorkQueue>().EnqueueAsync([WorkMessage.Asked(Contacts, "1")], TestContext.Current.CancellationToken);

        Assert.Equal(Outside.MaxDeliveryCount, await Work.UntilSettledAsync(outside, app, TestContext.Current.CancellationToken));

        var dead = Assert.Single(outside.Bus.Queue.Dead);
        Assert.Equal("MaxDeliveryCountExceeded", dead.DeadLetterReason);
        Assert.Equal(Contacts, WorkItem.Read(dead.Body.ToString()));
        var pauses = Enumerable.Range(0, Outside.MaxDeliveryCount).Sum(i => WorkHandler.Breathers[Math.Min(i, WorkHandler.Breathers.Count - 1)].TotalSeconds);
        Assert.True(outside.Clock.GetUtcNow() - before >= TimeSpan.FromSeconds(pauses));
    }

    [Fact]
    public async Task A_store_that_comes_back_in_time_makes_no_dead_letter()
    {
        var store = new FailingStore(new InMemoryRecordStore());
        var outside = new Outside("2026-03-02T10:00", store);
        await using var app = await AzureApp.StartAsync(outside);
        await app.ImportAsync(City);
        await app.Get<IWorkQueue>().EnqueueAsync([WorkMessage.Asked(Contacts, "1")], TestContext.Current.CancellationToken);
        store.IsDown = true;
        var first = Assert.Single(outside.Bus.Queue.Take());
        var failing = app.WorkAsync(first, TestContext.Current.CancellationToken);
        store.IsDown = false;
        outside.Clock.Advance(WorkHandler.Breathers[0]);

        Assert.IsType<IOException>(await failing);
        Assert.Equal(1, await Work.UntilSettledAsync(outside, app, TestContext.Current.CancellationToken));
        Assert.Empty(outside.Bus.Queue.Dead);
    }

    [Theory]
    [InlineData("nonsense", "The message is no work.")]
    [InlineData("""{"job":"contacts"}""", "There is no job contacts of the city.")]
    [InlineData("""{"job":"sources","district":"BROMMA"}""", "There is no job sources of a district.")]
    [InlineData("""{"job":"contacts","district":"../x"}""", "The message is no work.")]
    [InlineData("""{"job":"contacts","district":"BROMMA","notification":"BROMMA-aaaaaaaaaaaaaaaaaaaaaaaaaa"}""", "The message is no work.")]
    [InlineData("""{"job":"deliver","district":"FARSTA","notification":"BROMMA-aaaaaaaaaaaaaaaaaaaaaaaaaa"}""", "The message is no work.")]
    [InlineData("""{"job":"coffee","district":"BROMMA"}""", "There is no job coffee of a district.")]
    public async Task What_can_never_be_done_is_given_up_at_once_with_the_reason(string body, string reason)
    {
        var outside = new Outside("2026-03-02T10:00", new InMemoryRecordStore());
        await using var app = await AzureApp.StartAsync(outside);
        outside.Bus.Queue.Send([new(body) { MessageId = "1" }]);

        Assert.Equal(1, await Work.UntilSettledAsync(outside, app, TestContext.Current.CancellationToken));
        Assert.Equal(reason, Assert.Single(outside.Bus.Queue.Dead).DeadLetterReason);
    }

    [Fact]
    public async Task The_page_of_jobs_shows_them_and_its_button_runs_them_again()
    {
        var outside = new Outside("2026-03-02T10:00", new InMemoryRecordStore());
        await using var app = await AzureApp.StartAsync(outside);
        await app.ImportAsync(City);
        foreach (var (id, body) in new[] { ("1", Contacts.Write()), ("2", Contacts.Write()), ("3", "nonsense") })
        {
            outside.Bus.Queue.Send([new(body) { MessageId = id }]);
        }

        outside.Bus.Queue.Take().ToList().ForEach(m => outside.Bus.Queue.Bury(m, "MaxDeliveryCountExceeded"));
        var browser = WebTriggerTests.SignedIn(app, "Notify.Coordinator");

        var page = await browser.GetAsync("/jobs");
        Assert.Contains("Arbete som inte gick att utföra", page.Text, StringComparison.Ordinal);
        Assert.Contains("BROMMA", page.Text, StringComparison.Ordinal);
        Assert.Contains("Oläsligt meddelande", page.Text, StringComparison.Ordinal);
        Assert.Contains("Misslyckades varje gång", page.Text, StringComparison.Ordinal);

        var replayed = await browser.PressAsync(page, "replay");

        Assert.Equal(HttpStatusCode.SeeOther, replayed.Status);
        Assert.Empty(outside.Bus.Queue.Dead);
        Assert.Equal(1, await Work.UntilSettledAsync(outside, app, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_may_only_read_runs_nothing_again()
    {
        var outside = new Outside("2026-03-02T10:00", new InMemoryRecordStore());
        await using var app = await AzureApp.StartAsync(outside);
        await app.ImportAsync(City);
        outside.Bus.Queue.Send([new(Contacts.Write()) { MessageId = "1" }]);
        outside.Bus.Queue.Bury(outside.Bus.Queue.Take().Single(), "MaxDeliveryCountExceeded");
        var browser = WebTriggerTests.SignedIn(app, "Notify.Reader");
        var page = await browser.GetAsync("/jobs");

        var refused = await browser.PressAsync(page, "replay");

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Single(outside.Bus.Queue.Dead);
    }

    [Fact]
    public async Task Work_that_is_run_again_is_not_taken_for_a_repeat_however_soon()
    {
        var outside = new Outside("2026-03-02T10:00", new InMemoryRecordStore());
        await using var app = await AzureApp.StartAsync(outside);
        await app.ImportAsync(City);
        for (var time = 0; time < 3; time++)
        {
            outside.Bus.Queue.Send([new(Contacts.Write()) { MessageId = $"tick-{time}" }]);
            outside.Bus.Queue.Bury(outside.Bus.Queue.Take().Single(), "MaxDeliveryCountExceeded");

            Assert.Equal(1, await app.Get<IDeadLetters>().ReplayAsync(TestContext.Current.CancellationToken));
            Assert.Single(outside.Bus.Queue.Take());
        }
    }

    private static RegisterBuilder City => RegisterBuilder.City().District("BROMMA").School("98000001").Contact("anna").Assign("anna");
}
