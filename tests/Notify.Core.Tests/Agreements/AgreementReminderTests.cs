using Notify.Core.Agreements;
using Notify.Core.Delivery;
using Notify.Core.Register;
using Notify.Testing.Agreements;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Agreements;

/// <summary>What a steering group hears of its agreements, and when.</summary>
public sealed class AgreementReminderTests
{
    private static readonly EmailAddress Chair = EmailAddress.Parse("ordforande@bromma.example");
    private static readonly EmailAddress Second = EmailAddress.Parse("rektor@bromma.example");
    private static readonly EmailAddress Director = EmailAddress.Parse("direktor@bromma.example");

    [Fact]
    public async Task The_steps_come_ahead_and_then_every_week_until_it_is_revised__GLPI_6164()
    {
        await using var world = new AgreementsWorld("2026-08-03T09:00");
        await world.ImportAsync(AgreementsWorld.City("2026-11-16"));

        await world.LiveUntilAsync("2026-12-10");

        Assert.Equal(
            [
                "2026-08-18 agreement-reminder", "2026-10-16 agreement-reminder", "2026-11-02 agreement-reminder", "2026-11-09 agreement-reminder",
                "2026-11-16 agreement-reminder", "2026-11-23 agreement-overdue", "2026-11-30 agreement-escalated", "2026-12-07 agreement-escalated",
            ],
            world.Log());
    }

    [Fact]
    public async Task From_the_fourteenth_day_overdue_the_director_gets_a_copy()
    {
        await using var world = new AgreementsWorld("2026-11-23T09:00");
        await world.ImportAsync(AgreementsWorld.City("2026-11-16"));

        await world.LiveUntilAsync("2026-11-30");

        var mails = world.Sent();
        Assert.Equal([AgreementKinds.Overdue, AgreementKinds.Escalated], mails.Select(m => m.Kind));
        Assert.All(mails, m => Assert.Equal([Chair], m.To));
        Assert.Equal([[], [Director]], mails.Select(m => m.Cc!));
    }

    [Fact]
    public async Task The_director_gets_one_copy_of_what_several_mails_say()
    {
        await using var world = new AgreementsWorld("2026-12-07T09:00");
        var both = AgreementsWorld.City("2026-11-16").Agreement("B", b => b with { NextRevision = AgreementsWorld.Day("2026-11-16") });
        await world.ImportAsync(both.With(c => c with { SteeringGroups = [.. c.SteeringGroups!, Rows.Member("G-B", c.Districts![0].Code) with { MemberEmail = Second }] }));

        await world.RunAsync();

        var mails = world.Sent();
        Assert.Equal([AgreementKinds.Escalated, AgreementKinds.Escalated], mails.Select(m => m.Kind));
        Assert.Equal([Chair], mails.Single(m => m.Cc!.Contains(Director)).To);
    }

    [Fact]
    public async Task A_changed_day_begins_anew_and_is_told_once__GLPI_4571()
    {
        await using var world = new AgreementsWorld("2026-10-16T09:00");
        await world.ImportAsync(AgreementsWorld.City("2026-11-16"));
        await world.RunAsync();
        world.At("2026-10-20T09:00");
        await world.ImportAsync(AgreementsWorld.City("2027-03-15"));

        await world.LiveUntilAsync("2027-02-14");

        Assert.Equal(
            ["2026-10-16 agreement-reminder", "2026-10-20 agreement-revised", "2026-12-15 agreement-reminder", "2027-02-12 agreement-reminder"],
            world.Log());
    }

    [Fact]
    public async Task A_new_day_is_not_told_when_no_reminder_for_the_old_one_had_gone()
    {
        await using var world = new AgreementsWorld("2026-03-02T09:00");
        await world.ImportAsync(AgreementsWorld.City("2026-11-16"));
        await world.RunAsync();
        await world.ImportAsync(AgreementsWorld.City("2026-12-16"));

        await world.LiveUntilAsync("2026-08-31");

        Assert.Empty(world.Log());
    }

    [Fact]
    public async Task What_is_queued_for_the_old_day_never_leaves()
    {
        await using var world = new AgreementsWorld("2026-10-17T09:00"); // a Saturday: the mail waits for Monday
        await world.ImportAsync(AgreementsWorld.City("2026-11-16"));
        await world.RunAsync();
        Assert.Single(await world.WaitingAsync());
        await world.ImportAsync(AgreementsWorld.City("2027-11-16"));

        await world.LiveUntilAsync("2026-10-31");

        Assert.Empty(world.Log());
        Assert.Empty(await world.WaitingAsync());
    }

