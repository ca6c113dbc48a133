using System.Globalization;
using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.FollowUps;
using Notify.Core.Forums;
using Notify.Core.Jobs;
using Notify.Core.Materials;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Templates.Wording;

namespace Notify.Core.Status;

/// <summary>Reads the status, of all districts or of some.</summary>
public sealed class StatusReader(
    RegisterStore register, RegisterHistory history, NotificationReader notifications, ContactsReader contacts, AgreementsReader agreements,
    ForumsReader forums, MaterialsReader materials, FollowUpsReader followUps, Heartbeats heartbeats, TrialReader trial, Wordings wordings, TimeProvider clock)
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);
    private static readonly StringComparer ByName = StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), false);

    /// <summary>The status now.</summary>
    /// <param name="isIncluded">Whether a district is; of one that is not, nothing is read.</param>
    public async Task<StatusReport> ReadAsync(Func<DistrictCode, bool> isIncluded, CancellationToken ct)
    {
        var counts = Enum.GetValues<NotificationState>().ToDictionary(s => s, _ => 0);
        var (districts, rows) = (new List<DistrictStatus>(), new List<SchoolRow>());
        var codes = (await register.DistrictsAsync(ct)).Where(isIncluded).ToList();
        foreach (var code in codes)
        {
            foreach (var (state, count) in await notifications.CountAsync(code, ct))
            {
                counts[state] += count;
            }

            if (await contacts.ReadAsync(code, ct) is { } read)
            {
                rows.AddRange(read.Schools);
                districts.Add(await DistrictAsync(code, read, ct));
            }
        }

        return new(
            counts.ToDictionary(c => StatusAnswer.Word(c.Key), c => c.Value),
            ContactsProof.Of(rows),
            [.. districts.OrderBy(d => d.Name, ByName)],
            await heartbeats.ReadAsync(ct),
            await trial.ReadAsync(codes, ct),
            forums.Proof(districts.SelectMany(d => d.Forums?.Forums ?? [])),
            await wordings.ProblemsAsync(ct));
    }

    private async Task<DistrictStatus> DistrictAsync(DistrictCode code, DistrictContacts read, CancellationToken ct) => new(
        code.ToString(), read.District.Name, ContactsProof.Of(read.Schools), read.Calls, read.Flags,
        await history.ChangesAsync(code, clock.GetUtcNow() - Year, ct),
        (await agreements.ReadAsync(code, ct))?.Rows ?? [])
    {
        Forums = await forums.ReadAsync(code, ct),
        Materials = (await materials.ReadAsync(code, ct))?.Rows ?? [],
        FollowUps = await followUps.ReadAsync(code, ct),
    };
}
