using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.Delivery.Trial;
using Notify.Core.Delivery.Troubles;
using Notify.Core.FollowUps;
using Notify.Core.Forums;
using Notify.Core.Materials;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.Overview;

/// <summary>Takes the glance of a district: reads all of it that a page may show.</summary>
public sealed class GlanceTaker(
    ContactsReader contacts, AgreementsReader agreements, ForumsReader forums, MaterialsReader materials, FollowUpsReader followUps,
    NotificationReader notifications, TrialBacklog trial, TroubleBook troubles, TimeProvider clock)
{
    /// <summary>Terms whose rounds can make the latest index of the city.</summary>
    private const int LatestTerms = 2;

    /// <summary>The district as it is now; null when it is not in the register.</summary>
    public async Task<DistrictGlance?> TakeAsync(DistrictCode code, CancellationToken ct)
    {
        if (await contacts.ReadAsync(code, ct) is not { } district
            || await forums.ReadAsync(code, ct) is not { } held
            || await materials.ReadAsync(code, ct) is not { } material
            || await followUps.ReadAsync(code, ct) is not { } rounds
            || await agreements.ReadAsync(code, ct) is not { } agreed)
        {
            return null;
        }

        var waiting = await notifications.WaitingKeysAsync(code, ct);
        var calls = district.Calls.Where(c => !c.Done).OrderBy(c => c.At).ToList();
        var dead = (await troubles.ReadAsync(code, ct)).Dead;
        return new(
            code,
            district.District.Name,
            StockholmTime.DateOf(clock.GetUtcNow()),
            ContactsProof.Of(district.Schools),
            [.. district.Schools.Where(r => r.School.Districts.Count > 1).Select(r => new SharedSchool(r.School.Code, r.IsTold, r.IsConfirmed))],
            AgreementsProof.Of(agreed.Rows),
            forums.Parts(held.Forums),
            MaterialsProof.Of(material.Rows),
            FollowUpsProof.Of(rounds),
            [.. Latest(rounds)],
            calls.Count,
            [.. calls.Take(DistrictGlance.MaxRows)],
            district.Flags.Count(f => f.Kind == ContactFlagKind.NoContact),
            district.Flags.Count(f => f.Kind == ContactFlagKind.SolePerson),
            [.. district.Flags.Where(f => f.Kind == ContactFlagKind.TooManySchools).OrderByDescending(f => f.Count).Take(DistrictGlance.MaxRows)],
            waiting.Count,
            await MailsAsync(waiting, district.Snapshot, ct),
            await MailsAsync(await notifications.HeldKeysAsync(code, ct), district.Snapshot, ct),
            (await trial.ReadAsync(code, ct)).Count,
            [.. dead.Select(d => d.Value).OrderByDescending(d => d.At).Take(DistrictGlance.MaxRows)],
            held.Missing.Count,
            agreed.Rows.Count(r => r.IsInConflict));
    }

    private static IEnumerable<RoundState> Latest(DistrictFollowUps rounds)
    {
        var closed = rounds.Rows.Where(r => r.Closed is not null).ToList();
        var terms = closed.Select(r => r.Term).Distinct().OrderDescending().Take(LatestTerms).ToList();
        return closed.Where(r => terms.Contains(r.Term)).Select(r => r.Round);
    }

    private async Task<IReadOnlyList<GlanceMail>> MailsAsync(IEnumerable<NotificationId> ids, DistrictSnapshot snapshot, CancellationToken ct)
    {
        var mails = new List<GlanceMail>();
        foreach (var id in ids.Take(DistrictGlance.MaxRows))
        {
            if (await notifications.FindAsync(id, ct) is { } mail)
            {
                mails.Add(new(id, mail.Kind, SubjectNames.Of(mail.Subject, snapshot), mail.NotBefore));
            }
        }

        return mails;
    }
}
