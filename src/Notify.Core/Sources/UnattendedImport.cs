using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Core.Store;

namespace Notify.Core.Sources;

/// <summary>What a source has brought.</summary>
/// <param name="Source">The source's <see cref="ISource.Name"/>.</param>
/// <param name="Shown">What histories call it, as <c>SharePoint</c> or a file's name.</param>
/// <param name="Key">Tells it from what else the source brings, as a hash of a file's content; empty where it is always the same, as a list.</param>
public sealed record SourceDelivery(string Source, string Shown, string Key = "");

/// <summary>
/// Imports what comes without anybody sitting at it: the same validation and the same mass-change guard as by hand. What is not taken
/// in is noted in the source's state, and the coordinators are told once; the register stays as it was.
/// </summary>
public sealed class UnattendedImport(RegisterImport import, SourceBook book, SourceMails mails, TimeProvider clock)
{
    /// <summary>How many errors are kept; the mail lists fewer.</summary>
    private const int MostKept = 50;

    /// <summary>Imports tables as a source holds them; one that is not among them leaves its part of the register as it was.</summary>
    /// <exception cref="ConflictException">Other imports came first, again and again; nothing was written.</exception>
    public async Task<UnattendedOutcome> ImportAsync(RawRegister raw, SourceDelivery delivery, CancellationToken ct)
    {
        var reading = new RegisterReading(new(), [], []);
        return await ImportAsync(
            present =>
            {
                reading = RegisterReader.Read(raw, present);
                return reading.Errors.Count == 0 ? reading.Content : null;
            },
            () => reading,
            delivery,
            ct);
    }

    /// <summary>Imports what is composed from the present register, as when a source knows only some of its rows; null: nothing is to change.</summary>
    /// <inheritdoc cref="ImportAsync(RawRegister, SourceDelivery, CancellationToken)"/>
    public Task<UnattendedOutcome> ImportAsync(Func<RegisterContent, RegisterContent?> compose, SourceDelivery delivery, CancellationToken ct) =>
        ImportAsync(compose, () => new(new(), [], []), delivery, ct);

    private async Task<UnattendedOutcome> ImportAsync(
        Func<RegisterContent, RegisterContent?> compose, Func<RegisterReading> reading, SourceDelivery delivery, CancellationToken ct)
    {
        var refusal = (await book.ReadAsync(delivery.Source, ct)).Refusal;
        var outcome = await import.ImportAsync(compose, new(delivery.Shown), null, ct);
        if (outcome is { IsHeld: true } && refusal is { IsPassed: true } && refusal.Mark == MarkOf(delivery, [], outcome.Held))
        {
            outcome = await import.ImportAsync(compose, new(delivery.Shown, AllowMassChange: true), null, ct);
        }

        var result = new UnattendedOutcome(outcome, reading().Errors, [.. reading().Warnings, .. outcome?.Warnings ?? []]);
        await (result.IsTaken ? SettleAsync(result, delivery, ct) : RefuseAsync(result, delivery, ct));
        return result;
    }

    /// <summary>The refusal of an earlier delivery stands until the source brings something that is taken in.</summary>
    private async Task SettleAsync(UnattendedOutcome result, SourceDelivery delivery, CancellationToken ct)
    {
        DateTimeOffset? changed = result.Import?.NewVersions.Count > 0 ? clock.GetUtcNow() : null;
        await book.ChangeAsync(delivery.Source, s => s with { Refusal = null, Changed = changed ?? s.Changed }, ct);
    }

    /// <summary>Notes the refusal first and the mails last; a stop in between is made good by the next run, which plans the same mails.</summary>
    private async Task RefuseAsync(UnattendedOutcome result, SourceDelivery delivery, CancellationToken ct)
    {
        var held = result.Import?.Held ?? [];
        var mark = MarkOf(delivery, result.Errors, held);
        var refusal = new Refusal(delivery.Shown, clock.GetUtcNow(), mark, result.Errors.Count, [.. result.Errors.Take(MostKept).Select(KeptIssue.Of)], held);
        var state = await book.ChangeAsync(delivery.Source, s => s.Refusal?.Mark == mark ? s : s with { Refusal = refusal, Sequence = s.Sequence + 1 }, ct);
        if (state.Refusal is { IsTold: false } news)
        {
            await mails.TellAsync(delivery.Source, news, state.Sequence, ct);
            await book.ChangeAsync(delivery.Source, s => s.Sequence == state.Sequence && s.Refusal is { } r ? s with { Refusal = r with { IsTold = true } } : s, ct);
        }
    }

    private static string MarkOf(SourceDelivery delivery, IReadOnlyList<RegisterIssue> errors, IReadOnlyList<HeldDistrict> held) =>
        RecordKey.Hash(string.Join('\n', [delivery.Key, .. errors.Select(e => $"{e.File} {e.Line} {e.Column} {e.Value} {e.Message}"), .. held.Select(h => h.ToString())]));
}

/// <summary>What became of a delivery.</summary>
/// <param name="Import">Null: there are errors, or nothing was to change.</param>
public sealed record UnattendedOutcome(ImportOutcome? Import, IReadOnlyList<RegisterIssue> Errors, IReadOnlyList<RegisterIssue> Warnings)
{
    /// <summary>Whether the register now says what was brought.</summary>
    public bool IsTaken => Errors.Count == 0 && Import is not { IsHeld: true };
}
