using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Sources;
using Notify.Core.Store;
using Notify.Core.Time;

namespace Notify.Core.Accounts;

/// <summary>
/// Looks at the accounts of those whom schools turn to: tells the coordinator what differs, and ends the assignments of who has
/// left, by an import like any other. What schools are told then is for the contacts watch to decide.
/// </summary>
public sealed class AccountsSource(
    IAccountDirectory directory,
    AccountsOptions options,
    AccountBook book,
    RegisterStore register,
    UnattendedImport import,
    NotificationFactory factory,
    WorkingCalendar calendar,
    TimeProvider clock) : ISource
{
    private const string Shown = "Entra ID";

    private static readonly Bilingual Nonsense = new(
        "So many accounts are gone or disabled at once that this is rather a fault of the directory, or of what Notify may read of it. Nothing was changed. If they have all left, enter their successors in the register.",
        "Så många konton är borta eller avstängda på en gång att det snarare är ett fel i katalogen, eller i vad Notify får läsa i den. Inget ändrades. Har alla verkligen slutat lägger du in efterträdarna i registret.");

    /// <inheritdoc/>
    public string Name => AccountKeys.Source;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        var (now, last) = (clock.GetUtcNow(), await book.LookAsync(ct));
        if (last is null || now - last.At >= options.LookEvery)
        {
            // What was held before and is no longer to be is settled by an import, too.
            last = new(now, await LookAsync(now, ct) || last is { IsPending: true });
            await book.NoteAsync(last, ct);
        }

        if (last.IsPending && await ApplyAsync(ct))
        {
            await book.NoteAsync(last with { IsPending = false }, ct);
        }
    }

    /// <summary>Looks everybody up before anything is noted.</summary>
    /// <returns>Whether the register has to heed any of it.</returns>
    private async Task<bool> LookAsync(DateTimeOffset now, CancellationToken ct)
    {
        var content = await register.ContentAsync(ct);
        var known = new Dictionary<DistrictCode, List<Kept<AccountFinding>>>();
        foreach (var district in await register.DistrictsAsync(ct))
        {
            known.Add(district, await book.ReadAsync(district, ct));
        }

        var watched = new WatchedAccounts(content, [.. known.Values.SelectMany(k => k).Select(k => k.Value)], StockholmTime.DateOf(now));
        var looks = await directory.LookAsync(watched.Ids, ct);
        if (AccountRule.IsNonsense(watched.NewlyLeft(looks), watched.Contacts.Count, options.MostGonePercent))
        {
            throw new SourceException(Nonsense);
        }

        await ForgetAsync(known, content, ct);
        var amends = false;
        foreach (var district in content.Districts ?? [])
        {
            var run = new AccountsRun(district, known[district.Code], watched.Schools, options, now);
            run.Look([.. watched.Contacts.Where(c => c.District == district.Code)], looks);
            await CommitAsync(district.Code, run, now, ct);
            amends |= run.Amends;
        }

        return amends;
    }

    /// <summary>Lets go of what was found in districts that are closed by now.</summary>
    private async Task ForgetAsync(Dictionary<DistrictCode, List<Kept<AccountFinding>>> known, RegisterContent content, CancellationToken ct)
    {
        foreach (var district in known.Keys.Except((content.Districts ?? []).Select(d => d.Code)))
        {
            await book.WriteAsync(district, known[district].Select(k => AccountBook.Change(k, null)).OfType<RecordChange>(), ct);
        }
    }

    private async Task CommitAsync(DistrictCode district, AccountsRun run, DateTimeOffset now, CancellationToken ct)
    {
        await book.WriteAsync(district, run.Silent, ct);
        var report = run.Told.Count == 0 ? null : await book.ReportAsync(district, ct);
        if (report is not null && run.Draft(report.Value.Sequence + 1, calendar.NextOpen(now)) is { } draft)
        {
            await book.TellAsync(report, factory.Create(draft), run.Told, ct);
        }
    }

    /// <summary>Imports the present register with all that was found; whoever is in it ends for every import from then on.</summary>
    /// <returns>Whether it was taken in; the mass-change guard may hold it.</returns>
    private async Task<bool> ApplyAsync(CancellationToken ct)
    {
        var found = new List<(DistrictCode District, Kept<AccountFinding> Finding)>();
        foreach (var district in await register.DistrictsAsync(ct))
        {
            found.AddRange((await book.ReadAsync(district, ct)).Select(f => (district, f)));
        }

        var findings = found.Select(f => f.Finding.Value).ToList();
        if (!(await import.ImportAsync(present => AccountAmendment.Amend(present, findings).Content, new SourceDelivery(Name, Shown), ct)).IsTaken)
        {
            return false;
        }

        foreach (var theirs in found.Where(f => f.Finding.Value is { LastDay: not null, IsApplied: false }).ToLookup(f => f.District, f => f.Finding))
        {
            await book.WriteAsync(theirs.Key, theirs.Select(f => AccountBook.Change(f, f.Value with { IsApplied = true })).OfType<RecordChange>(), ct);
        }

        return true;
    }
}