    [Fact]
    public async Task A_day_that_changes_and_changes_back_says_no_step_twice()
    {
        await using var world = new AgreementsWorld("2026-10-16T09:00");
        await world.ImportAsync(AgreementsWorld.City("2026-11-16"));
        await world.RunAsync();
        await world.ImportAsync(AgreementsWorld.City("2027-06-01"));
        await world.RunAsync();
        world.At("2026-10-19T09:00");
        await world.ImportAsync(AgreementsWorld.City("2026-11-16"));

        await world.LiveUntilAsync("2026-11-02");

        Assert.Equal(
            ["2026-10-16 agreement-reminder", "2026-10-16 agreement-revised", "2026-10-19 agreement-revised", "2026-11-02 agreement-reminder"],
            world.Log());
    }

    [Fact]
    public async Task After_a_fortnight_of_downtime_there_is_one_reminder_and_not_four()
    {
        await using var world = new AgreementsWorld("2026-11-01T09:00");
        await world.ImportAsync(AgreementsWorld.City("2026-11-16"));
        world.At("2026-11-17T09:00");

        await world.RunAsync();
        await world.RunAsync();

        Assert.Equal(["2026-11-17 agreement-reminder"], world.Log());
    }

    [Fact]
    public async Task Thresholds_are_the_agreements_own__Snipe_IT_8891()
    {
        await using var world = new AgreementsWorld("2026-08-03T09:00");
        await world.ImportAsync(AgreementsWorld.City("2026-11-16", a => a with { RemindDays = [60, 3] }));

        await world.LiveUntilAsync("2026-11-23");

        Assert.Equal(
            ["2026-09-17 agreement-reminder", "2026-11-13 agreement-reminder", "2026-11-23 agreement-overdue"],
            world.Log());
    }

    [Fact]
    public async Task An_ended_agreement_is_left_in_peace_even_by_what_was_queued()
    {
        await using var world = new AgreementsWorld("2026-10-17T09:00");
        await world.ImportAsync(AgreementsWorld.City("2026-11-16"));
        await world.RunAsync();
        await world.ImportAsync(AgreementsWorld.City("2026-11-16", a => a with { Status = AgreementStatus.Ended }));

        await world.LiveUntilAsync("2026-12-31");

        Assert.Empty(world.Log());
    }

    [Fact]
    public async Task A_reminder_that_failed_is_not_taken_for_given_and_the_next_step_comes()
    {
        await using var world = new AgreementsWorld("2026-11-09T09:00");
        world.Transport.Script(new SendOutcome.Permanent("550"), new SendOutcome.Accepted(null, []));
        await world.ImportAsync(AgreementsWorld.City("2026-11-16"));
        await world.RunAsync();
        Assert.Empty((await world.StateAsync("A")).Heard);

        await world.LiveUntilAsync("2026-11-16");

        Assert.Equal(["2026-11-09", "2026-11-16"], world.Sent().Where(m => m.Kind == AgreementKinds.Reminder).Select(m => m.Date.ToString("yyyy-MM-dd", null)));
        Assert.Equal(0, (await world.StateAsync("A")).HeardOf(AgreementsWorld.Day("2026-11-16")));
    }

    [Fact]
    public async Task A_district_of_hundreds_of_agreements_is_reminded_changed_and_taken_as_known_although_no_commit_holds_them_all()
    {
        await using var world = new AgreementsWorld("2026-10-17T09:00"); // Saturday: everything waits
        var city = Enumerable.Range(1, 230).Aggregate(
            RegisterBuilder.City().District("BROMMA"), (city, n) => city.Agreement($"A{n}", a => a with { NextRevision = AgreementsWorld.Day("2026-11-16") }));
        await world.ImportAsync(city);
        await world.RunAsync();
        Assert.Equal(5, (await world.WaitingAsync()).Count);
        await world.ImportAsync(city.With(c => c with { SteeringGroups = [.. c.SteeringGroups!.Select(g => g with { MemberEmail = EmailAddress.Parse($"{g.Id.ToLowerInvariant()}@bromma.example") })] }));
        await world.RunAsync();
        Assert.Equal(230, (await world.WaitingAsync()).Count);

        await world.Get<AgreementsCommands>().BaselineAsync(DistrictCode.Parse("BROMMA"), TestContext.Current.CancellationToken);
        Assert.Empty(await world.WaitingAsync());
        await world.LiveUntilAsync("2026-11-02");

        Assert.Equal(230, world.Sent().Select(m => m.To.Single()).Distinct().Count());
    }

    [Fact]
    public async Task What_is_taken_as_known_is_not_sent_and_the_next_step_is()
    {
        await using var world = new AgreementsWorld("2026-10-17T09:00"); // Saturday
        await world.ImportAsync(AgreementsWorld.City("2026-11-16"));
        await world.RunAsync();
        Assert.Single(await world.WaitingAsync());

        Assert.Equal(1, await world.Get<AgreementsCommands>().BaselineAsync(DistrictCode.Parse("BROMMA"), TestContext.Current.CancellationToken));

        await world.LiveUntilAsync("2026-11-02");
        Assert.Equal(["2026-11-02 agreement-reminder"], world.Log());
    }

