using FsCheck;
using FsCheck.Fluent;
using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Register;
using Notify.Core.Time;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Contacts;

/// <summary>The laws of the contacts watch, over random registers and random moments of import and run.</summary>
public sealed class ContactsPropertyTests
{
    private const string Start = "2026-03-02T08:00";

    private static readonly Gen<int[]> Minutes = Gen.ArrayOf(Gen.Elements(1, 10, 16, 60, 60 * 24, 60 * 24 * 3), 4);

    private static readonly Gen<(RegisterContent First, RegisterContent[] Later, int[] Minutes)> History =
        from first in RegisterGen.Register
        from second in RegisterGen.After(first)
        from third in RegisterGen.After(second)
        from last in Gen.Frequency((3, RegisterGen.After(third)), (1, Gen.Constant(first)))
        from minutes in Minutes
        select (first, new[] { second, third, last }, minutes);

    [Fact]
    public void Any_sequence_of_imports_and_runs_ends_with_every_school_told_its_present_contact_and_nothing_else() =>
        Check(async (world, history) =>
        {
            await PlayAsync(world, history);
            await SettleAsync(world);
            foreach (var row in await RowsAsync(world))
            {
                Assert.True(
                    !row.Present.IsReachable() || row.IsTold || row.State.Planned is not null,
                    $"{row.School.Code} of {row.District} knows {Names(row.State.Known.Holders)}, not {Names(row.Present)}");
                Assert.False(row.State.Planned is { Undelivered: false }, $"{row.School.Code} still waits");
            }

            world.Sent();
            await world.RunAsync();
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await world.RunAsync();
            Assert.Empty(world.Sent());
        });

    [Fact]
    public void Two_schools_never_get_each_others_news() =>
        Check(async (world, history) =>
        {
            await PlayAsync(world, history);
            await SettleAsync(world);
            var codes = history.Later.Append(history.First).SelectMany(r => r.Schools!).Select(s => s.Code.ToString()).Distinct().ToList();
            foreach (var mail in world.Transport.Calls.Where(m => m.Kind is "contact-changed" or "contact-introduced" or "contact-fallback"))
            {
                var own = codes.Single(c => mail.To[0].Domain.Contains(c, StringComparison.Ordinal));
                Assert.DoesNotContain(codes, c => c != own && mail.Content.Text.Contains(c, StringComparison.Ordinal));
            }
        });

    [Fact]
    public void A_mail_to_a_school_names_those_who_hold_when_it_is_claimed() =>
        Check(async (world, history) =>
        {
            var present = history.First;
            world.Transport.Answer = (mail, _) =>
            {
                if (mail.Kind is "contact-changed" or "contact-introduced")
                {
                    var contacts = present.Contacts!.Where(c => c.District == mail.District).ToDictionary(c => c.Id);
                    var day = StockholmTime.DateOf(world.Clock.GetUtcNow());
                    var holders = present.Assignments!
                        .Where(a => a.District == mail.District && mail.To[0].Domain.Contains(a.School.ToString(), StringComparison.Ordinal) && a.HoldsOn(day))
                        .Select(a => contacts[a.Contact]).ToList();
                    Assert.NotEmpty(holders);
                    Assert.All(holders, h => Assert.Contains(h.Email.ToString(), mail.Content.Text, StringComparison.Ordinal));
                    Assert.All(
                        contacts.Values.Where(c => holders.All(h => h.Email != c.Email)),
                        c => Assert.DoesNotContain(c.Email.ToString(), mail.Content.Text, StringComparison.Ordinal));
                }

                return Task.FromResult<SendOutcome>(new SendOutcome.Accepted(null, []));
            };
            await PlayAsync(world, history, register => present = register);
            await SettleAsync(world);
        });

    [Fact]
    public void A_mail_that_nobody_received_never_counts_as_told() =>
        Check(async (world, history) =>
        {
            world.Transport.Script(new SendOutcome.Permanent("550"));
            await PlayAsync(world, history);
            await SettleAsync(world);
            Assert.All(await RowsAsync(world), row => Assert.True(row.State.Known.By is KnownBy.Baseline or KnownBy.Nothing));
        });

    private static async Task PlayAsync(
        ContactsWorld world, (RegisterContent First, RegisterContent[] Later, int[] Minutes) history, Action<RegisterContent>? imported = null)
    {
        await world.ImportAsync(history.First);
        await world.RunAsync();
        foreach (var (i, register) in history.Later.Index())
        {
            world.Clock.Advance(TimeSpan.FromMinutes(history.Minutes[i]));
            imported?.Invoke(register);
            await world.ImportAsync(register);
            if (history.Minutes[i] % 2 == 0)
            {
                await world.RunAsync();
            }
        }
    }

    /// <summary>Runs once on each of the coming working days until nothing waits; assignments end and begin by their dates meanwhile.</summary>
    private static async Task SettleAsync(ContactsWorld world)
    {
        for (var day = 0; day < 4 || (day < 30 && await IsWaitingAsync(world)); day++)
        {
            world.Clock.SetUtcNow(world.Get<WorkingCalendar>().NextOpen(world.Clock.GetUtcNow().AddHours(20)));
            await world.RunAsync();
        }
    }

    private static async Task<bool> IsWaitingAsync(ContactsWorld world) =>
        (await RowsAsync(world)).Any(r => r.State.Planned is { Undelivered: false });

    private static async Task<IReadOnlyList<SchoolRow>> RowsAsync(ContactsWorld world)
    {
        var rows = new List<SchoolRow>();
        foreach (var district in await world.Get<RegisterStore>().DistrictsAsync(Ct))
        {
            rows.AddRange((await world.Get<ContactsReader>().ReadAsync(district, Ct))?.Schools ?? []);
        }

        return rows;
    }

    private static void Check(Func<ContactsWorld, (RegisterContent First, RegisterContent[] Later, int[] Minutes), Task> law) =>
        Prop.ForAll(Arb.From(History), history =>
        {
            Task.Run(async () =>
            {
                await using var world = new ContactsWorld(Start);
                await law(world, history);
            }).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Names(IEnumerable<Holder> holders) => string.Join(", ", holders.Select(h => $"{h.Role} {h.Name} {h.Phone}"));
}
