using Notify.Core.Delivery;
using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Core.Time;
using Notify.Testing.Forums;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Forums;

/// <summary>An autumn in Bromma: 16 municipal and 7 independent schools, a local forum that is moved in time and place, and a lecture that is cancelled.</summary>
public sealed class BrommaAutumnTests
{
    private static readonly RegisterBuilder City = ForumsWorld.City(16, 7, "2026-10-14T13:00")
        .Forum("L", f => ForumsWorld.At(f with { Kind = ForumKind.Lecture, Title = "Föreläsning" }, "2026-10-26T03:00"));

    [Fact]
    public async Task All_are_invited_in_one_run_hear_of_every_change_and_the_figures_are_those_worked_out_by_hand()
    {
        await using var world = new ForumsWorld("2026-08-31T08:00");
        await world.ImportAsync(City);
        await world.LiveUntilAsync("2026-09-02");
        Assert.Equal(["2026-09-02 forum-invitation 23"], world.Log());

        // Ten answer: municipal 1–4 yes, 5–6 no, 7 unsure; independent 17 yes, 18 no, 19 unsure.
        foreach (var (school, reply) in new[] { (1, ForumReply.Yes), (2, ForumReply.Yes), (3, ForumReply.Yes), (4, ForumReply.Yes), (5, ForumReply.No), (6, ForumReply.No), (7, ForumReply.Unsure), (17, ForumReply.Yes), (18, ForumReply.No), (19, ForumReply.Unsure) })
        {
            Assert.Equal(ForumReplyOutcome.Recorded, (await world.AnswerAsync(ForumsWorld.School(school), reply)).Outcome);
        }

        await world.LiveUntilAsync("2026-09-13");
        Assert.Empty(world.Log());

        // The lecture of 26 October is invited to on 14 September, and the forum is moved by an hour on the 21st and to another place on the 24th.
        await world.LiveUntilAsync("2026-09-20");
        Assert.Equal(["2026-09-14 forum-invitation 23"], world.Log());
        var moved = City.ChangeForum("F", f => ForumsWorld.At(f, "2026-10-14T14:00"));
        world.At("2026-09-21T09:00");
        await world.ImportAsync(moved);
        await world.RunAsync();
        var placed = moved.ChangeForum("F", f => f with { Place = "Bromma bibliotek" });
        world.At("2026-09-24T09:00");
        await world.ImportAsync(placed);
        await world.RunAsync();
        var changes = world.Sent();
        Assert.Equal(46, changes.Count);
        Assert.All(changes, m => Assert.Equal(ForumKinds.Changed, m.Kind));
        Assert.Equal(["Ny plats", "Ny tid"], changes.Select(m => m.Content.Subject.Split(" för ")[0]).Distinct().Order());

        // Thirteen are silent to the forum, all 23 to the lecture: reminders at 14, 7 and 2 days of each.
        await world.LiveUntilAsync("2026-10-16");
        Assert.Equal(
            [
                "2026-09-30 forum-reminder 13", "2026-10-07 forum-reminder 13", "2026-10-12 forum-attendees 1", "2026-10-12 forum-reminder 13",
                "2026-10-12 forum-reminder 23",
            ],
            Split(world.Sent()));

        // The lecture is cancelled thirty hours ahead, on a Saturday at nine in the evening.
        world.At("2026-10-24T21:00");
        await world.ImportAsync(placed.ChangeForum("L", f => f with { Status = ForumStatus.Cancelled }));
        await world.RunAsync();
        Assert.Contains("2026-10-24 forum-cancelled 23", world.Log());

        await AttendAsync(world);
        await AssertByHandAsync(world);
    }

    /// <summary>Municipal 1–12 came, 13–16 did not; independent 17 and 20 came, the others did not.</summary>
    private static async Task AttendAsync(ForumsWorld world)
    {
        var visits = Enumerable.Range(1, 23).Select(n => new Visit(SchoolUnitCode.Parse(ForumsWorld.School(n)), n <= 12 || n is 17 or 20, 1)).ToList();
        var bromma = DistrictCode.Parse("BROMMA");
        Assert.Equal(AttendanceOutcome.Recorded, await world.Get<ForumAttendance>().RecordAsync(bromma, "F", visits, "test", TestContext.Current.CancellationToken));
        Assert.Equal(AttendanceOutcome.CalledOff, await world.Get<ForumAttendance>().RecordAsync(bromma, "L", visits, "test", TestContext.Current.CancellationToken));
        await world.RunAsync();
    }

    /// <summary>
    /// | | invited | answered | accepted | attended | rate |
    /// | municipal | 16 | 7 | 4 | 12 | 12/16 = 0.75 |
    /// | independent | 7 | 3 | 1 | 2 | 2/7 |
    /// Parity = (2/7) ÷ 0.75 = 8/21.
    /// </summary>
    private static async Task AssertByHandAsync(ForumsWorld world)
    {
        var read = (await world.Get<ForumsReader>().ReadAsync(DistrictCode.Parse("BROMMA"), TestContext.Current.CancellationToken))!;
        Assert.Equal(new ProviderParticipation(16, 7, 4, 12, new(16, 12)), read.Proof[Provider.Municipal]);
        Assert.Equal(new ProviderParticipation(7, 3, 1, 2, new(7, 2)), read.Proof[Provider.Independent]);
        Assert.Equal(8.0 / 21, read.Proof.Parity!.Value, 12);

        var city = Assert.Single(ParityReport.Of(read.Forums, world.Clock.GetUtcNow()), r => r.District is null && r.Kind is null);
        Assert.Equal((new SchoolTerm(2026, true), 1, 1, read.Proof.Parity), (city.Term, city.Forums, city.Held, city.Participation.Parity));
    }

    /// <summary>Kinds of a day, those of the two forums apart.</summary>
    private static IEnumerable<string> Split(IEnumerable<MailMessage> mails) =>
        mails.GroupBy(m => (Day: StockholmTime.DateOf(m.Date), m.Kind, IsLecture: m.Content.Subject.Contains("Föreläsning", StringComparison.Ordinal)))
            .Select(g => $"{g.Key.Day:yyyy-MM-dd} {g.Key.Kind} {g.Count()}").Order(StringComparer.Ordinal);
}
