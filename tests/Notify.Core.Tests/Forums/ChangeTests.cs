using Notify.Core.Delivery;
using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Testing.Contacts;
using Notify.Testing.Forums;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Forums;

public sealed class ChangeTests
{
    private const string Starts = "2026-10-14T13:00";
    private static readonly RegisterBuilder City = ForumsWorld.City(2, 1, Starts);

    [Fact]
    public async Task Another_time_is_told_to_all_who_were_invited_and_keeps_their_answers()
    {
        await using var world = await InvitedAsync();
        await world.AnswerAsync(ForumsWorld.School(1), ForumReply.Yes, "Eva Ek");

        await world.ImportAsync(City.ChangeForum("F", f => ForumsWorld.At(f, "2026-10-15T14:00")));
        await world.RunAsync();

        var mails = world.Sent();
        Assert.Equal([ForumKinds.Changed, ForumKinds.Changed, ForumKinds.Changed], mails.Select(m => m.Kind));
        Assert.All(mails, m => Assert.StartsWith("Ny tid för Forum F", m.Content.Subject, StringComparison.Ordinal));
        Assert.Single(mails, m => m.Content.Text.Contains("Ni har svarat ja", StringComparison.Ordinal));
        Assert.Equal(ForumReply.Yes, (await world.InviteeAsync(ForumsWorld.School(1)))!.Answer!.Reply);
        Assert.Equal(1, (await world.ForumAsync()).Meeting.Sequence);
    }

    [Fact]
    public async Task A_change_back_before_it_was_told_sends_nothing()
    {
        await using var world = await InvitedAsync("2026-09-05T10:00");
        await world.ImportAsync(City.ChangeForum("F", f => f with { Place = "Biblioteket" }));
        await world.RunAsync();
        Assert.Equal(3, (await world.WaitingAsync()).Count);

        await world.ImportAsync(City);
        await world.LiveUntilAsync("2026-09-08");

        Assert.Empty(world.Log());
    }

