using System.Security.Cryptography;
using Notify.Core.Store;

namespace Notify.Core.Register;

/// <summary>
/// Makes a register the present one, in all districts or in none: (1) the snapshots of what changed are written under a new
/// version, unseen; (2) one row, the intent, is the commit point; (3) what follows from it is done, district by district. A crash
/// before (2) leaves the register as it was; after it, the next import or host start finishes.
/// </summary>
/// <remarks>What is known besides (<see cref="IRegisterAmendment"/>) holds for every import, whatever brings it.</remarks>
public sealed class RegisterImport(IRecordStore store, RegisterStore register, TimeProvider clock, ImportOptions options, IRegisterAmendment? amendment = null)
{
    private const int Attempts = 20;

    private readonly ImportCompletion _completion = new(store, register);

    /// <summary>Imports a whole register, of which no table is null.</summary>
    /// <exception cref="ConflictException">Other imports came first, again and again; nothing of this one was written.</exception>
    /// <exception cref="MergedDistrictException">It would part a merged district from its successor.</exception>
    public async Task<ImportOutcome> ImportAsync(
        RegisterContent whole, ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        (await ImportAsync((PresentRegister _) => whole, request, progress, ct))!;

    /// <summary>
    /// Imports what is composed from the present register, as when only some of its files are there. When another import comes
    /// first it is composed anew, from what that one left.
    /// </summary>
    /// <param name="compose">From the present register to the whole new one, or null to import nothing.</param>
    /// <returns>Null when <paramref name="compose"/> gave null.</returns>
    /// <exception cref="ConflictException">Other imports came first, again and again; nothing of this one was written.</exception>
    /// <exception cref="MergedDistrictException">It would part a merged district from its successor.</exception>
    public Task<ImportOutcome?> ImportAsync(
        Func<RegisterContent, RegisterContent?> compose, ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        ImportAsync(present => compose(present.Content), request, progress, ct);

    /// <inheritdoc cref="ImportAsync(Func{RegisterContent, RegisterContent}, ImportRequest, IProgress{ImportProgress}, CancellationToken)"/>
    internal async Task<ImportOutcome?> ImportAsync(
        Func<PresentRegister, RegisterContent?> compose, ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var present = await PresentAsync(request, ct);
            if (compose(present) is not { } composed)
            {
                return null;
            }

            if (Mergers.WhyNot(present.Content, composed) is { } parted)
            {
                throw new MergedDistrictException(parted);
            }

            var (whole, warnings) = await AmendAsync(composed, ct);
            var plan = ImportPlan.Of(present, whole, request, options, clock.GetUtcNow());
            if (request.DryRun || plan.Outcome.IsHeld || plan.Versions.Count == 0 || await TryCommitAsync(plan, request, present, progress, ct))
            {
                return plan.Outcome with { Warnings = warnings };
            }
        }

        throw new ConflictException(Partitions.System, RegisterKeys.Intent);
    }

    /// <summary>The register as an import of it would make it.</summary>
    internal async Task<AmendedRegister> AmendAsync(RegisterContent whole, CancellationToken ct) =>
        amendment is not null && await amendment.ReadAsync(ct) is { } amend ? amend(whole) : new(whole, []);

    /// <summary>Gives a district the content of a version that is still kept, as a new version.</summary>
    /// <exception cref="KeyNotFoundException">The version is not kept.</exception>
    /// <exception cref="MergedDistrictException">The district has been merged, or has taken over from another, since.</exception>
    /// <remarks>Rows that other districts need and city-wide materials stay as they are; see <see cref="RegisterRestore"/>.</remarks>
    public async Task<ImportOutcome> RestoreAsync(
        DistrictCode district, long version, ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        await FinishAsync(request.DryRun, ct);
        var pointer = await register.PointerAsync(district, ct) ?? throw new KeyNotFoundException($"There is no register of {district}.");
        var old = await register.SnapshotAsync(district, pointer, version, ct);
        var kept = pointer.Kept.Single(k => k.Version == version);
        return await ImportAsync(
            (PresentRegister present) => Mergers.WhyNotBack(present, district, kept) is { } lost ? throw new MergedDistrictException(lost) : RegisterRestore.Of(present.Content, old, kept.Closed),
            request,
            progress,
            ct)
            ?? throw new InvalidOperationException("A restore always composes a register.");
    }

    /// <summary>Finishes an import that a crash left decided but not done. For hosts at start; every import does it first.</summary>
    public Task FinishAsync(CancellationToken ct) => FinishAsync(dryRun: false, ct);

    private async Task FinishAsync(bool dryRun, CancellationToken ct)
    {
        if (!dryRun && await register.IntentAsync(ct) is { } intent)
        {
            await _completion.FinishAsync(intent, null, ct);
        }
    }

    private async Task<PresentRegister> PresentAsync(ImportRequest request, CancellationToken ct)
    {
        var present = await register.PresentAsync(ct);
        if (!request.DryRun && present.Intent is { } intent)
        {
            await _completion.FinishAsync(intent, null, ct);
            return present with { Intent = null };
        }

        return present;
    }

    private async Task<bool> TryCommitAsync(
        ImportPlan plan, ImportRequest request, PresentRegister present, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        // Chance keeps the chunks of two imports apart, of which only one will be decided.
        var importId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));
        var versions = new List<IntendedVersion>(plan.Versions.Count);
        foreach (var version in plan.Versions)
        {
            var chunks = await WriteChunksAsync(version.Snapshot, importId, ct);
            versions.Add(new(version.District, version.Snapshot.Version, chunks, version.Hash, version.Snapshot.Assignments.Count > 0, version.Closed)
            {
                Successor = version.Snapshot.District.Successor,
                Heir = version.Heir,
            });
            progress?.Report(new(ImportStage.Writing, versions.Count, plan.Versions.Count));
        }

        var intent = new RegisterIntent(importId, plan.At, request.Source, versions);
        if (await TryDecideAsync(intent, present.GenerationETag, ct) is not { } etag)
        {
            return false;
        }

        await _completion.FinishAsync(new(intent, etag), progress, ct);
        return true;
    }

    private async Task<int> WriteChunksAsync(DistrictSnapshot snapshot, string importId, CancellationToken ct)
    {
        var chunks = SnapshotChunks.Encode(snapshot);
        var puts = chunks.Select((value, n) => new RecordChange.Put(RegisterKeys.Chunk(snapshot.Version, importId, n), value));
        await store.PutAsync(snapshot.District.Code.ToString(), [.. puts], ct);
        return chunks.Count;
    }

    /// <summary>The commit point: the intent, if no import was decided since the present register was read.</summary>
    /// <returns>The ETag of the intent, or null when another import came first.</returns>
    private async Task<string?> TryDecideAsync(RegisterIntent intent, string? generationETag, CancellationToken ct)
    {
        var generation = RegisterJson.Write(new(intent.ImportId), RegisterJson.Default.RegisterGeneration);
        RecordChange[] changes =
        [
            new RecordChange.Insert(RegisterKeys.Intent, RegisterJson.Write(intent, RegisterJson.Default.RegisterIntent)),
            generationETag is null
                ? new RecordChange.Insert(RegisterKeys.Generation, generation)
                : new RecordChange.Replace(RegisterKeys.Generation, generation, generationETag),
        ];
        try
        {
            return (await store.CommitAsync(Partitions.System, changes, ct))[0];
        }
        catch (ConflictException)
        {
            return null;
        }
    }
}
