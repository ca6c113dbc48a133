using FsCheck;
using FsCheck.Fluent;
using Notify.Core.Delivery;
using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Testing.Contacts;
using Notify.Testing.Forums;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Forums;

/// <summary>The laws of the forums watch, over random changes of the register, failing mail, and random moments of import and run.</summary>
public sealed class ForumsPropertyTests
{
    private const string Start = "2026-10-01T08:00";
    private static readonly RegisterBuilder City = ForumsWorld.City(3, 2, "2026-11-18T13:00");

    private static readonly Gen<Func<RegisterBuilder, RegisterBuilder>> Change = Gen.OneOf<Func<RegisterBuilder, RegisterBuilder>>(
        Gen.Elements("2026-11-18T13:00", "2026-11-19T09:00", "2026-12-02T13:00").Select(Moved),
        Gen.Elements("Medborgarkontoret", "Biblioteket").Select(Placed),
        Gen.Elements("all", "independent", "municipal").Select(For),
        Gen.Elements(ForumStatus.Planned, ForumStatus.Cancelled).Select(Marked),
        Gen.Choose(1, 5).SelectMany(_ => Gen.Elements(SchoolStatus.Active, SchoolStatus.Dormant, SchoolStatus.Closed), School),
        Gen.Constant<Func<RegisterBuilder, RegisterBuilder>>(c => c.WithoutForum("F")),
        Gen.Constant<Func<RegisterBuilder, RegisterBuilder>>(c => c.WithoutForum("F").District("BROMMA").Forum("F", f => ForumsWorld.At(f, "2026-11-18T13:00"))));

    private static readonly Gen<(Func<RegisterBuilder, RegisterBuilder> Change, int Minutes, bool Runs)[]> History =
        Gen.ArrayOf(
            from change in Change
            from minutes in Gen.Elements(0, 5, 60, 60 * 9, 60 * 24, 60 * 24 * 5)
            from runs in Gen.Elements(true, true, false)
            select (change, minutes, runs),
            7);

    [Fact]
    public void Whatever_happens_every_school_it_is_for_knows_when_and_where_and_nobody_else_expects_it() =>
        Prop.ForAll(History.ToArbitrary(), steps => PlayAsync(steps).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static async Task PlayAsync((Func<RegisterBuilder, RegisterBuilder> Change, int Minutes, bool Runs)[] steps)
    {
        await using var world = new ForumsWorld(Start);
        var (calls, taken) = (0, new List<MailMessage>());
        world.Transport.Answer = (mail, _) =>
        {
            lock (taken)
            {
                if (++calls % 5 == 0)
                {
                    return Task.FromResult<SendOutcome>(new SendOutcome.Transient("busy"));
                }

                taken.Add(mail);
                return Task.FromResult<SendOutcome>(new SendOutcome.Accepted("provider-1", []));
            }
        };
        var city = City;
        await world.ImportAsync(city);
        foreach (var step in steps)
        {
            city = step.Change(city);
            await world.ImportAsync(city);
            world.Clock.Advance(TimeSpan.FromMinutes(step.Minutes));
            if (step.Runs)
            {
                await world.RunAsync();
            }
        }

        world.At("2026-11-06T08:00");
        for (var turn = 0; turn < 6; turn++)
        {
            await world.RunAsync();
            world.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        await AssertToldAsync(world, city.Build());
        Assert.All(taken.GroupBy(m => m.To[0]).Select(g => g.Select(Sequence).ToList()), sequences => Assert.Equal(sequences.Order(), sequences));
        world.Sent();
        await world.RunAsync();
        Assert.Empty(world.Sent());
    }

    private static async Task AssertToldAsync(ForumsWorld world, RegisterContent register)
    {
        var forum = register.Forums!.SingleOrDefault(f => f.Id == "F" && f.Status == ForumStatus.Planned);
        foreach (var school in register.Schools!)
        {
            var told = (await world.InviteeAsync(school.Code.ToString()))?.Told;
            if (forum is not null && ForumFacts.IsFor(forum, school))
            {
                Assert.Equal((forum.Starts, forum.Ends, forum.Place, false), (told!.Meeting.Starts, told.Meeting.Ends, told.Meeting.Place, told.IsOff));
            }
            else
            {
                Assert.True(told is null or { IsOff: true }, $"{school.Code} still expects {told}");
            }
        }
    }

    private static int Sequence(MailMessage mail) => Ical.Net.Calendar.Load(mail.Attachments!.Single().Text)!.Events.Single().Sequence;

    private static Func<RegisterBuilder, RegisterBuilder> Moved(string starts) => c => c.ChangeForum("F", f => ForumsWorld.At(f, starts));

    private static Func<RegisterBuilder, RegisterBuilder> Placed(string place) => c => c.ChangeForum("F", f => f with { Place = place });

    private static Func<RegisterBuilder, RegisterBuilder> For(string audience) => c => c.ChangeForum("F", f => f with { Audience = audience });

    private static Func<RegisterBuilder, RegisterBuilder> Marked(ForumStatus status) => c => c.ChangeForum("F", f => f with { Status = status });

    private static Func<RegisterBuilder, RegisterBuilder> School(int number, SchoolStatus status) =>
        c => c.ChangeSchool(ForumsWorld.School(number), s => s with { Status = status });
}
