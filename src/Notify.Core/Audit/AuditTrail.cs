using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Audit;

/// <summary>
/// The trail of what people did: a row is there before anything is changed and learns afterwards what came of it, so that no change
/// stands without one, whenever a process ends.
/// </summary>
public sealed class AuditTrail(IRecordStore store, TimeProvider clock)
{
    private const string Prefix = "audit:";
    private const int LongestDetail = 500;

    /// <summary>Writes that somebody begins something.</summary>
    /// <returns>The row, for <see cref="EndAsync"/>.</returns>
    public async Task<AuditRow> BeginAsync(string who, string action, string path, DistrictCode? district, CancellationToken ct)
    {
        var row = RowOf(who, action, path, district, "", AuditOutcome.Begun);
        await store.CommitAsync(Partitions.System, [new RecordChange.Insert(Prefix + row.Id, Write(row))], ct);
        return row;
    }

    /// <summary>Writes what came of it.</summary>
    public Task EndAsync(AuditRow row, AuditOutcome outcome, string detail, CancellationToken ct)
    {
        var ended = row with { Outcome = outcome, Detail = Cut(detail) };
        return store.CommitAsync(Partitions.System, [new RecordChange.Put(Prefix + row.Id, Write(ended))], ct);
    }

    /// <summary>Writes that somebody has done something.</summary>
    public Task NoteAsync(string who, string action, string path, DistrictCode? district, string detail, CancellationToken ct)
    {
        var row = RowOf(who, action, path, district, Cut(detail), AuditOutcome.Done);
        return store.CommitAsync(Partitions.System, [new RecordChange.Insert(Prefix + row.Id, Write(row))], ct);
    }

    /// <summary>The rows of a month of UTC, newest first. One store operation.</summary>
    public async Task<IReadOnlyList<AuditRow>> ReadAsync(DateOnly month, CancellationToken ct)
    {
        var prefix = Prefix + month.ToString("yyyyMM", CultureInfo.InvariantCulture);
        var rows = await store.ListAsync(Partitions.System, prefix, AuditJson.Default.AuditRow, ct);
        return [.. rows.Select(r => r.Value).Reverse()];
    }

    private AuditRow RowOf(string who, string action, string path, DistrictCode? district, string detail, AuditOutcome outcome)
    {
        var at = clock.GetUtcNow();
        return new($"{RecordKey.Time(at)}:{RecordKey.Base32(RandomNumberGenerator.GetBytes(32))}", at, who, action, path, district, detail, outcome);
    }

    private static string Cut(string detail) => detail.Length <= LongestDetail ? detail : detail[..LongestDetail];

    private static string Write(AuditRow row) => JsonSerializer.Serialize(row, AuditJson.Default.AuditRow);
}
