using FsCheck;
using FsCheck.Fluent;
using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Testing.Forums;
using Xunit;

namespace Notify.Core.Tests.Forums;

public sealed class SeatTests
{
    private const string Starts = "2026-10-14T13:00";

    [Fact]
    public async Task Of_thirty_who_accept_at_once_twenty_get_seats_the_rest_wait_in_order_and_the_next_moves_up()
    {
        await using var world = new ForumsWorld("2026-09-02T07:05");
        await world.ImportAsync(ForumsWorld.City(30, 0, Starts, f => f with { Capacity = 20 }));
        await world.RunAsync();
        world.Log();

        var schools = Enumerable.Range(1, 30).Select(ForumsWorld.School).ToList();
        using var gate = new Barrier(schools.Count);
        await Task.WhenAll(schools.Select(school => Task.Factory.StartNew(
            () =>
            {
                gate.SignalAndWait(TestContext.Current.CancellationToken);
                return world.AnswerAsync(school, ForumReply.Yes);
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

        var invitees = schools.ConvertAll(s => world.InviteeAsync(s).Result!);
        Assert.Equal(20, invitees.Count(i => i.Seat!.Standing == SeatStanding.Seated));
        var order = invitees.OrderBy(i => i.Seat!.Turn).ToList();
        Assert.Equal(Enumerable.Range(1, 30).Select(n => (long)n), order.Select(i => i.Seat!.Turn));
        Assert.All(order.Take(20), i => Assert.Equal(SeatStanding.Seated, i.Seat!.Standing));

        await world.RunAsync();
        var told = world.Sent();
        Assert.Equal(10, told.Count);
        Assert.All(told, m => Assert.StartsWith("Ni står på väntelistan", m.Content.Subject, StringComparison.Ordinal));

        await world.AnswerAsync(CodeOf(order[3]), ForumReply.No);
        await world.RunAsync();
        var next = Assert.Single(world.Sent());
        Assert.StartsWith("Ni har fått plats", next.Content.Subject, StringComparison.Ordinal);
        Assert.Contains(order[20].Name, next.Content.Text, StringComparison.Ordinal);
        Assert.Equal(SeatStanding.Seated, (await world.InviteeAsync(CodeOf(order[20])))!.Seat!.Standing);
        Assert.Equal(SeatStanding.Waiting, (await world.InviteeAsync(CodeOf(order[21])))!.Seat!.Standing);
    }

    [Fact]
    public async Task Room_is_counted_in_people_and_a_party_waits_until_all_of_it_fits()
    {
        await using var world = new ForumsWorld("2026-09-02T07:05");
        var city = ForumsWorld.City(4, 0, Starts, f => f with { Capacity = 4 });
        await world.ImportAsync(city);
        await world.RunAsync();

        await world.AnswerAsync(ForumsWorld.School(1), ForumReply.Yes, "A\nB\nC");
        await world.AnswerAsync(ForumsWorld.School(2), ForumReply.Yes, "D\nE");
        var third = await world.AnswerAsync(ForumsWorld.School(3), ForumReply.Yes, "F");
        Assert.Equal(1, third.View.Queue);
        Assert.Equal(ForumReplyOutcome.TooMany, (await world.AnswerAsync(ForumsWorld.School(4), ForumReply.Yes, "1\n2\n3\n4\n5")).Outcome);
        Assert.Equal(ForumReplyOutcome.TooMany, (await world.AnswerAsync(ForumsWorld.School(1), ForumReply.Yes, "A\nB\nC\nG")).Outcome);

        Assert.Equal(ForumReplyOutcome.Recorded, (await world.AnswerAsync(ForumsWorld.School(1), ForumReply.Yes, "A\nB")).Outcome);
        await world.RunAsync();
        Assert.Equal(SeatStanding.Seated, (await world.InviteeAsync(ForumsWorld.School(2)))!.Seat!.Standing);
        Assert.Equal(SeatStanding.Waiting, (await world.InviteeAsync(ForumsWorld.School(3)))!.Seat!.Standing);

        await world.ImportAsync(city.ChangeForum("F", f => f with { Capacity = 5 }));
        await world.RunAsync();
        Assert.Equal(SeatStanding.Seated, (await world.InviteeAsync(ForumsWorld.School(3)))!.Seat!.Standing);
    }

    [Fact]
    public async Task Fewer_seats_than_before_take_nobodys_seat_away()
    {
        await using var world = new ForumsWorld("2026-09-02T07:05");
        var city = ForumsWorld.City(2, 0, Starts, f => f with { Capacity = 2 });
        await world.ImportAsync(city);
        await world.RunAsync();
        await world.AnswerAsync(ForumsWorld.School(1), ForumReply.Yes);
        await world.AnswerAsync(ForumsWorld.School(2), ForumReply.Yes);
        world.Log();

        await world.ImportAsync(city.ChangeForum("F", f => f with { Capacity = 1 }));
        await world.RunAsync();

        Assert.Equal(SeatStanding.Seated, (await world.InviteeAsync(ForumsWorld.School(2)))!.Seat!.Standing);
        Assert.Empty(world.Log());
    }

    [Fact]
    public async Task A_school_that_the_forum_is_no_longer_for_leaves_its_seat_to_the_next()
    {
        await using var world = new ForumsWorld("2026-09-02T07:05");
        var city = ForumsWorld.City(2, 0, Starts, f => f with { Capacity = 1 });
        await world.ImportAsync(city);
        await world.RunAsync();
        await world.AnswerAsync(ForumsWorld.School(1), ForumReply.Yes);
        await world.AnswerAsync(ForumsWorld.School(2), ForumReply.Yes);
        await world.RunAsync();
        world.Log();

        await world.ImportAsync(city.ChangeSchool(ForumsWorld.School(1), s => s with { Status = SchoolStatus.Closed }));
        await world.RunAsync();

        Assert.Equal(["2026-09-02 forum-waitlist 1", "2026-09-02 forum-withdrawn 1"], world.Log().Order());
        Assert.Equal(SeatStanding.Seated, (await world.InviteeAsync(ForumsWorld.School(2)))!.Seat!.Standing);
        var gone = (await world.InviteeAsync(ForumsWorld.School(1)))!;
        Assert.Equal((false, null, null), (gone.IsInvited, gone.Answer, gone.Seat));
    }

    [Fact]
    public void However_people_answer_and_take_back_nobody_is_overtaken_and_the_room_is_never_overfull() =>
        Prop.ForAll(
            Gen.Choose(0, 7).SelectMany(who => Gen.Choose(0, 3), (who, persons) => (Who: who, Persons: persons)).ListOf().ToArbitrary(),
            steps =>
            {
                const int capacity = 5;
                var forum = new ForumState("F", default, ForumKind.Local, "F", new(default, default, null, 0), false, capacity);
                var parties = Enumerable.Range(0, 8).ToDictionary(n => $"{n}", n => new InviteeState("F", $"{n}", $"{n}", null));
                foreach (var (who, persons) in steps)
                {
                    var self = parties[$"{who}"];
                    var others = parties.Values.Where(p => p != self).ToList();
                    if (persons == 0)
                    {
                        parties[self.Invitee] = self with { Answer = null, Seat = null };
                    }
                    else if (Seating.StandingOf(self, others, capacity, persons) is { } standing)
                    {
                        forum = forum with { Turns = forum.Turns + 1 };
                        var answer = new ForumAnswer(ForumReply.Yes, [.. Enumerable.Repeat("N", persons)], null, default);
                        var seat = new Seat(self.Seat?.Turn ?? forum.Turns, standing);
                        var isNew = standing == SeatStanding.Seated && self.Seat?.Standing != SeatStanding.Seated;
                        Assert.False(isNew && others.Exists(o => o.Seat is { Standing: SeatStanding.Waiting } && o.Seat.Turn < seat.Turn), "somebody who waits is overtaken");
                        parties[self.Invitee] = self with { Answer = answer, Seat = seat };
                    }

                    var before = parties.Values.Where(p => p.Seat?.Standing == SeatStanding.Seated).Select(p => p.Invitee).ToList();
                    Seating.Promoted(parties.Values, capacity).ToList().ForEach(p => parties[p.Invitee] = p);
                    Assert.All(before, p => Assert.Equal(SeatStanding.Seated, parties[p].Seat!.Standing));
                    var seated = parties.Values.Where(p => p.Seat?.Standing == SeatStanding.Seated).ToList();
                    var waiting = parties.Values.Where(p => p.Seat?.Standing == SeatStanding.Waiting).OrderBy(p => p.Seat!.Turn).ToList();
                    Assert.True(seated.Sum(p => p.Answer!.Persons) <= capacity);
                    Assert.True(waiting.Count == 0 || seated.Sum(p => p.Answer!.Persons) + waiting[0].Answer!.Persons > capacity);
                }
            }).QuickCheckThrowOnFailure();

    private static string CodeOf(InviteeState invitee) => ForumsKeys.SchoolIn(invitee.Invitee)!.ToString()!;
}
