using System.Text.Json;
using Notify.Core.Register;
using Notify.Core.Sources;
using Notify.Core.Store;

namespace Notify.Core.SchoolUnits;

/// <summary>How far a reading has come.</summary>
/// <param name="Done">Units read, those of an earlier run included.</param>
public sealed record UnitProgress(int Done, int Total);

/// <summary>
/// Keeps a copy of the units of one municipality: what was changed is read daily, and all of it weekly, since a change of organizer
/// is not told as one. A unit is kept as soon as it is read, so that a reading that was stopped goes on where it was.
/// </summary>
public sealed class SchoolUnitReader(ISchoolUnitRegister units, SchoolUnitBook book, IRecordStore store, TimeProvider clock)
{
    /// <summary>Less than a day, so that the hour of the day does not wander.</summary>
    public static readonly TimeSpan Daily = TimeSpan.FromHours(23);

    /// <summary>Likewise for the whole.</summary>
    public static readonly TimeSpan Weekly = TimeSpan.FromDays(7) - TimeSpan.FromHours(1);

    private static readonly string Note = SourceKeys.Note(SchoolUnitSource.SourceName, "reading");

    /// <summary>Whether it is time, or a reading is not at its end. One store operation.</summary>
    public async Task<bool> IsDueAsync(string municipality, CancellationToken ct)
    {
        var reading = (await ReadingAsync(municipality, ct)).Value;
        return reading.Began is not null || reading.Asked is not { } asked || clock.GetUtcNow() - asked >= Daily;
    }

    /// <summary>Reads what is to be read, at most so many units.</summary>
    /// <param name="full">All of it, although it is not time.</param>
    /// <returns>Whether it came to the end.</returns>
    /// <exception cref="SourceException">The service does not answer as it should; what was read is kept.</exception>
    public async Task<bool> ReadAsync(string municipality, bool full, int most, IProgress<UnitProgress>? progress, CancellationToken ct)
    {
        var kept = await ReadingAsync(municipality, ct);
        var reading = kept.Value;
        if (reading.Began is null || (full && !reading.IsFull))
        {
            var now = clock.GetUtcNow();
            reading = reading with { Began = now, IsFull = full || reading.FullRead is not { } last || now - last >= Weekly };
            kept = await NoteAsync(kept, reading, ct);
        }

        var list = await units.ListAsync(municipality, reading.IsFull ? null : reading.Read, ct);
        var before = await book.ReadAsync(municipality, ct);
        var left = list.Codes.Where(c => !(before.GetValueOrDefault(c)?.ReadAt >= reading.Began)).ToList();
        foreach (var (i, code) in left.Take(most).Index())
        {
            await ReadOneAsync(municipality, code, ct);
            progress?.Report(new(list.Codes.Count - left.Count + i + 1, list.Codes.Count));
        }

        if (left.Count > most)
        {
            return false;
        }

        if (reading.IsFull)
        {
            await DeleteAsync(before.Keys.Except(list.Codes), ct);
        }

        var done = clock.GetUtcNow();
        await NoteAsync(kept, reading with { Read = list.Extract, FullRead = reading.IsFull ? done : reading.FullRead, Asked = done, Began = null }, ct);
        return true;
    }

    private async Task ReadOneAsync(string municipality, SchoolUnitCode code, CancellationToken ct)
    {
        RecordChange change = await units.FindAsync(code, ct) is { } unit
            ? new RecordChange.Put(SchoolUnitBook.Prefix + code, JsonSerializer.Serialize(new(unit, municipality, clock.GetUtcNow()), SchoolUnitJson.Default.KeptUnit))
            : new RecordChange.Delete(SchoolUnitBook.Prefix + code, null);
        try
        {
            await store.CommitAsync(Partitions.System, [change], ct);
        }
        catch (ConflictException)
        {
            // There was none to delete.
        }
    }

    private async Task DeleteAsync(IEnumerable<SchoolUnitCode> codes, CancellationToken ct)
    {
        foreach (var code in codes)
        {
            try
            {
                await store.CommitAsync(Partitions.System, [new RecordChange.Delete(SchoolUnitBook.Prefix + code, null)], ct);
            }
            catch (ConflictException)
            {
                // Another process read to the end at the same time.
            }
        }
    }

    private async Task<Kept<UnitReading>> ReadingAsync(string municipality, CancellationToken ct)
    {
        var kept = await store.FindAsync(Partitions.System, Note, SchoolUnitJson.Default.UnitReading, ct) ?? new(new("", null, null, null, null, false), "");
        return kept.Value.Municipality == municipality ? kept : kept with { Value = new(municipality, null, null, null, null, false) };
    }

    private async Task<Kept<UnitReading>> NoteAsync(Kept<UnitReading> before, UnitReading after, CancellationToken ct) =>
        new(after, (await store.CommitAsync(Partitions.System, [before.With(Note, after, SchoolUnitJson.Default.UnitReading)], ct))[0]);
}
