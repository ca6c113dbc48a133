using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Core.Watches;

namespace Notify.Core.Contacts;

/// <summary>What a coordinator does by hand: introduce, take as known, record a meeting.</summary>
public sealed class ContactsCommands(
    IRecordStore store,
    RegisterStore register,
    NotificationFactory factory,
    WatchRunner runner,
    ContactsJob job,
    WorkingCalendar calendar,
    ContactsOptions options,
    TimeProvider clock)
{
    /// <summary>Plans an introduction of the present contacts to every school of the district, or to one.</summary>
    /// <returns>How many were planned, and how many had nothing to be introduced or were told already; null: no such district or school.</returns>
    public async Task<CommandOutcome?> AnnounceAsync(DistrictCode district, SchoolUnitCode? school, CancellationToken ct) =>
        await ChangeAsync(district, school, (state, facts, situation) => SchoolRule.Announce(state, facts, situation), ct);

    /// <summary>Records that the school was told its present contacts at a meeting: no mail goes.</summary>
    /// <param name="at">When; null: now.</param>
    public async Task<CommandOutcome?> ToldAsync(DistrictCode district, SchoolUnitCode school, DateTimeOffset? at, CancellationToken ct) =>
        await ChangeAsync(
            district, school,
            (state, facts, situation) => SchoolRule.TakeAsKnown(state, facts, KnownBy.Meeting, at ?? situation.Now, situation), ct);

    /// <summary>Takes what the register says now as known to every school and contact of the district; withdraws what waits.</summary>
    /// <returns>How many schools; null: no such district.</returns>
    public async Task<int?> BaselineAsync(DistrictCode district, CancellationToken ct)
    {
        await job.RunAsync(district, ct);
        if (await SituationAsync(district, null, ct) is not var (snapshot, situation))
        {
            return null;
        }

        var ledger = await ContactsLedger.ReadAsync(store, factory, clock, district, ct);
        await new ContactsRun(ledger, snapshot, situation).TakeAsKnownAsync(ct, again: true);
        return snapshot.Schools.Count;
    }

    /// <summary>The watch runs before, so that the decision rests on the present register, and after, so that contacts are told, too.</summary>
    private async Task<CommandOutcome?> ChangeAsync(
        DistrictCode district, SchoolUnitCode? school, Func<SchoolState, SchoolFacts, Situation, SchoolDecision?> decide, CancellationToken ct)
    {
        if (await SituationAsync(district, school, ct) is null)
        {
            return null;
        }

        await job.RunAsync(district, ct);
        if (await SituationAsync(district, school, ct) is not var (snapshot, situation))
        {
            return null;
        }

        var ledger = await ContactsLedger.ReadAsync(store, factory, clock, district, ct);
        var facts = new SchoolFactsReader(snapshot, situation);
        var outcome = new CommandOutcome(0, 0, 0);
        foreach (var code in school is { } one ? [one] : facts.Schools)
        {
            outcome = decide(ledger.Of(code), facts.Of(code), situation) is not { } decision ? outcome with { Skipped = outcome.Skipped + 1 }
                : await ledger.ApplyAsync(decision, ct) ? outcome with { Done = outcome.Done + 1 }
                : outcome with { Busy = outcome.Busy + 1 };
        }

        await ledger.FlushAsync(ct);
        await runner.RunAgainAsync(job, district, ct);
        return outcome;
    }

    /// <summary>The present register of the district; null when it has none, or not the school asked for.</summary>
    private async Task<(DistrictSnapshot Snapshot, Situation Situation)?> SituationAsync(DistrictCode district, SchoolUnitCode? school, CancellationToken ct)
    {
        if (await register.PointerAsync(district, ct) is not { } pointer)
        {
            return null;
        }

        var snapshot = await register.SnapshotAsync(district, pointer, ct);
        return school is not null && snapshot.Schools.All(s => s.Code != school)
            ? null
            : (snapshot, new Situation(snapshot.District, clock.GetUtcNow(), calendar, options));
    }
}

/// <summary>What a command did.</summary>
/// <param name="Done">Schools it was done for.</param>
/// <param name="Skipped">Schools that needed nothing.</param>
/// <param name="Busy">Schools to which a mail is being sent at this moment: to be tried again.</param>
public sealed record CommandOutcome(int Done, int Skipped, int Busy);
