using FsCheck;
using FsCheck.Fluent;
using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Core.Time;
using Notify.Testing.Contacts;
using Notify.Testing.Forums;
using Xunit;

namespace Notify.Core.Tests.Forums;

public sealed class ParticipationTests
{
    private static readonly DistrictCode Bromma = DistrictCode.Parse("BROMMA");
    private static readonly DateTimeOffset Now = ContactsWorld.Moment("2026-12-01T12:00");

    [Fact]
    public void A_school_counts_once_as_what_it_was_for_at_least_one_forum()
    {
        var first = Held("F", "2026-09-09T13:00", M(1, "yes", true), M(2, "no", false), M(3, null, null));
        var second = Held("G", "2026-10-07T13:00", M(1, null, false), M(2, "unsure", true), M(3, null, null));

        var municipal = Participation.Of([first, second], Now)[Provider.Municipal];

        Assert.Equal(new ProviderParticipation(3, 2, 1, 2, new(3, 2)), municipal);
    }

    [Fact]
    public void Parity_is_the_independent_rate_over_the_municipal_one_where_there_are_enough_of_both()
    {
        // By hand: municipal 8 of 10 = 0.8, independent 2 of 5 = 0.4.
        InviteeState[] invitees = [.. Enumerable.Range(1, 10).Select(n => M(n, null, n <= 8)), .. Enumerable.Range(11, 5).Select(n => I(n, null, n <= 12))];

        Assert.Equal(0.5, Participation.Of([Held("F", "2026-09-09T13:00", invitees)], Now).Parity!.Value, 12);
        Assert.Null(Participation.Of([Held("F", "2026-09-09T13:00", invitees[..14])], Now).Parity);
        Assert.Null(Participation.Of([Held("F", "2026-09-09T13:00", [.. invitees.Skip(6)])], Now).Parity);
        Assert.Null(Participation.Of([Held("F", "2026-09-09T13:00", [.. invitees.Select(i => i.Provider == Provider.Municipal ? i.With(Came(false)) : i)])], Now).Parity);
    }

    [Fact]
    public void Only_forums_with_a_record_of_who_came_make_rates()
    {
        var coming = Held("F", "2026-12-15T13:00", M(1, "yes", null));
        var unrecorded = Held("G", "2026-11-20T13:00", M(2, "yes", null));
        var held = Held("H", "2026-11-10T13:00", M(3, null, true));

        var municipal = Participation.Of([coming, unrecorded, held], Now)[Provider.Municipal];

        Assert.Equal(new ProviderParticipation(3, 2, 2, 1, new(1, 1)), municipal);
        Assert.True(unrecorded.LacksAttendance(Now));
    }

    [Fact]
    public void Who_came_uninvited_or_was_told_not_to_members_of_groups_and_called_off_forums_count_for_nothing()
    {
        var withdrawn = M(4, null, null) with { Told = new(new(Now, Now, null, 1), true) };
        var guest = M(1, null, true) with { InvitedAt = null };
        var member = new InviteeState("F", "member:ordforande@bromma.example", "Ordförande", null, Now);
        var off = Held("G", "2026-10-07T13:00", M(2, "yes", null));

        var participation = Participation.Of([Held("F", "2026-09-09T13:00", guest, member, withdrawn), off with { Forum = off.Forum with { IsCalledOff = true } }], Now);

        Assert.Empty(participation.Providers);
    }

    [Fact]
    public void Of_a_forum_from_before_the_watch_the_record_is_the_list_of_those_invited()
    {
        var before = Held("F", "2026-09-09T13:00", M(1, null, true) with { InvitedAt = null }, M(2, null, false) with { InvitedAt = null });

        var municipal = Participation.Of([before with { Forum = before.Forum with { Since = Now } }], Now)[Provider.Municipal];

        Assert.Equal(new HeldParticipation(2, 1), municipal.Held);
    }

    [Fact]
    public void In_the_city_a_school_of_two_districts_counts_once_and_in_each_district_once()
    {
        var solna = DistrictCode.Parse("SOLNA");
        var rows = ParityReport.Of([Held("F", "2026-09-09T13:00", M(1, null, true)), Held("S", "2026-09-10T13:00", M(1, null, false)) with { District = solna }], Now);

        Assert.Equal([(null, 1), ("BROMMA", 1), ("SOLNA", 1)], rows.Where(r => r.Kind is null).Select(r => (r.District?.ToString(), r.Participation[Provider.Municipal].Invited)));
        Assert.All(rows, r => Assert.Equal(new SchoolTerm(2026, true), r.Term));
    }

    [Fact]
    public void The_figures_depend_on_what_is_known_and_not_on_its_order_or_repetition() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var events = Enumerable.Range(0, 60).Select(n => (School: random.Next(1, 16), At: Now.AddMinutes(-random.Next(1, 20)), What: random.Next(4))).ToList();
            var shuffled = events.Concat(events.Where(_ => random.Next(2) == 0)).OrderBy(_ => random.Next()).ToList();

            Assert.Equal(Figures(events), Figures(shuffled));
        }).QuickCheckThrowOnFailure();

    private static string Figures(IEnumerable<(int School, DateTimeOffset At, int What)> events)
    {
        var schools = Enumerable.Range(1, 15).ToDictionary(n => n, n => n <= 8 ? M(n, null, null) : I(n, null, null));
        foreach (var (school, at, what) in events)
        {
            schools[school] = what switch
            {
                0 => schools[school].With(new ForumAnswer(ForumReply.Yes, [], null, at)),
                1 => schools[school].With(new ForumAnswer(ForumReply.No, [], null, at)),
                _ => schools[school].With(new RecordedAttendance(what == 2, null, at, "test")),
            };
        }

        var participation = Participation.Of([Held("F", "2026-11-09T13:00", [.. schools.Values])], Now);
        return $"{participation[Provider.Municipal]} {participation[Provider.Independent]} {participation.Parity}";
    }

    private static ForumRecord Held(string id, string starts, params InviteeState[] invitees)
    {
        var at = ContactsWorld.Moment(starts);
        return new(Bromma, new(id, at.AddDays(-60), ForumKind.Local, id, new(at, at.AddHours(2), null, 0), false, null), [.. invitees.Select(i => i with { Forum = id })]);
    }

    private static InviteeState M(int number, string? answer, bool? came) => Invitee(number, Provider.Municipal, answer, came);

    private static InviteeState I(int number, string? answer, bool? came) => Invitee(number, Provider.Independent, answer, came);

    private static InviteeState Invitee(int number, Provider provider, string? answer, bool? came)
    {
        var invited = new InviteeState("F", "school:" + ForumsWorld.School(number), $"Skola {number}", provider, Now.AddDays(-100));
        var answered = answer is null ? invited : invited.With(new ForumAnswer(answer switch { "yes" => ForumReply.Yes, "no" => ForumReply.No, _ => ForumReply.Unsure }, [], null, Now.AddDays(-90)));
        return came is { } there ? answered.With(Came(there) with { At = Now.AddDays(-1) }) : answered;
    }

    private static RecordedAttendance Came(bool attended) => new(attended, null, Now, "test");
}
