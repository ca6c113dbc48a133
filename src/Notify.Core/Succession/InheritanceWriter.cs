using System.Text.Json;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Watches;

namespace Notify.Core.Succession;

/// <summary>
/// Writes what passes to a successor, in commits that hold. Each changes the row that says what is due, as it was read or written last: a process
/// that falls behind another writes nothing any more, and nothing at all once it is done.
/// </summary>
internal sealed class InheritanceWriter(IRecordStore store, DistrictCode heir, Kept<DueInheritance> due)
{
    /// <summary>Room for the rows that go with every commit.</summary>
    private const int OwnBytes = 16 * 1024;

    /// <summary>The due row, the done row and the marks of the watches.</summary>
    private const int OwnChanges = 10;

    private readonly string _partition = heir.ToString();
    private readonly List<RecordChange> _changes = [];
    private Kept<DueInheritance> _due = due;
    private long _bytes;
    private int _written;

    /// <summary>Adds a change.</summary>
    /// <exception cref="ConflictException">Another process goes on with it.</exception>
    public async Task AddAsync(RecordChange change, CancellationToken ct)
    {
        var bytes = RecordLimits.SizeOf(_partition, change);
        if (_changes.Count + OwnChanges >= RecordLimits.MaxOwnChanges || _bytes + bytes > RecordLimits.MaxOwnBytes - OwnBytes)
        {
            var next = _due.Value with { Step = _due.Value.Step + 1 };
            var etags = await store.CommitAsync(_partition, [_due.With(SuccessionKeys.Due(next.From), next, SuccessionJson.Default.DueInheritance), .. _changes], ct);
            _due = new(next, etags[0]);
            _changes.Clear();
            _bytes = 0;
        }

        _bytes += bytes;
        _written++;
        _changes.Add(change);
    }

    /// <summary>Writes the rest, and that it is done; the watches look again.</summary>
    /// <returns>How many records were changed.</returns>
    /// <inheritdoc cref="AddAsync"/>
    public async Task<int> FinishAsync(IEnumerable<string> watches, DateTimeOffset now, CancellationToken ct)
    {
        var (from, version) = (_due.Value.From, _due.Value.Version);
        var done = JsonSerializer.Serialize(new DoneInheritance(from, version, now), SuccessionJson.Default.DoneInheritance);
        await store.CommitAsync(
            _partition,
            [
                new RecordChange.Delete(SuccessionKeys.Due(from), _due.ETag),
                new RecordChange.Put(SuccessionKeys.Done(from), done),
                .. watches.Select(w => new RecordChange.Put(WatchKeys.Again(w), "{}")),
                .. _changes,
            ],
            ct);
        return _written;
    }
}
