using FsCheck;
using FsCheck.Fluent;
using Notify.Core.Register;
using Notify.Core.Time;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Register.Snapshots;

public sealed class RegisterLawTests
{
    private static readonly Gen<List<RegisterContent>> Story =
        from first in RegisterGen.Register
        from second in RegisterGen.After(first)
        from third in RegisterGen.After(second)
        select new List<RegisterContent> { first, second, third };

    [Fact]
    public void Importing_twice_changes_nothing() => Check(async (fake, whole) =>
    {
        var before = await fake.Dump();
        fake.Clock.Advance(TimeSpan.FromHours(1));
        var outcome = await fake.Import(whole, allow: false);

        Assert.Empty(outcome.NewVersions);
        Assert.All(outcome.Changes.Values, c => Assert.Equal(new TableChanges(0, 0, 0), c));
        Assert.Equal(before, await fake.Dump());
    });

    [Fact]
    public void What_was_imported_is_what_is_read_back() => Check(async (fake, whole) =>
        RegisterOnFake.AssertSame(whole, await fake.Register.ContentAsync(RegisterOnFake.Ct)));

    [Fact]
    public void The_history_of_today_is_the_register_of_today() => Check(async (fake, whole) =>
    {
        var today = StockholmTime.DateOf(fake.Clock.GetUtcNow());
        foreach (var school in whole.Schools!)
        {
            var known = await fake.History.ContactsOnAsync(school.Code, today, RegisterOnFake.Ct);
            var held = whole.Assignments!.Where(a => a.School == school.Code && a.HoldsOn(today));
            Assert.Equal(
                held.Select(a => (a.District, a.Role, a.Contact, a.From, whole.Contacts!.Single(c => c.Id == a.Contact).Phone)).ToHashSet(),
                known.Select(c => (c.District, c.Role, c.Contact, c.From, c.Phone)).ToHashSet());
        }
    });

    [Fact]
    public void Every_school_of_a_snapshot_has_a_time_at_which_it_was_touched() => Check(async (fake, whole) =>
    {
        foreach (var code in await fake.Register.DistrictsAsync(RegisterOnFake.Ct))
        {
            var snapshot = await fake.Snapshot(code.ToString());
            Assert.Equal(snapshot.Schools.Select(s => s.Code).ToHashSet(), snapshot.Touched.Keys.ToHashSet());
            Assert.All(snapshot.Touched.Values, at => Assert.True(at <= snapshot.At));
        }

        Assert.NotEmpty(whole.Districts!);
    });

    /// <summary>Imports a random story, a day apart, and checks the law after every import.</summary>
    private static void Check(Func<RegisterOnFake, RegisterContent, Task> law) =>
        Prop.ForAll(Story.ToArbitrary(), async story =>
        {
            var fake = new RegisterOnFake();
            foreach (var whole in story)
            {
                await fake.Import(whole);
                await law(fake, whole);
                fake.Clock.Advance(TimeSpan.FromDays(1));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
}
