using System.Text.Json;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Accounts;

/// <summary>Reads and writes what was found of accounts.</summary>
public sealed class AccountBook(IRecordStore store)
{
    /// <summary>When it was last looked; null: never. One store operation.</summary>
    public async Task<AccountsLook?> LookAsync(CancellationToken ct) =>
        (await store.FindAsync(Partitions.System, AccountKeys.Look, AccountJson.Default.AccountsLook, ct))?.Value;

    /// <summary>Notes a look.</summary>
    public Task NoteAsync(AccountsLook look, CancellationToken ct) => store.CommitAsync(
        Partitions.System, [new RecordChange.Put(AccountKeys.Look, JsonSerializer.Serialize(look, AccountJson.Default.AccountsLook))], ct);

    /// <summary>The findings of a district. One store operation.</summary>
    public Task<List<Kept<AccountFinding>>> ReadAsync(DistrictCode district, CancellationToken ct) =>
        store.ListAsync(district.ToString(), AccountKeys.FindingPrefix, AccountJson.Default.AccountFinding, ct);

    /// <summary>The mark of a district's mails. One store operation.</summary>
    public async Task<Kept<AccountsReport>> ReportAsync(DistrictCode district, CancellationToken ct) =>
        await store.FindAsync(district.ToString(), AccountKeys.Report, AccountJson.Default.AccountsReport, ct) ?? new(new(0), "");

    /// <summary>Stores findings in place of those that were read, in as many commits as it takes.</summary>
    public async Task WriteAsync(DistrictCode district, IEnumerable<RecordChange> changes, CancellationToken ct)
    {
        foreach (var some in changes.Chunk(RecordLimits.MaxOwnChanges))
        {
            await store.CommitAsync(district.ToString(), some, ct);
        }
    }

    /// <summary>Stores findings together with the mail that tells of them.</summary>
    public Task TellAsync(Kept<AccountsReport> report, Notification mail, IReadOnlyList<RecordChange> findings, CancellationToken ct) => store.CommitAsync(
        mail.District.ToString(),
        [
            .. NotificationRows.Insert(mail),
            report.With(AccountKeys.Report, new(mail.Sequence), AccountJson.Default.AccountsReport),
            .. findings,
        ],
        ct);

    /// <summary>The change from what was read to what is found now; null: it is the same.</summary>
    /// <param name="after">Null: nothing is found any more.</param>
    public static RecordChange? Change(Kept<AccountFinding>? before, AccountFinding? after) => (before, after) switch
    {
        (null, null) => null,
        ({ } gone, null) => new RecordChange.Delete(AccountKeys.Finding(gone.Value.Contact), gone.ETag),
        (null, { } found) => new Kept<AccountFinding>(found, "").With(AccountKeys.Finding(found.Contact), found, AccountJson.Default.AccountFinding),
        ({ } kept, { } found) => Text(kept.Value) == Text(found) ? null : kept.With(AccountKeys.Finding(found.Contact), found, AccountJson.Default.AccountFinding),
    };

    private static string Text(AccountFinding finding) => JsonSerializer.Serialize(finding, AccountJson.Default.AccountFinding);
}
