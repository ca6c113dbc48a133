using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Delivery;

/// <summary>Reads what waits to leave, by the index of what is waiting.</summary>
public sealed class Outbox(IRecordStore store)
{
    /// <summary>The ids of what is due, in the order in which it fell due. One store operation.</summary>
    /// <param name="urgentOnly">Leaves out what has to wait for the send window.</param>
    public async Task<IReadOnlyList<NotificationId>> DueAsync(DistrictCode district, DateTimeOffset now, bool urgentOnly, CancellationToken ct)
    {
        var due = new List<NotificationId>();
        await foreach (var row in store.ScanAsync(district.ToString(), NotificationRows.PendingPrefix, ct))
        {
            if (NotificationRows.DueIn(row.Key) > now)
            {
                break;
            }

            if (!urgentOnly || NotificationRows.MarkIn(row).Urgent)
            {
                due.Add(NotificationRows.IdIn(row.Key));
            }
        }

        return due;
    }
}