    [Fact]
    public async Task A_change_before_the_invitation_left_is_in_the_invitation()
    {
        await using var world = new ForumsWorld("2026-09-05T10:00");
        await world.ImportAsync(City);
        await world.RunAsync();
        await world.ImportAsync(City.ChangeForum("F", f => f with { Place = "Biblioteket" }));
        await world.LiveUntilAsync("2026-09-08");

        var mails = world.Sent();
        Assert.Equal(3, mails.Count);
        Assert.All(mails, m => Assert.Equal(ForumKinds.Invitation, m.Kind));
        Assert.All(mails, m => Assert.Contains("Biblioteket", m.Content.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_moved_forum_is_reminded_of_by_its_new_day()
    {
        await using var world = await InvitedAsync();
        await world.LiveUntilAsync("2026-09-30");
        Assert.Equal(["2026-09-30 forum-reminder 3"], world.Log());

        await world.ImportAsync(City.ChangeForum("F", f => ForumsWorld.At(f, "2026-11-04T13:00")));
        await world.LiveUntilAsync("2026-10-28");

        Assert.Equal(["2026-09-30 forum-changed 3", "2026-10-21 forum-reminder 3", "2026-10-28 forum-reminder 3"], world.Log());
    }

    [Fact]
    public async Task A_forum_moved_nearer_is_not_reminded_of_on_the_day_the_move_is_told()
    {
        await using var world = await InvitedAsync();
        await world.ImportAsync(City.ChangeForum("F", f => ForumsWorld.At(f, "2026-09-14T13:00")));
        await world.LiveUntilAsync("2026-09-07");

        // Seven days before Monday is the next reminder; the one of fourteen days had passed.
        Assert.Equal(["2026-09-02 forum-changed 3", "2026-09-07 forum-reminder 3"], world.Log());
    }

    [Theory]
    [InlineData("2026-10-19T03:00")] // Thirty hours later.
    [InlineData("2026-10-19T08:00")]
    public async Task A_forum_cancelled_on_a_saturday_night_before_it_is_told_at_once(string starts)
    {
        var city = ForumsWorld.City(2, 1, starts);
        await using var world = new ForumsWorld("2026-09-07T10:00");
        await world.ImportAsync(city);
        await world.RunAsync();
        world.At("2026-10-17T21:00");
        await world.RunAsync();
        world.Log();

        await world.ImportAsync(city.ChangeForum("F", f => f with { Status = ForumStatus.Cancelled }));
        await world.RunAsync();

        Assert.Equal(["2026-10-17 forum-cancelled 3"], world.Log());
    }

    [Fact]
    public async Task A_forum_cancelled_weeks_ahead_is_told_when_offices_are_open()
    {
        await using var world = await InvitedAsync();
        world.At("2026-09-12T21:00");
        await world.ImportAsync(City.ChangeForum("F", f => f with { Status = ForumStatus.Cancelled }));
        await world.RunAsync();
        Assert.Empty(world.Log());

        await world.LiveUntilAsync("2026-09-14");
        Assert.Equal(["2026-09-14 forum-cancelled 3"], world.Log());
    }

    [Fact]
    public async Task A_forum_moved_in_the_night_before_it_is_told_before_people_leave_home()
    {
        await using var world = new ForumsWorld("2026-09-02T07:05");
        var city = ForumsWorld.City(1, 0, "2026-10-14T08:00");
        await world.ImportAsync(city);
        await world.RunAsync();
        world.At("2026-10-13T21:00");
        await world.RunAsync();
        world.Log();

        await world.ImportAsync(city.ChangeForum("F", f => f with { Place = "Biblioteket" }));
        await world.RunAsync();

        Assert.Equal(["2026-10-13 forum-changed 1"], world.Log());
    }

    [Fact]
    public async Task A_forum_that_leaves_the_register_before_it_begins_is_cancelled_and_one_that_is_over_is_kept()
    {
        await using var world = await InvitedAsync();
        await world.ImportAsync(City.WithoutForum("F"));
        await world.RunAsync();
        Assert.Equal(["2026-09-02 forum-cancelled 3"], world.Log());

        await world.ImportAsync(City);
        await world.RunAsync();
        Assert.Equal(["2026-09-02 forum-invitation 3"], world.Log());
        Assert.Equal(2, (await world.ForumAsync()).Meeting.Sequence);

        await world.LiveUntilAsync("2026-10-15");
        world.Log();
        await world.ImportAsync(City.WithoutForum("F"));
        await world.RunAsync();
        Assert.Empty(world.Log());
        Assert.False((await world.ForumAsync()).IsCalledOff);
    }

    [Fact]
    public async Task A_cancellation_undone_before_it_was_told_keeps_the_answers_and_one_that_was_told_asks_anew()
    {
        await using var world = await InvitedAsync();
        await world.AnswerAsync(ForumsWorld.School(1), ForumReply.Yes);
        var cancelled = City.ChangeForum("F", f => f with { Status = ForumStatus.Cancelled });

        world.At("2026-09-05T21:00");
        await world.ImportAsync(cancelled);
        await world.RunAsync();
        await world.ImportAsync(City);
        await world.LiveUntilAsync("2026-09-07");
        Assert.Empty(world.Log());
        Assert.Equal(ForumReply.Yes, (await world.InviteeAsync(ForumsWorld.School(1)))!.Answer!.Reply);

        await world.ImportAsync(cancelled);
        await world.RunAsync();
        await world.ImportAsync(City);
        await world.RunAsync();
        Assert.Equal(["2026-09-07 forum-cancelled 3", "2026-09-07 forum-invitation 3"], world.Log());
        Assert.Null((await world.InviteeAsync(ForumsWorld.School(1)))!.Answer);
    }

    [Fact]
    public async Task A_mail_that_is_being_sent_is_not_overtaken_and_the_change_follows_it()
    {
        await using var world = new ForumsWorld("2026-09-02T07:05");
        await world.ImportAsync(ForumsWorld.City(1, 0, Starts));
        await world.Get<ForumsJob>().RunAsync(DistrictCode.Parse("BROMMA"), TestContext.Current.CancellationToken);
        world.Transport.Answer = async (_, ct) =>
        {
            await world.ImportAsync(ForumsWorld.City(1, 0, Starts).ChangeForum("F", f => f with { Place = "Biblioteket" }));
            await world.Get<ForumsJob>().RunAsync(DistrictCode.Parse("BROMMA"), ct);
            world.Transport.Script(new SendOutcome.Accepted("provider-1", []));
            return new SendOutcome.Accepted("provider-0", []);
        };
        await world.RunAsync();

        Assert.Equal([ForumKinds.Invitation, ForumKinds.Changed], world.Sent().Select(m => m.Kind));
    }

    [Fact]
    public async Task What_is_taken_as_known_is_not_sent_and_what_comes_later_is()
    {
        await using var world = new ForumsWorld("2026-09-30T07:05");
        await world.ImportAsync(City);
        Assert.Equal(1, await world.Get<ForumsCommands>().BaselineAsync(DistrictCode.Parse("BROMMA"), TestContext.Current.CancellationToken));
        await world.RunAsync();
        Assert.Empty(world.Log());
        Assert.NotNull((await world.InviteeAsync(ForumsWorld.School(1)))!.InvitedAt);

        await world.LiveUntilAsync("2026-10-07");
        Assert.Equal(["2026-10-07 forum-reminder 3"], world.Log());
    }

    private static async Task<ForumsWorld> InvitedAsync(string then = "2026-09-02T07:05")
    {
        var world = new ForumsWorld("2026-09-02T07:05");
        await world.ImportAsync(City);
        await world.RunAsync();
        Assert.Equal(["2026-09-02 forum-invitation 3"], world.Log());
        world.At(then);
        return world;
    }
}
