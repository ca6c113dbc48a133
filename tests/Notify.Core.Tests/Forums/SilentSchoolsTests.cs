using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Forums;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Testing.Forums;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Forums;

/// <summary>Whom the coordinator had better ring: independent schools that were silent to two invitations in a row.</summary>
public sealed class SilentSchoolsTests
{
    // School 1 is municipal, 2 and 3 are independent.
    private static readonly RegisterBuilder City = ForumsWorld.City(1, 2, "2026-09-09T13:00")
        .Forum("G", f => ForumsWorld.At(f with { Title = "Andra forumet" }, "2026-09-23T13:00"));

    [Fact]
    public async Task An_independent_school_silent_twice_is_to_be_rung_once_and_a_municipal_one_is_not()
    {
        await using var world = await StartAsync();
        await world.LiveUntilAsync("2026-09-29");
        Assert.Empty(await CallsAsync(world));

        await world.LiveUntilAsync("2026-10-02");

        var call = Assert.Single(await CallsAsync(world));
        Assert.Equal(("98000003", CallReason.SilentForums, false, "Forum F; Andra forumet"), (call.School.ToString(), call.Reason, call.Done, call.Note));
        await world.LiveUntilAsync("2026-10-10");
        Assert.Single(await CallsAsync(world));
    }

    [Fact]
    public async Task A_record_of_who_came_settles_it_before_the_week_is_over()
    {
        await using var world = await StartAsync();
        await world.LiveUntilAsync("2026-09-23");
        world.At("2026-09-23T16:00");
        await world.ImportAsync(City.With(c => c with { Attendance = [Came("F", 1), Came("G", 1)] }));
        await world.RunAsync();

        Assert.Equal("98000003", Assert.Single(await CallsAsync(world)).School.ToString());
    }

    [Fact]
    public async Task A_school_that_came_without_an_answer_is_not_silent_and_a_later_record_of_it_takes_it_off_the_list()
    {
        await using var world = await StartAsync();
        await world.LiveUntilAsync("2026-10-02");
        Assert.Single(await CallsAsync(world), c => !c.Done);

        await world.ImportAsync(City.With(c => c with { Attendance = [Came("G", 3)] }));
        await world.RunAsync();

        Assert.True(Assert.Single(await CallsAsync(world)).Done);
    }

    [Fact]
    public async Task An_answer_to_a_coming_forum_takes_it_off_the_list()
    {
        await using var world = await StartAsync();
        await world.ImportAsync(City.Forum("H", f => ForumsWorld.At(f, "2026-11-04T13:00")));
        await world.LiveUntilAsync("2026-10-02");
        Assert.Single(await CallsAsync(world), c => !c.Done);

        await world.AnswerAsync(ForumsWorld.School(3), ForumReply.Unsure, forum: "H");
        await world.RunAsync();

        Assert.True(Assert.Single(await CallsAsync(world)).Done);
    }

    [Fact]
    public async Task An_invitation_that_came_back_later_has_invited_nobody()
    {
        await using var world = await StartAsync();
        var invitation = world.Sent().Single(m => m.To[0].Domain.Contains("98000003", StringComparison.Ordinal) && m.Content.Subject.Contains("Forum F", StringComparison.Ordinal));

        var stored = (await NotificationRows.FindAsync(world.Store, invitation.Id, TestContext.Current.CancellationToken))!.Notification;
        var bounced = stored with { State = NotificationState.Bounced };
        var before = (await world.InviteeAsync(ForumsWorld.School(3)))!;
        var after = InviteeOutcome.Of(before, bounced, world.Clock.GetUtcNow());

        Assert.Equal((null, null, null), (after.InvitedAt, after.Told, after.Invitation));
        var arrived = InviteeOutcome.Of(after, stored, before.InvitedAt!.Value);
        Assert.Equal((before.InvitedAt, before.Told, before.Invitation), (arrived.InvitedAt, arrived.Told, arrived.Invitation));
    }

    private static async Task<ForumsWorld> StartAsync()
    {
        var world = new ForumsWorld("2026-08-31T08:00");
        await world.ImportAsync(City);
        await world.RunAsync();
        await world.AnswerAsync(ForumsWorld.School(2), ForumReply.No, forum: "G");
        return world;
    }

    private static Attendance Came(string forum, int school) => new(forum, SchoolUnitCode.Parse(ForumsWorld.School(school)), true, 1);

    private static async Task<IReadOnlyList<CallRow>> CallsAsync(ForumsWorld world) =>
        [.. (await world.Get<ContactsReader>().ReadAsync(DistrictCode.Parse("BROMMA"), default))!.Calls.Where(c => c.Reason == CallReason.SilentForums)];
}
