using System.Security.Cryptography;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Core.Store;

namespace Notify.Core.Importing;

/// <summary>
/// Where a person imports: what was sent is kept as a draft, shown with all that it would do, and applied when they say so; and
/// only to the register that they saw. Whatever stops in between leaves the register as it was, or as it was to be.
/// </summary>
public sealed class ImportDesk(IRecordStore store, RegisterStore register, RegisterImport import, ImportRehearsal rehearsal, ImportOptions options, TimeProvider clock)
{
    /// <summary>How long a draft is kept.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromHours(24);

    private const int LongestSource = 200;
    private const int Attempts = 5;

    private readonly DraftStore _drafts = new(store);
    private readonly DraftLook _look = new(register, import, rehearsal, options, clock);

    /// <summary>Judges what was sent, and keeps it as a draft when nothing is wrong with it.</summary>
    /// <param name="name">The names of the files, for histories.</param>
    public async Task<Receipt> ReceiveAsync(RawRegister raw, string name, string who, CancellationToken ct)
    {
        var aim = new DraftAim.Upload(Cut(name), [.. raw.Tables.Select(t => t.Name)]);
        var composed = await _look.ComposeAsync(aim, raw.Tables, ct);
        var (errors, warnings) = (KnownTables.InOrder(raw.Errors.Concat(composed.Problems)), KnownTables.InOrder(raw.Warnings.Concat(composed.Warnings)));
        return errors.Count > 0
            ? new(null, errors, warnings)
            : new(await DraftAsync(aim, raw.Tables, composed, raw.Warnings, who, ct), errors, warnings);
    }

    /// <summary>Drafts that the latest import is taken back.</summary>
    /// <returns>Null: it is not the latest, or what was before is no longer kept.</returns>
    public async Task<string?> UndoAsync(PastImport past, string name, string who, CancellationToken ct) =>
        await DraftAsync(new DraftAim.Undo(Cut(name), past.Id), who, ct);

    /// <summary>Drafts that a district becomes what it was in an earlier version.</summary>
    /// <returns>Null: the version is not kept.</returns>
    public async Task<string?> RestoreAsync(DistrictCode district, long version, string name, string who, CancellationToken ct) =>
        await DraftAsync(new DraftAim.Restore(Cut(name), district, version), who, ct);

    /// <summary>The draft; null when there is none, or it has run out. One store operation.</summary>
    public async Task<ImportDraft?> FindAsync(string id, CancellationToken ct) => (await OpenAsync(id, ct))?.Value;

    /// <summary>What the draft would do, as it was last looked at. One store operation.</summary>
    public Task<ImportPreview?> PreviewAsync(ImportDraft draft, CancellationToken ct) => _drafts.ReadPreviewAsync(draft, ct);

    /// <summary>A page, counted from 1, of the rows of a table that differ. One store operation.</summary>
    public async Task<IReadOnlyList<RowDifference>> DifferencesAsync(ImportDraft draft, string table, int page, CancellationToken ct) =>
        await _drafts.ReadPageAsync(draft, table, page, ImportJson.Default.ListRowDifference, ct);

    /// <summary>A page, counted from 1, of the mails. One store operation.</summary>
    public async Task<IReadOnlyList<PreviewedMail>> MailsAsync(ImportDraft draft, int page, CancellationToken ct) =>
        await _drafts.ReadPageAsync(draft, DraftView.MailsPart, page, ImportJson.Default.ListPreviewedMail, ct);

    /// <summary>Whether the register is still the one that was looked at. One store operation.</summary>
    public async Task<bool> IsFreshAsync(ImportPreview preview, CancellationToken ct) =>
        preview.Generation == (await register.GenerationAsync(ct))?.ETag;

    /// <summary>Looks anew at what the draft would do now.</summary>
    /// <returns>False: there is no such draft that is open.</returns>
    public async Task<bool> LookAgainAsync(string id, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await OpenAsync(id, ct) is not { Value.State: DraftState.Open } stored || await TablesAsync(stored.Value, ct) is not { } tables)
            {
                return false;
            }

