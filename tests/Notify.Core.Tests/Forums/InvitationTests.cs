using Notify.Core.Delivery;
using Notify.Core.Forums;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Testing.Contacts;
using Notify.Testing.Forums;
using Xunit;

namespace Notify.Core.Tests.Forums;

public sealed class InvitationTests
{
    private const string Starts = "2026-10-14T13:00";

    [Fact]
    public async Task Municipal_and_independent_schools_are_invited_in_the_same_run_six_weeks_ahead()
    {
        await using var world = new ForumsWorld("2026-08-20T10:00");
        await world.ImportAsync(ForumsWorld.City(3, 2, Starts));

        await world.LiveUntilAsync("2026-09-01");
        Assert.Empty(world.Log());

        await world.LiveUntilAsync("2026-09-02");
        Assert.Equal(["2026-09-02 forum-invitation 5"], world.Log());
        Assert.All(Enumerable.Range(1, 5), n => Assert.NotNull(world.InviteeAsync(ForumsWorld.School(n)).Result!.InvitedAt));
    }

    [Fact]
    public async Task A_forum_nearer_than_that_is_invited_to_at_once_and_those_silent_are_reminded_by_what_is_left()
    {
        await using var world = new ForumsWorld("2026-10-05T10:00");
        await world.ImportAsync(ForumsWorld.City(2, 0, Starts));
        await world.RunAsync();
        await world.AnswerAsync(ForumsWorld.School(1), ForumReply.No);

        await world.LiveUntilAsync("2026-10-13");

        // Fourteen days had passed before the invitation; 12 October is the working day two days ahead.
        Assert.Equal(["2026-10-05 forum-invitation 2", "2026-10-07 forum-reminder 1", "2026-10-12 forum-attendees 1", "2026-10-12 forum-reminder 1"], world.Log().Order());
    }

    [Fact]
    public async Task After_days_of_downtime_only_the_latest_reminder_is_sent()
    {
        await using var world = new ForumsWorld("2026-09-02T07:05");
        await world.ImportAsync(ForumsWorld.City(1, 0, Starts));
        await world.RunAsync();
        world.At("2026-10-08T07:05");
        await world.RunAsync();

        Assert.Equal(["2026-09-02 forum-invitation 1", "2026-10-08 forum-reminder 1"], world.Log());
        Assert.Equal(7, (await world.InviteeAsync(ForumsWorld.School(1)))!.Reminded!.Days);
    }

    [Fact]
    public async Task A_school_and_its_owner_are_invited_by_one_mail()
    {
        await using var world = new ForumsWorld("2026-09-02T07:05");
        await world.ImportAsync(ForumsWorld.City(0, 1, Starts).ChangeSchool(ForumsWorld.School(1), s => s with { OwnerEmail = EmailAddress.Parse("styrelsen@stiftelsen.example") }));
        await world.RunAsync();

        Assert.Contains(EmailAddress.Parse("styrelsen@stiftelsen.example"), Assert.Single(world.Sent()).To);
    }

    [Fact]
    public async Task A_school_added_to_the_audience_later_is_invited_alone_and_one_removed_is_told()
    {
        await using var world = new ForumsWorld("2026-09-02T07:05");
        var city = ForumsWorld.City(2, 1, Starts);
        await world.ImportAsync(city);
        await world.RunAsync();
        world.Log();

        await world.ImportAsync(city.School("98000099").ChangeSchool(ForumsWorld.School(3), s => s with { SchoolType = SchoolType.Preschool }));
        await world.RunAsync();

        Assert.Equal(["2026-09-02 forum-invitation 1", "2026-09-02 forum-withdrawn 1"], world.Log().Order());
        Assert.NotNull((await world.InviteeAsync("98000099"))!.InvitedAt);
        Assert.True((await world.InviteeAsync(ForumsWorld.School(3)))!.Told!.IsOff);

        await world.ImportAsync(city);
        await world.RunAsync();
        Assert.Equal(["2026-09-02 forum-invitation 1", "2026-09-02 forum-withdrawn 1"], world.Log().Order());
    }

    [Theory]
    [InlineData(SchoolStatus.Closed)]
    [InlineData(SchoolStatus.Dormant)]
    public async Task A_closed_or_dormant_school_is_never_invited(SchoolStatus status)
    {
        await using var world = new ForumsWorld("2026-09-02T07:05");
        await world.ImportAsync(ForumsWorld.City(1, 1, Starts).ChangeSchool(ForumsWorld.School(2), s => s with { Status = status }));
        await world.LiveUntilAsync("2026-10-14");

        Assert.Null(await world.InviteeAsync(ForumsWorld.School(2)));
    }

