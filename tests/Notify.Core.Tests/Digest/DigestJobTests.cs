using Notify.Core.Digest;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Templates;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Digest;

public sealed class DigestJobTests
{
    private static readonly DistrictCode Bromma = DistrictCode.Parse("BROMMA");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_the_first_working_day_of_the_week_the_coordinator_hears_what_there_is_to_do()
    {
        await using var world = await CityAsync();
        world.At("2026-03-09T06:59");
        Assert.Empty(await RunAsync(world));

        world.At("2026-03-09T07:00");
        var mail = Assert.Single(await RunAsync(world));

        Assert.Equal((world.Clock.GetUtcNow(), ContactsWorld.Moment("2026-03-16T00:00")), (mail.NotBefore, mail.Expires));
        var coordinator = (await world.Get<RegisterStore>().ContentAsync(Ct)).Districts![0].CoordinatorEmail;
        Assert.Equal([coordinator], mail.Recipients.Select(r => r.Address));
        var rendered = (await world.Get<IMailRenderer>().RenderAsync(mail, Ct)).Mail!;
        Assert.Contains("En skola har ingen kontakt", rendered.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-09T07:00")]
    [InlineData("2026-03-09T15:00")]
    [InlineData("2026-03-11T09:00")]
    [InlineData("2026-03-13T16:59")]
    public async Task After_days_of_standing_still_it_comes_once_in_the_same_week(string now)
    {
        await using var world = await CityAsync();
        world.At(now);

        Assert.Single(await RunAsync(world));
        world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Single(await RunAsync(world));
    }

    [Theory]
    [InlineData("2026-03-13T17:00")]
    [InlineData("2026-03-15T12:00")]
    public async Task When_no_mail_leaves_in_that_week_any_more_there_is_none(string now)
    {
        await using var world = await CityAsync();
        world.At(now);

        Assert.Empty(await RunAsync(world));
        world.At("2026-03-16T07:00");
        Assert.Single(await RunAsync(world));
    }

    [Fact]
    public async Task After_Easter_Monday_it_is_the_Tuesday()
    {
        await using var world = await CityAsync();
        world.At("2026-04-06T09:00");
        Assert.Empty(await RunAsync(world));

        world.At("2026-04-07T07:00");

        Assert.Single(await RunAsync(world));
    }

    [Fact]
    public async Task The_week_of_the_baseline_has_none()
    {
        await using var world = await CityAsync();
        world.At("2026-03-06T09:00");

        Assert.Empty(await RunAsync(world));
    }

    [Fact]
    public async Task Without_anything_to_do_there_is_none_and_what_comes_later_in_the_week_waits_for_the_next()
    {
        await using var world = await CityAsync(City().Assign("anna").School("98000002").Contact("berit").Assign("berit").Contact("cecilia").Assign("cecilia", role: AssignmentRole.Deputy));
        world.At("2026-03-09T07:00");
        Assert.Empty(await RunAsync(world));

        await world.ImportAsync(City().Assign("anna").School("98000002").Contact("berit").Contact("cecilia"));
        await world.RunAsync();
        world.At("2026-03-10T09:00");
        Assert.Empty(await RunAsync(world));

        world.At("2026-03-16T07:00");
        Assert.Single(await RunAsync(world));
    }

    [Fact]
    public async Task A_week_that_is_decided_about_costs_one_store_operation()
    {
        var store = new CountingRecordStore(new InMemoryRecordStore());
        await using var world = await CityAsync(store: store);
        world.At("2026-03-09T07:00");
        await RunAsync(world);
        store.Reset();

        await world.GetAll<IJob>().Single(j => j.Name == "digest").RunAsync(Bromma, Ct);

        Assert.Equal(1, store.Operations);
    }

    [Fact]
    public async Task Two_processes_at_once_plan_one()
    {
        await using var world = await CityAsync();
        world.At("2026-03-09T07:00");
        var job = world.GetAll<IJob>().Single(j => j.Name == "digest");

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => job.RunAsync(Bromma, Ct), Ct)));

        Assert.Single(await world.WaitingAsync(), n => n.Kind == DigestJob.Kind);
    }

    [Theory]
    [InlineData("2026-01-01", "2026-W01")]
    [InlineData("2027-01-03", "2026-W53")]
    [InlineData("2026-12-28", "2026-W53")]
    public void Weeks_are_those_of_ISO_8601(string day, string week) => Assert.Equal(week, DigestRule.WeekOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    private static RegisterBuilder City() => RegisterBuilder.City().District("BROMMA", d => d with { ForumsPerTerm = new Dictionary<ForumKind, int>() }).School("98000001").Contact("anna");

    /// <summary>The baseline was taken on Monday 2 March; one school has nobody.</summary>
    private static async Task<ContactsWorld> CityAsync(RegisterBuilder? city = null, IRecordStore? store = null)
    {
        var world = new ContactsWorld("2026-03-02T10:00", store);
        await world.ImportAsync(city ?? City().Assign("anna").School("98000002"));
        await world.RunAsync();
        return world;
    }

    private static async Task<IReadOnlyList<Notification>> RunAsync(ContactsWorld world)
    {
        await world.GetAll<IJob>().Single(j => j.Name == "digest").RunAsync(Bromma, Ct);
        return [.. (await world.WaitingAsync()).Where(n => n.Kind == DigestJob.Kind)];
    }
}
