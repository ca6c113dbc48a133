using Notify.Core.Register;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Register.Snapshots;

public sealed class MassChangeGuardTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData(10, 0, false)]
    [InlineData(10, 2, false)] // exactly 20 %
    [InlineData(10, 3, true)]
    [InlineData(1, 1, false)] // all, but one only
    [InlineData(3, 1, false)] // a third, but one only
    [InlineData(2, 2, true)]
    [InlineData(11, 2, false)]
    [InlineData(9, 2, true)]
    [InlineData(100, 20, false)]
    [InlineData(100, 21, true)]
    public void More_than_20_percent_and_at_least_two_are_too_many_to_lose(int of, int lost, bool isHeld)
    {
        var before = Bromma(of);
        var withoutSchools = before.With(c => c with { Schools = [.. c.Schools!.Skip(lost)], Assignments = [] });
        var withoutHolders = before.With(c => c with { Assignments = [.. c.Assignments!.Skip(lost)] });

        Assert.Equal(isHeld ? new Loss(lost, of) : null, Judge(before.With(c => c with { Assignments = [] }), withoutSchools)?.Schools);
        Assert.Equal(isHeld ? new Loss(lost, of) : null, Judge(before, withoutHolders)?.Roles);
    }

    [Fact]
    public void Replacing_every_contact_loses_nothing()
    {
        var before = Bromma(10).Contact("bertil");

        Assert.Null(Judge(before, before.Replace("anna", "bertil")));
    }

    [Fact]
    public void An_assignment_that_is_over_loses_nothing_when_it_goes()
    {
        var before = Bromma(10).End("anna", "2026-03-01");

        Assert.Null(Judge(before, before.Unassign("anna")));
    }

    [Fact]
    public void An_assignment_on_its_last_day_still_counts()
    {
        var before = Bromma(10).End("anna", "2026-03-02");

        Assert.Equal(new Loss(10, 10), Judge(before, before.Unassign("anna"))?.Roles);
    }

    [Fact]
    public void Ending_an_assignment_ahead_loses_nothing_but_ending_it_yesterday_does()
    {
        Assert.Null(Judge(Bromma(10), Bromma(10).End("anna", "2026-03-31")));
        Assert.Equal(new Loss(10, 10), Judge(Bromma(10), Bromma(10).End("anna", "2026-03-01"))?.Roles);
    }

    [Fact]
    public void A_successor_who_begins_later_holds_the_role()
    {
        var before = Bromma(2).Contact("bertil");
        var after = before.Unassign("anna").Assign("bertil", school: "99000001", from: "2026-06-01").Assign("bertil", school: "99000002", from: "2026-06-01");

        Assert.Null(Judge(before, after));
    }

    [Fact]
    public void The_roles_of_a_school_are_counted_one_by_one()
    {
        var before = Bromma(2).Contact("bertil")
            .Assign("bertil", AssignmentRole.Deputy, "99000001").Assign("bertil", AssignmentRole.Deputy, "99000002");

        Assert.Equal("BROMMA would lose the holder of 2 of 4 roles at its schools.", Judge(before, before.Unassign("bertil"))?.Reason);
    }

    [Fact]
    public void The_share_is_an_option()
    {
        var before = Bromma(10).With(c => c with { Assignments = [] });
        var after = before.With(c => c with { Schools = [.. c.Schools!.Skip(4)] });

        Assert.NotNull(Judge(before, after, 39));
        Assert.Null(Judge(before, after, 40));
    }

    private static HeldDistrict? Judge(RegisterBuilder before, RegisterBuilder after, int percent = 20) =>
        MassChangeGuard.Judge(before.Snapshot("BROMMA", RegisterOnFake.Start), after.Snapshot("BROMMA", RegisterOnFake.Start), Today, percent);

    private static RegisterBuilder Bromma(int schools) =>
        Enumerable.Range(1, schools).Aggregate(
            RegisterBuilder.City().District("BROMMA").Contact("anna"), (city, n) => city.School($"{99000000 + n}").Assign("anna"));
}
