using FsCheck;
using FsCheck.Fluent;
using Notify.Core.Agreements;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Time;
using Notify.Testing.Agreements;
using Xunit;

namespace Notify.Core.Tests.Agreements;

/// <summary>The laws of the agreements watch, over random days, answers, imports and moments of run.</summary>
public sealed class AgreementsPropertyTests
{
    private static readonly DateOnly Start = new(2026, 10, 5);

    /// <summary>Few days to choose from, so that they come again; half of them lie behind.</summary>
    private static readonly Gen<DateOnly> Days = Gen.Elements(-40, -14, -3, 0, 5, 12, 31, 91).Select(n => Start.AddDays(n));

    private static readonly Gen<Event> Events = Gen.Frequency(
        (3, Days.Select(d => new Event(0, d, Ends: false, Works: true))),
        (1, Days.Select(d => new Event(0, d, Ends: true, Works: true))),
        (2, from kind in Gen.Elements(Enum.GetValues<AnswerKind>())
            from days in Gen.Elements(2, 30, 91, 300)
            from seen in Gen.Elements(true, false)
            select new Event(0, null, false, Works: true, new(kind, days, seen))),
        (8, Gen.Elements(1, 5, 24, 50, 24 * 7, 24 * 16).Select(h => new Event(h, null, false, Works: true))),
        (2, Gen.Elements(1, 24, 50).Select(h => new Event(h, null, false, Works: false))));

    private static readonly Gen<Event[]> History = Gen.ArrayOf(Events, 14);

    [Fact]
    public void No_step_of_any_day_is_mailed_twice_whatever_happens_in_between() => Check(async (world, history) =>
    {
        await PlayAsync(world, history);
        var steps = await HeardAsync(world);
        Assert.Equal(steps.Distinct(), steps);
    });

    [Fact]
    public void No_agreement_in_force_is_silent_from_its_revision_day_on() => Check(async (world, history) =>
    {
        var registered = await PlayAsync(world, history);
        world.Transport.Script(new SendOutcome.Accepted(null, []));
        await world.ImportAsync(AgreementsWorld.City(Text(registered)));
        await world.RunAsync();
        var day = (await world.StateAsync("A")).Counts!.Value;
        world.Clock.SetUtcNow(Later(world, StockholmTime.At(day.AddDays(1), new(7, 5))));
        await LiveAsync(world, days: 14);
        var begins = world.Clock.GetUtcNow();
        world.Sent();

        await LiveAsync(world, days: 30);

        var gaps = world.Sent().Where(m => m.Kind is AgreementKinds.Overdue or AgreementKinds.Escalated).Select(m => m.Date).Prepend(begins).Append(world.Clock.GetUtcNow()).ToList();
        Assert.All(gaps.Zip(gaps.Skip(1)), pair => Assert.InRange((pair.Second - pair.First).TotalDays, 0, 13));
    });

    private static async Task<DateOnly> PlayAsync(AgreementsWorld world, Event[] history)
    {
        var day = Start.AddDays(20);
        await world.ImportAsync(AgreementsWorld.City(Text(day)));
        foreach (var next in history)
        {
            if (next.Day is { } changed)
            {
                day = changed;
                await world.ImportAsync(AgreementsWorld.City(Text(day), a => a with { Status = next.Ends ? AgreementStatus.Ended : AgreementStatus.InForce }));
                continue;
            }

            if (next.Answer is { } answer)
            {
                await AnswerAsync(world, answer);
                continue;
            }

            world.Transport.Script(next.Works ? new SendOutcome.Accepted(null, []) : new SendOutcome.Permanent("550"));
            world.Clock.Advance(TimeSpan.FromHours(next.Hours));
            await world.RunAsync();
        }

        return day;
    }

    /// <summary>Before the first run there is no mail, and no link to answer by.</summary>
    private static async Task AnswerAsync(AgreementsWorld world, Reply answer)
    {
        if (await world.IsKnownAsync("A"))
        {
            var today = StockholmTime.DateOf(world.Clock.GetUtcNow());
            await world.AnswerAsync(answer.Kind, today.AddDays(answer.Days), seen: answer.HasSeen ? null : 0);
        }
    }

    private static async Task LiveAsync(AgreementsWorld world, int days)
    {
        var today = StockholmTime.DateOf(world.Clock.GetUtcNow());
        for (var i = 1; i <= days; i++)
        {
            world.Clock.SetUtcNow(StockholmTime.At(today.AddDays(i), new(9, 0)));
            await world.RunAsync();
        }
    }

    /// <summary>What reached somebody: the revision day and the step that was due when the mail was planned.</summary>
    private static async Task<List<string>> HeardAsync(AgreementsWorld world)
    {
        var steps = new List<string>();
        var calendar = world.Get<WorkingCalendar>();
        var rule = new RevisionSteps(new AgreementsOptions().Steps, 7, calendar);
        await foreach (var mail in world.Get<NotificationReader>().RecentAsync(DistrictCode.Parse("BROMMA"), default))
        {
            if (mail.State is NotificationState.Accepted && mail.Kind is AgreementKinds.Reminder or AgreementKinds.Overdue or AgreementKinds.Escalated)
            {
                var day = AgreementsWorld.Day(mail.Values.GetProperty("agreements")[0].GetProperty("day").GetString()!);
                steps.Add($"{day} {rule.LatestDue(day, mail.CreatedAt)}");
            }
        }

        return steps;
    }

    private static DateTimeOffset Later(AgreementsWorld world, DateTimeOffset moment) =>
        moment > world.Clock.GetUtcNow() ? moment : world.Clock.GetUtcNow();

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", null);

    private static void Check(Func<AgreementsWorld, Event[], Task> law) =>
        Prop.ForAll(Arb.From(History), history =>
        {
            Task.Run(async () =>
            {
                await using var world = new AgreementsWorld("2026-10-05T09:00");
                await law(world, history);
            }).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    /// <summary>Hours pass and the watch runs, with mail that is taken or refused; or the register is imported with another day; or somebody answers.</summary>
    private sealed record Event(int Hours, DateOnly? Day, bool Ends, bool Works, Reply? Answer = null);

    /// <summary>An answer with a day so many days ahead, by somebody who has seen the answers before it or none.</summary>
    private sealed record Reply(AnswerKind Kind, int Days, bool HasSeen);
}
