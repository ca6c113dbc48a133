using Notify.Core.Agreements;
using Notify.Core.Delivery;
using Notify.Core.Materials;
using Notify.Core.Register;
using Notify.Testing.Materials;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Materials;

/// <summary>Who is told which version, and when.</summary>
public sealed class AnnouncementTests
{
    private const string First = "school:98000001";

    [Fact]
    public async Task What_was_published_before_the_first_look_is_taken_as_known()
    {
        await using var world = new MaterialsWorld("2026-03-02T10:00");
        await world.ImportAsync(MaterialsWorld.City());
        await world.LiveUntilAsync("2026-04-30");

        Assert.Empty(await world.LogAsync());
        Assert.Equal("3/3/0", await world.ProofAsync());
        Assert.Equal(ToldChannel.Baseline, Assert.Single((await world.StateAsync(First))!.Told).By);
    }

    [Fact]
    public async Task A_new_version_goes_to_every_school_and_contact_once_with_one_reminder()
    {
        await using var world = await BegunAsync();
        await world.ImportAsync(MaterialsWorld.City("2", "2026-03-04"));
        await world.LiveUntilAsync("2026-05-29");

        Assert.Equal(
            [
                "2026-03-04 material-published contact:anna", "2026-03-04 material-published school:98000001", "2026-03-04 material-published school:98000002",
                "2026-03-18 material-reminder contact:anna", "2026-03-18 material-reminder school:98000001", "2026-03-18 material-reminder school:98000002",
            ],
            await world.LogAsync());
    }

    [Fact]
    public async Task A_version_is_announced_on_the_day_of_its_publication_at_the_opening()
    {
        await using var world = await BegunAsync();
        await world.ImportAsync(MaterialsWorld.City("2", "2026-03-07"));
        await world.LiveUntilAsync("2026-03-06");
        Assert.Empty(await world.WaitingAsync());

        world.At("2026-03-07T00:30");
        await world.WatchAsync();

        Assert.All(await world.WaitingAsync(), n => Assert.Equal(new DateTimeOffset(2026, 3, 9, 7, 0, 0, TimeSpan.FromHours(1)), n.NotBefore));
    }

