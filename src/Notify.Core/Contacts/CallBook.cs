using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Contacts;

/// <summary>What coordinators do to the lines of the call list.</summary>
public sealed class CallBook(IRecordStore store, TimeProvider clock)
{
    /// <summary>The longest remark, in characters.</summary>
    public const int MaxRemark = 500;

    /// <summary>Takes a line off the list, or puts it back, with what the coordinator remarks.</summary>
    /// <param name="isDone">Null: as it is.</param>
    /// <param name="who">Shown at the line.</param>
    /// <returns>The line as it is now; null when there is none of that id.</returns>
    /// <exception cref="ArgumentException">The remark is too long, or holds control characters.</exception>
    public Task<CallRow?> SettleAsync(DistrictCode district, string id, bool? isDone, string remark, string who, CancellationToken ct)
    {
        if (!IsRemark(remark))
        {
            throw new ArgumentException($"A remark has at most {MaxRemark} characters.", nameof(remark));
        }

        return Conflicts.RetryAsync(() => SettleOnceAsync(district, id, isDone, remark.Trim(), who, ct));
    }

    /// <summary>Whether the text can be a remark; an empty one can.</summary>
    public static bool IsRemark(string text) => text.Trim() is { Length: <= MaxRemark } remark && !remark.Any(char.IsControl);

    private async Task<CallRow?> SettleOnceAsync(DistrictCode district, string id, bool? isDone, string remark, string who, CancellationToken ct)
    {
        var key = CallRow.KeyOf(id);
        if (!RecordKey.IsValid(key) || await store.FindAsync(district.ToString(), key, ContactsJson.Default.CallRow, ct) is not { } row)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var next = row.Value with { Remark = remark.Length > 0 ? remark : null };
        if (isDone is { } done && done != row.Value.Done)
        {
            next = next with { Done = done, DoneAt = done ? now : null, DoneBy = done ? who : null };
        }

        if (next != row.Value)
        {
            await store.CommitAsync(district.ToString(), [row.With(key, next, ContactsJson.Default.CallRow)], ct);
        }

        return next;
    }
}