    [Fact]
    public async Task A_mail_that_was_kept_back_is_no_longer_to_be_said_once_the_day_is_taken_as_known()
    {
        await using var world = new AgreementsWorld("2026-11-09T09:00");
        world.Transport.Script(new SendOutcome.Permanent("550"));
        await world.ImportAsync(AgreementsWorld.City("2026-11-16"));
        await world.RunAsync();
        var owner = world.Get<IEnumerable<INotificationOwner>>().Single(o => o.Owns(AgreementKinds.Reminder));
        Assert.Single(await owner.WantedAsync(DistrictCode.Parse("BROMMA"), TestContext.Current.CancellationToken));

        await world.Get<AgreementsCommands>().BaselineAsync(DistrictCode.Parse("BROMMA"), TestContext.Current.CancellationToken);

        Assert.Empty(await owner.WantedAsync(DistrictCode.Parse("BROMMA"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_member_of_several_groups_gets_one_mail_and_the_others_their_own()
    {
        await using var world = new AgreementsWorld("2026-11-16T09:00");
        var both = AgreementsWorld.City("2026-11-16").Agreement("B", b => b with { NextRevision = AgreementsWorld.Day("2026-12-16") });
        await world.ImportAsync(both.With(c => c with { SteeringGroups = [.. c.SteeringGroups!, Rows.Member("G-B", c.Districts![0].Code) with { MemberEmail = Second }] }));

        await world.RunAsync();

        var mails = world.Sent();
        Assert.Equal(2, mails.Count);
        var digest = mails.Single(m => m.To.Contains(Chair));
        Assert.Contains("Överenskommelse A", digest.Content.Text, StringComparison.Ordinal);
        Assert.Contains("Överenskommelse B", digest.Content.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Överenskommelse A", mails.Single(m => m.To.Contains(Second)).Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_digest_says_anew_what_still_holds()
    {
        await using var world = new AgreementsWorld("2026-10-17T09:00"); // Saturday
        var city = AgreementsWorld.City("2026-11-16").Agreement("B", b => b with { NextRevision = AgreementsWorld.Day("2026-11-16") });
        await world.ImportAsync(city);
        await world.RunAsync();
        await world.ImportAsync(city.With(c => c with { Agreements = [.. c.Agreements!.Select(a => a.Id == "A" ? a with { NextRevision = AgreementsWorld.Day("2028-01-10") } : a)] }));

        await world.LiveUntilAsync("2026-10-19");

        var mail = Assert.Single(world.Sent());
        Assert.Contains("Överenskommelse B", mail.Content.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Överenskommelse A", mail.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_day_is_told_to_the_informed_each_alone()
    {
        EmailAddress[] schools = [EmailAddress.Parse("a@skola.example"), EmailAddress.Parse("b@skola.example")];
        await using var world = new AgreementsWorld("2026-10-16T09:00");
        await world.ImportAsync(AgreementsWorld.City("2026-11-16", a => a with { Informed = schools }));
        await world.RunAsync();
        Assert.Equal([Chair], Assert.Single(world.Sent()).To);
        await world.ImportAsync(AgreementsWorld.City("2027-11-16", a => a with { Informed = schools }));

        await world.RunAsync();

        Assert.Equal([[schools[0]], [schools[1]], [Chair]], world.Sent().Select(m => m.To.ToArray()).OrderBy(t => t[0].ToString(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task New_support_material_prompts_a_review_once_and_what_was_there_before_does_not()
    {
        await using var world = new AgreementsWorld("2026-03-02T09:00");
        var city = AgreementsWorld.City("2027-11-16").Material("M");
        await world.ImportAsync(city);
        await world.RunAsync();
        Assert.Empty(world.Log());
        await world.ImportAsync(city.With(c => c with { Materials = [.. c.Materials!.Select(m => m with { Version = "2" })] }));

        await world.LiveUntilAsync("2026-03-31");

        Assert.Equal(["2026-03-02 agreement-review"], world.Log());
    }

    [Fact]
    public async Task The_steering_group_of_another_district_looks_after_the_agreement_all_the_same()
    {
        await using var world = new AgreementsWorld("2026-11-16T09:00");
        var city = AgreementsWorld.City("2026-11-16").District("KISTA");
        await world.ImportAsync(city.With(c => c with
        {
            SteeringGroups = [Rows.Member("G-A", DistrictCode.Parse("KISTA")) with { MemberEmail = Second }],
        }));

        await world.RunAsync();

        Assert.Equal([Second], Assert.Single(world.Sent()).To);
    }
}
