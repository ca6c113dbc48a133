using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Testing.Delivery;

namespace Notify.Benchmarks.Pages;

/// <summary>Mails that were delivered long ago, spread over the districts of a store and a year.</summary>
internal static class DeliveredMails
{
    /// <summary>How many.</summary>
    public const int Count = 100_000;

    private const int PerCommit = 30;

    /// <summary>Puts them there once.</summary>
    /// <returns>One of them; null without districts.</returns>
    public static async Task<NotificationId?> FillAsync(IRecordStore store, IReadOnlyList<DistrictCode> districts, DateTimeOffset now)
    {
        NotificationId? last = null;
        for (var d = 0; d < districts.Count; d++)
        {
            var share = (Count / districts.Count) + (d < Count % districts.Count ? 1 : 0);
            foreach (var numbers in Enumerable.Range(0, share).Chunk(PerCommit))
            {
                var mails = numbers.Select(n => Mail(districts[d], n, now.AddMinutes(-n * 525_600L / share))).ToList();
                last = mails[0].Id;
                if (numbers[0] == 0 && await NotificationRows.FindAsync(store, mails[0].Id, default) is not null)
                {
                    break;
                }

                await store.CommitAsync(districts[d].ToString(), [.. mails.SelectMany(NotificationRows.Insert)], default);
            }
        }

        return last;
    }

    private static Notification Mail(DistrictCode district, int number, DateTimeOffset at)
    {
        var sample = Sample.Notification(number);
        return sample with
        {
            Id = NotificationId.Of(district, sample.Kind, sample.Subject, number, [Sample.School], sample.Values),
            District = district,
            CreatedAt = at,
            NotBefore = at,
            SentAt = at,
            State = NotificationState.Delivered,
            History = [new(at, NotificationState.Queued, "planned"), new(at, NotificationState.Delivered, "delivered")],
        };
    }
}
