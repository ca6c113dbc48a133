using Notify.Core.Store;

namespace Notify.Core.Sources;

/// <summary>Reads and writes where the sources stand.</summary>
public sealed class SourceBook(IRecordStore store)
{
    /// <summary>The state of one; as it is before its first run when there is none. One store operation.</summary>
    public async Task<SourceState> ReadAsync(string source, CancellationToken ct) =>
        (await store.FindAsync(Partitions.System, SourceKeys.State(source), SourceJson.Default.SourceState, ct))?.Value ?? new();

    /// <summary>The states of all that have ever run, by name. One store operation.</summary>
    public async Task<IReadOnlyDictionary<string, SourceState>> ReadAsync(CancellationToken ct)
    {
        var states = new Dictionary<string, SourceState>(StringComparer.Ordinal);
        await foreach (var record in store.ScanAsync(Partitions.System, SourceKeys.Prefix, ct))
        {
            states.Add(record.Key[SourceKeys.Prefix.Length..], record.As(SourceJson.Default.SourceState).Value);
        }

        return states;
    }

    /// <summary>Changes the state; it is read again when somebody else changed it in between.</summary>
    /// <returns>The state as it is now.</returns>
    public Task<SourceState> ChangeAsync(string source, Func<SourceState, SourceState> change, CancellationToken ct) => Conflicts.RetryAsync(async () =>
    {
        var kept = await store.FindAsync(Partitions.System, SourceKeys.State(source), SourceJson.Default.SourceState, ct) ?? new(new SourceState(), "");
        var next = change(kept.Value);
        if (next != kept.Value)
        {
            await store.CommitAsync(Partitions.System, [kept.With(SourceKeys.State(source), next, SourceJson.Default.SourceState)], ct);
        }

        return next;
    });

    /// <summary>Notes that a person lets pass what the mass-change guard held.</summary>
    /// <param name="mark">The <see cref="Refusal.Mark"/> of what they saw.</param>
    /// <returns>Whether that is still what is held.</returns>
    public async Task<bool> LetPassAsync(string source, string mark, CancellationToken ct) =>
        (await ChangeAsync(source, s => s.Refusal is { IsHeld: true } r && r.Mark == mark ? s with { Refusal = r with { IsPassed = true } } : s, ct))
            .Refusal is { IsPassed: true } passed && passed.Mark == mark;
}