    [Fact]
    public async Task A_school_in_two_districts_gets_each_districts_invitation_once()
    {
        await using var world = new ForumsWorld("2026-09-02T07:05");
        await world.ImportAsync(ForumsWorld.City(1, 0, Starts).District("SOLNA").School(ForumsWorld.School(1)).Forum("S", f => ForumsWorld.At(f, Starts)));
        await world.RunAsync();
        await world.RunAsync();

        Assert.Equal(["BROMMA", "SOLNA"], world.Sent().Select(m => m.District.ToString()).Order());
    }

    [Theory]
    [InlineData("independent", "98000003 98000004")]
    [InlineData("municipal", "98000001 98000002")]
    [InlineData("programme:ppss", "98000002 98000003")]
    [InlineData("all", "98000001 98000002 98000003 98000004")]
    public async Task Each_audience_reaches_its_schools(string audience, string expected)
    {
        await using var world = new ForumsWorld("2026-09-02T07:05");
        var city = ForumsWorld.City(2, 2, Starts, f => f with { Audience = audience });
        await world.ImportAsync(Enumerable.Range(2, 2).Aggregate(city, (c, n) => c.ChangeSchool(ForumsWorld.School(n), s => s with { Programmes = ["PPSS"] })));
        await world.RunAsync();

        var invited = Enumerable.Range(1, 4).Select(ForumsWorld.School).Where(s => world.InviteeAsync(s).Result is not null);
        Assert.Equal(expected.Split(' '), invited);
    }

    [Fact]
    public async Task Members_of_a_steering_group_are_invited_one_by_one_and_count_for_no_kind_of_owner()
    {
        await using var world = new ForumsWorld("2026-09-02T07:05");
        await world.ImportAsync(ForumsWorld.City(1, 1, Starts, f => f with { Kind = ForumKind.Steering, Audience = "group:G-A" }).Agreement("A"));
        await world.RunAsync();

        var mail = Assert.Single(world.Sent());
        Assert.Equal("forum-invitation", mail.Kind);
        Assert.Contains("Du är inbjuden", mail.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undelivered_invitation_leaves_nobody_invited_and_goes_again_when_the_register_has_another_address()
    {
        await using var world = new ForumsWorld("2026-09-02T07:05");
        var city = ForumsWorld.City(1, 0, Starts);
        world.Transport.Script(new SendOutcome.Permanent("no such user"));
        await world.ImportAsync(city);
        await world.RunAsync();
        Assert.Null((await world.InviteeAsync(ForumsWorld.School(1)))!.InvitedAt);

        world.Transport.Script(new SendOutcome.Accepted("provider-1", []));
        world.Sent();
        await world.RunAsync();
        Assert.DoesNotContain(world.Sent(), m => m.Kind == ForumKinds.Invitation);

        await world.ImportAsync(city.ChangeSchool(ForumsWorld.School(1), s => s with { Email = EmailAddress.Parse("ny@skola.example") }));
        await world.RunAsync();
        Assert.Equal(ForumKinds.Invitation, Assert.Single(world.Sent(), m => m.Kind == ForumKinds.Invitation).Kind);
        Assert.NotNull((await world.InviteeAsync(ForumsWorld.School(1)))!.InvitedAt);
    }

    [Fact]
    public async Task What_has_not_left_when_the_forum_begins_expires()
    {
        await using var world = new ForumsWorld("2026-10-14T12:00");
        await world.ImportAsync(ForumsWorld.City(1, 0, Starts));
        await world.Get<ForumsJob>().RunAsync(DistrictCode.Parse("BROMMA"), TestContext.Current.CancellationToken);
        Assert.Equal(ContactsWorld.Moment("2026-10-14T13:00"), Assert.Single(await world.WaitingAsync()).Expires);

        world.At("2026-10-14T13:00");
        await world.RunAsync();

        Assert.Empty(world.Sent());
        var counts = await world.Get<NotificationReader>().CountAsync(DistrictCode.Parse("BROMMA"), TestContext.Current.CancellationToken);
        Assert.Equal(1, counts[NotificationState.Expired]);
    }
}
