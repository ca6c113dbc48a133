using Notify.Core.Contacts;
using Notify.Core.Register;
using Notify.Core.Watches;

namespace Notify.Core.Forums;

/// <summary>Puts silent schools on the coordinator's call list, and takes them off when they have been heard of.</summary>
public sealed class CallList(WatchLedger ledger, DistrictSnapshot snapshot, ForumSituation situation)
{
    /// <summary>Opens and closes lines. A school has one open line at most; one that somebody has done is never opened again.</summary>
    public async Task ApplyAsync(IReadOnlyList<SilentSchool> silent, CancellationToken ct)
    {
        var rows = (await ledger.ReadAsync(CallRow.Prefix, ContactsJson.Default.CallRow, ct)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var district = snapshot.District.Code;
        var wanted = silent.Select(s => s.CallIn(district)).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Values.Where(r => r is { Reason: CallReason.SilentForums, Done: false } && !wanted.Contains(r.Id)))
        {
            await ledger.ApplyAsync([], [Kept(row with { Done = true, DoneAt = situation.Now, DoneBy = "Notify" })], ct);
        }

        foreach (var school in silent.GroupBy(s => s.School))
        {
            var isOpen = school.Any(s => rows.GetValueOrDefault(s.CallIn(district)) is { Done: false });
            if (!isOpen && !rows.ContainsKey(school.Last().CallIn(district)))
            {
                await ledger.ApplyAsync([], [Kept(Row(school.Last()))], ct);
            }
        }
    }

    private CallRow Row(SilentSchool silent) => new(
        silent.CallIn(snapshot.District.Code), snapshot.District.Code, silent.School, silent.Name, CallReason.SilentForums,
        snapshot.Schools.FirstOrDefault(s => s.Code == silent.School)?.Phone ?? "", situation.Now, false, null, null, string.Join("; ", silent.Titles));

    private static StateChange Kept(CallRow row) => StateChange.Of(CallRow.KeyOf(row.Id), row, ContactsJson.Default.CallRow);
}