    [Fact]
    public async Task A_school_gets_one_mail_at_both_addresses_and_all_new_versions_in_it()
    {
        await using var world = await BegunAsync();
        await world.ImportAsync(MaterialsWorld.City("2", "2026-03-03").Material("N", m => m with { Published = MaterialsWorld.Day("2026-03-03"), Audience = MaterialAudience.Schools }));
        await world.LiveUntilAsync("2026-03-04");

        var sent = world.Sent().OrderBy(m => m.To[0].ToString(), StringComparer.Ordinal).ToList();
        Assert.Equal(3, sent.Count);
        Assert.Equal(["rektor@skola98000001.example", "expedition@skola98000001.example"], sent[1].To.Select(a => a.ToString()));
        Assert.All(sent.Skip(1), m => Assert.True(m.Content.Text.Contains("Stöd M, version 2", StringComparison.Ordinal) && m.Content.Text.Contains("Stöd N, version 1", StringComparison.Ordinal)));
        Assert.DoesNotContain("Stöd N", sent[0].Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_principal_of_several_preschools_gets_one_mail_that_names_them_and_one_receipt_is_enough()
    {
        await using var world = new MaterialsWorld("2026-03-02T10:00");
        var city = MaterialsWorld.City().School("FSK-A", Led).School("FSK-B", Led).School("FSK-C", Led);
        await world.ImportAsync(city);
        await world.RunAsync();
        world.At("2026-03-03T10:00");
        await world.ImportAsync(MaterialsWorld.With(city, "M", "2", "2026-03-03"));
        await world.LiveUntilAsync("2026-03-03");

        var mail = Assert.Single(world.Sent(), m => m.To[0] == EmailAddress.Parse("karin@forskolor.example"));
        Assert.Contains("gäller Skola FSK-A, Skola FSK-B och Skola FSK-C.", mail.Content.Text, StringComparison.Ordinal);
        Assert.Equal(4, mail.To.Count);

        var view = await world.ConfirmAsync("school:FSK-B");
        Assert.Equal(["Skola FSK-A", "Skola FSK-B", "Skola FSK-C"], view.Names);
        Assert.Equal("3/3/3", await world.ProofAsync(r => r.Reader.Recipient.StartsWith("school:FSK", StringComparison.Ordinal)));
        Assert.Equal("6/6/3", await world.ProofAsync());
    }

    [Fact]
    public async Task A_school_and_a_contact_that_come_later_get_what_is_in_force_as_a_welcome()
    {
        await using var world = await BegunAsync();
        await world.ImportAsync(MaterialsWorld.City().School("98000003").Contact("berit"));
        await world.LiveUntilAsync("2026-03-03");

        Assert.Contains(world.Sent(), m => m.Content.Text.Contains("Här är det stödmaterial som gäller när skola och socialtjänst samverkar i Bromma", StringComparison.Ordinal));
        Assert.Equal(["2026-03-03 material-published contact:berit", "2026-03-03 material-published school:98000003"], await RepeatedAsync(world));
    }

    [Fact]
    public async Task What_the_register_gets_late_but_was_published_before_the_watch_began_is_not_news()
    {
        await using var world = await BegunAsync();
        await world.ImportAsync(MaterialsWorld.City().Material("OLD", m => m with { Published = MaterialsWorld.Day("2015-06-15") }));
        await world.LiveUntilAsync("2026-03-20");

        Assert.Empty(await world.LogAsync());
        Assert.Equal("6/6/0", await world.ProofAsync());
    }

    [Fact]
    public async Task Another_version_is_news_even_if_its_day_of_publication_was_left_as_it_was()
    {
        await using var world = await BegunAsync();
        await world.ImportAsync(MaterialsWorld.City("2", "2026-01-15"));
        await world.LiveUntilAsync("2026-03-03");

        Assert.Equal(3, (await world.LogAsync()).Count);
    }

    [Fact]
    public async Task A_register_that_grows_in_steps_greets_nobody()
    {
        await using var world = new MaterialsWorld("2026-03-02T10:00");
        await world.ImportAsync(RegisterBuilder.City().District("BROMMA").School("98000001").Material("M"));
        await world.RunAsync();
        await world.ImportAsync(MaterialsWorld.City());
        await world.LiveUntilAsync("2026-03-20");

        Assert.Empty(await world.LogAsync());
    }

    [Fact]
    public async Task A_corrected_link_is_one_mail_with_the_right_one()
    {
        await using var world = await BegunAsync();
        await world.ImportAsync(MaterialsWorld.City("2", "2026-03-03"));
        await world.WatchAsync();
        await world.ImportAsync(MaterialsWorld.City("2", "2026-03-03").With(c => c with { Materials = [c.Materials![0] with { Url = new("https://stod.example/ratt") }] }));
        await world.LiveUntilAsync("2026-03-03");

        var sent = world.Sent();
        Assert.Equal(3, sent.Count);
        Assert.All(sent, m => Assert.Contains("https://stod.example/ratt", m.Content.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_version_that_is_withdrawn_before_it_was_announced_sends_nothing()
    {
        await using var world = await BegunAsync();
        await world.ImportAsync(MaterialsWorld.City("2", "2026-03-03"));
        await world.WatchAsync();
        Assert.Equal(3, (await world.WaitingAsync()).Count);
        await world.ImportAsync(MaterialsWorld.City().With(c => c with { Materials = [] }));
        await world.LiveUntilAsync("2026-03-20");

        Assert.Empty(await world.LogAsync());
        Assert.Equal("0/0/0", await world.ProofAsync());
    }

    [Fact]
    public async Task A_newer_version_takes_the_place_of_what_waits_and_of_the_reminder()
    {
        await using var world = await BegunAsync();
        await world.ImportAsync(MaterialsWorld.City("2", "2026-03-03"));
        await world.LiveUntilAsync("2026-03-16");
        Assert.Equal(3, (await world.LogAsync()).Count);
        await world.ImportAsync(MaterialsWorld.City("3", "2026-03-17"));
        await world.LiveUntilAsync("2026-03-30");

        Assert.All(await world.LogAsync(), line => Assert.StartsWith("2026-03-17 material-published", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_school_with_two_districts_hears_from_the_first_alone()
    {
        await using var world = new MaterialsWorld("2026-03-02T10:00");
        var city = MaterialsWorld.City().District("KISTA").Contact("kim").School("98000001").School("98000004");
        await world.ImportAsync(city);
        await world.RunAsync();
        world.At("2026-03-03T10:00");
        await world.ImportAsync(MaterialsWorld.With(city, "M", "2", "2026-03-03"));
        await world.LiveUntilAsync("2026-03-03");

        Assert.Single(await world.LogAsync(), l => l.EndsWith(First, StringComparison.Ordinal));
        Assert.Equal("5/5/0", await world.ProofAsync());
    }

    [Fact]
    public async Task After_days_of_downtime_the_reminder_comes_once_and_only_the_last_version_is_announced()
    {
        await using var world = await BegunAsync();
        await world.ImportAsync(MaterialsWorld.City("2", "2026-03-03"));
        await world.LiveUntilAsync("2026-03-03");
        await world.LogAsync();

        world.At("2026-05-11T10:00");
        await world.RunAsync();
        await world.RunAsync();
        Assert.Equal(3, (await world.LogAsync()).Count(l => l.StartsWith("2026-05-11 material-reminder", StringComparison.Ordinal)));

        await world.ImportAsync(MaterialsWorld.City("3", "2026-05-12"));
        await world.ImportAsync(MaterialsWorld.City("4", "2026-05-14"));
        world.At("2026-06-01T10:00");
        await world.LiveUntilAsync("2026-06-01");
        var mails = world.Sent();
        Assert.Equal(3, mails.Count);
        Assert.All(mails, m => Assert.Contains("version 4", m.Content.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_closed_school_hears_no_more_and_counts_no_more()
    {
        await using var world = await BegunAsync();
        await world.ImportAsync(MaterialsWorld.City("2", "2026-03-03"));
        await world.WatchAsync();
        await world.ImportAsync(MaterialsWorld.City("2", "2026-03-03").School("98000001", s => s with { Status = SchoolStatus.Closed }));
        await world.LiveUntilAsync("2026-03-20");

        Assert.DoesNotContain(await world.LogAsync(), l => l.EndsWith(First, StringComparison.Ordinal));
        Assert.Equal("2/2/0", await world.ProofAsync());
    }

    [Fact]
    public async Task A_mail_that_reached_nobody_told_nothing_until_the_register_has_another_address()
    {
        await using var world = await BegunAsync();
        world.Transport.Answer = (m, _) => Task.FromResult<SendOutcome>(m.To.Any(a => a.ToString().EndsWith("skola98000001.example", StringComparison.Ordinal))
            ? new SendOutcome.Permanent("no such mailbox") : new SendOutcome.Accepted("provider-1", []));
        await world.ImportAsync(MaterialsWorld.City("2", "2026-03-03"));
        await world.LiveUntilAsync("2026-03-25");
        Assert.Equal("2/1/0", await world.ProofAsync(r => r.Reader.Role == RecipientRole.School));
        Assert.DoesNotContain(await world.LogAsync(), l => l.Contains("reminder " + First, StringComparison.Ordinal));

        await world.ImportAsync(MaterialsWorld.City("2", "2026-03-03").School("98000001", s => s with { PrincipalEmail = EmailAddress.Parse("ny@rektor.example"), Email = null }));
        await world.LiveUntilAsync("2026-03-26");
        Assert.Equal("2/2/0", await world.ProofAsync(r => r.Reader.Role == RecipientRole.School));
    }

    [Fact]
    public async Task In_trial_mode_nobody_is_told_and_baseline_drops_what_was_kept_back()
    {
        await using var world = new MaterialsWorld("2026-03-02T10:00", isTrial: true);
        await world.ImportAsync(MaterialsWorld.City());
        await world.RunAsync();
        world.At("2026-03-03T10:00");
        await world.ImportAsync(MaterialsWorld.City("2", "2026-03-03"));
        await world.LiveUntilAsync("2026-03-25");
        Assert.Equal("3/0/0", await world.ProofAsync());

        Assert.Equal(1, await world.Get<MaterialsCommands>().BaselineAsync(DistrictCode.Parse("BROMMA"), TestContext.Current.CancellationToken));
        await world.LiveUntilAsync("2026-04-25");

        Assert.Empty(await world.LogAsync());
        Assert.Equal("3/3/0", await world.ProofAsync());
    }

    [Fact]
    public async Task One_new_version_goes_to_schools_and_asks_the_steering_group_for_a_review()
    {
        await using var world = new MaterialsWorld("2026-03-02T10:00");
        await world.ImportAsync(MaterialsWorld.City().Agreement("A"));
        await RunBothAsync(world);
        world.At("2026-03-03T10:00");
        await world.ImportAsync(MaterialsWorld.City("2", "2026-03-03").Agreement("A"));
        await RunBothAsync(world);
        world.At("2026-03-03T10:15");
        await RunBothAsync(world);

        Assert.Equal(
            ["agreement-review ordforande@bromma.example", "material-published anna@bromma.example", "material-published rektor@skola98000001.example", "material-published rektor@skola98000002.example"],
            world.Sent().Where(m => m.Kind.Contains("re", StringComparison.Ordinal) || m.Kind.StartsWith("material", StringComparison.Ordinal))
                .Select(m => $"{m.Kind} {m.To[0]}").Where(l => !l.StartsWith("agreement-reminder", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    internal static async Task<MaterialsWorld> BegunAsync()
    {
        var world = new MaterialsWorld("2026-03-02T10:00");
        await world.ImportAsync(MaterialsWorld.City());
        await world.RunAsync();
        world.At("2026-03-03T10:00");
        return world;
    }

    private static async Task RunBothAsync(MaterialsWorld world)
    {
        await world.Get<AgreementsJob>().RunAsync(DistrictCode.Parse("BROMMA"), TestContext.Current.CancellationToken);
        await world.RunAsync();
    }

    /// <summary>The subjects of all mails of the watch so far.</summary>
    private static async Task<IReadOnlyList<string>> RepeatedAsync(MaterialsWorld world)
    {
        var lines = new List<string>();
        foreach (var recipient in new[] { "contact:berit", "school:98000003", First })
        {
            lines.AddRange((await world.StateAsync(recipient))!.Told.Where(t => t.By == ToldChannel.Mail).Select(t => $"{t.At:yyyy-MM-dd} material-published {t.Subject}"));
        }

        return lines;
    }

    private static School Led(School school) => school with { PrincipalEmail = EmailAddress.Parse("karin@forskolor.example"), SchoolType = SchoolType.Preschool };
}