            var composed = await _look.ComposeAsync(stored.Value.Aim, tables, ct);
            if (await TryShowAsync(stored, await _look.LookAsync(composed, [], ct), ct))
            {
                return true;
            }
        }

        throw new ConflictException(Partitions.System, ImportKeys.Draft(id));
    }

    /// <summary>Makes the register what the draft says, if it is still the register that was looked at.</summary>
    /// <param name="allowMassChange">Passes the mass-change guard.</param>
    public async Task<ApplyOutcome> ApplyAsync(string id, bool allowMassChange, string who, CancellationToken ct)
    {
        if (await OpenAsync(id, ct) is not { Value.State: not DraftState.Unfinished } stored)
        {
            return ApplyOutcome.Gone;
        }

        if (stored.Value.State == DraftState.Applied)
        {
            return ApplyOutcome.AppliedBefore;
        }

        if (await TablesAsync(stored.Value, ct) is not { } tables || await _drafts.ReadPreviewAsync(stored.Value, ct) is not { } preview)
        {
            return ApplyOutcome.Gone;
        }

        var composed = await _look.ComposeAsync(stored.Value.Aim, tables, ct);
        if (composed.Content is not { } content || composed.Present.GenerationETag != preview.Generation)
        {
            return await OvertakenAsync(id, ct);
        }

        var request = new ImportRequest(Cut($"{who}: {stored.Value.Aim.Name}"), allowMassChange);
        var outcome = await import.ImportAsync(present => present.GenerationETag == preview.Generation ? content : null, request, null, ct);
        if (outcome is null || outcome.IsHeld)
        {
            return outcome is null ? await OvertakenAsync(id, ct) : ApplyOutcome.Held;
        }

        await SettleAsync(stored, new(clock.GetUtcNow(), who, preview.Districts, preview.Tables), ct);
        return ApplyOutcome.Applied;
    }

    /// <summary>Throws the draft away; nothing happens to the register.</summary>
    public Task DiscardAsync(string id, CancellationToken ct) => RecordKey.IsValid(ImportKeys.Draft(id)) ? _drafts.DeleteAsync(id, ct) : Task.CompletedTask;

    private async Task<string?> DraftAsync(DraftAim aim, string who, CancellationToken ct)
    {
        var composed = await _look.ComposeAsync(aim, [], ct);
        return composed is { Content: null, IsShown: false } ? null : await DraftAsync(aim, [], composed, [], who, ct);
    }

    /// <summary>The draft's own row is written first, so that what a crash leaves behind is found when its time is over.</summary>
    private async Task<string> DraftAsync(
        DraftAim aim, IReadOnlyList<RawTable> tables, DraftLook.Composed composed, IReadOnlyList<RegisterIssue> warnings, string who, CancellationToken ct)
    {
        await CleanAsync(ct);
        var (id, now) = (Chance(), clock.GetUtcNow());
        var draft = new ImportDraft(id, now, now + Validity, who, aim, DraftState.Unfinished, 0, string.Empty, null);
        var stored = await _drafts.WriteAsync(new(draft, string.Empty), draft, ct);
        var chunks = tables.Count == 0 ? 0 : await _drafts.WriteContentAsync(id, tables, ct);
        var view = Chance();
        await _drafts.WriteViewAsync(id, view, await _look.LookAsync(composed, warnings, ct), ct);
        await _drafts.WriteAsync(stored, draft with { State = DraftState.Open, Chunks = chunks, View = view }, ct);
        return id;
    }

    private async Task<bool> TryShowAsync(Kept<ImportDraft> stored, DraftView content, CancellationToken ct)
    {
        var (id, view) = (stored.Value.Id, Chance());
        await _drafts.WriteViewAsync(id, view, content, ct);
        try
        {
            await _drafts.WriteAsync(stored, stored.Value with { View = view }, ct);
        }
        catch (ConflictException)
        {
            return false;
        }

        await _drafts.DeletePartsAsync(id, content: false, keep: view, ct);
        return true;
    }

    /// <summary>Another import came first. It may have been this very draft, by a second click whose first is not noted yet.</summary>
    private async Task<ApplyOutcome> OvertakenAsync(string id, CancellationToken ct) =>
        await LookAgainAsync(id, ct) ? ApplyOutcome.Overtaken
        : (await OpenAsync(id, ct))?.Value.State == DraftState.Applied ? ApplyOutcome.AppliedBefore
        : ApplyOutcome.Gone;

    /// <summary>Notes that the draft is applied, and lets go of what it held. A crash before leaves a draft that would change nothing.</summary>
    private async Task SettleAsync(Kept<ImportDraft> stored, AppliedDraft applied, CancellationToken ct)
    {
        try
        {
            await _drafts.WriteAsync(stored, stored.Value with { State = DraftState.Applied, Applied = applied, Chunks = 0 }, ct);
            await _drafts.DeletePartsAsync(stored.Value.Id, content: true, keep: null, ct);
        }
        catch (ConflictException)
        {
            // It was looked at or thrown away at the same moment; the register is what it was to be.
        }
    }

    private async Task CleanAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var draft in (await _drafts.ListAsync(ct)).Where(d => d.Expires <= now))
        {
            await _drafts.DeleteAsync(draft.Id, ct);
        }
    }

    private async Task<Kept<ImportDraft>?> OpenAsync(string id, CancellationToken ct) =>
        await _drafts.FindAsync(id, ct) is { } stored && stored.Value.Expires > clock.GetUtcNow() ? stored : null;

    private async Task<IReadOnlyList<RawTable>?> TablesAsync(ImportDraft draft, CancellationToken ct) =>
        draft.Chunks == 0 ? [] : await _drafts.ReadContentAsync(draft, ct);

    private static string Chance() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static string Cut(string text) => text.Length <= LongestSource ? text : string.Concat(text.AsSpan(0, LongestSource - 1), "…");
}

/// <summary>What became of files that were sent.</summary>
/// <param name="Draft">The id of the draft; null when there are errors.</param>
public sealed record Receipt(string? Draft, IReadOnlyList<RegisterIssue> Errors, IReadOnlyList<RegisterIssue> Warnings);

/// <summary>What became of the wish to apply a draft.</summary>
public enum ApplyOutcome
{
    /// <summary>The register is what the draft says.</summary>
    Applied,

    /// <summary>It was applied before; nothing was done now.</summary>
    AppliedBefore,

    /// <summary>The mass-change guard asks for a yes; nothing was done.</summary>
    Held,

    /// <summary>The register had changed since it was looked at. It has been looked at anew; nothing else was done.</summary>
    Overtaken,

    /// <summary>There is no such draft any more.</summary>
    Gone,
}
