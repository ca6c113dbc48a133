using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.Delivery.Trial;
using Notify.Core.FollowUps;
using Notify.Core.Forums;
using Notify.Core.Materials;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Overview;

/// <summary>A district's line of the overview.</summary>
/// <param name="Waiting">Mails that are queued or being sent.</param>
public sealed record DistrictLine(District District, ContactsProof Proof, int OpenCalls, int Waiting);

/// <summary>Trial mode, and what it keeps back.</summary>
/// <param name="Mails">In trial mode all that would have gone; else what still holds and waits for a decision.</param>
/// <param name="District">The code of the first district that has any; empty when none has.</param>
public sealed record TrialState(bool IsOn, int Mails, string District);

/// <summary>What a coordinator sees first.</summary>
/// <param name="Calls">Open rows, the longest waiting first, with the name of their district.</param>
/// <param name="NoContact">How many schools are flagged to have no contact.</param>
/// <param name="SolePerson">How many schools hang on one person.</param>
/// <param name="TooMany">People with too many schools, with the name of their district.</param>
/// <param name="Next">What leaves next, with the name of the school or district it is about.</param>
public sealed record OverviewModel(
    ContactsProof Proof,
    IReadOnlyList<DistrictLine> Districts,
    IReadOnlyList<(string District, CallRow Call)> Calls,
    int NoContact,
    int SolePerson,
    IReadOnlyList<(string District, ContactFlag Flag)> TooMany,
    IReadOnlyList<(string District, string About, Notification Mail)> Next,
    TrialState Trial,
    AgreementsProof Agreements,
    Participation Forums,
    MaterialsProof Materials,
    FollowUpsProof FollowUps);

/// <summary>Reads the overview over all districts.</summary>
public sealed class OverviewReader(
    DistrictList districts, ContactsReader contacts, AgreementsReader agreements, ForumsReader forums, MaterialsReader materials,
    FollowUpsReader followUps, NotificationReader notifications, TrialBacklog trial)
{
    /// <summary>The overview now.</summary>
    public async Task<OverviewModel> ReadAsync(PortalUser user, CancellationToken ct)
    {
        var kept = new List<NotificationId>();
        var rows = new List<AgreementRow>();
        var held = new List<ForumRecord>();
        var rounds = new List<DistrictFollowUps>();
        var coverage = new List<CoverageRow>();
        var read = new List<(DistrictContacts Contacts, IReadOnlyList<Notification> Waiting)>();
        foreach (var snapshot in await districts.ReadAsync(user, ct))
        {
            var code = snapshot.District.Code;
            if (await contacts.ReadAsync(code, ct) is { } district)
            {
                read.Add((district, await notifications.WaitingAsync(code, ct)));
                kept.AddRange(await trial.ReadAsync(code, ct));
                rows.AddRange((await agreements.ReadAsync(code, ct))?.Rows ?? []);
                held.AddRange((await forums.ReadAsync(code, ct))?.Forums ?? []);
                rounds.AddRange(await followUps.ReadAsync(code, ct) is { } followed ? [followed] : []);
                coverage.AddRange((await materials.ReadAsync(code, ct))?.Rows ?? []);
            }
        }

        var flags = read.SelectMany(d => d.Contacts.Flags.Select(f => (d.Contacts.District.Name, Flag: f))).ToList();
        return new(
            ContactsProof.Of(read.SelectMany(d => d.Contacts.Schools)),
            [.. read.Select(d => new DistrictLine(d.Contacts.District, ContactsProof.Of(d.Contacts.Schools), d.Contacts.Calls.Count(c => !c.Done), d.Waiting.Count))],
            [.. read.SelectMany(d => d.Contacts.Calls.Where(c => !c.Done).Select(c => (d.Contacts.District.Name, Call: c))).OrderBy(c => c.Call.At)],
            flags.Count(f => f.Flag.Kind == ContactFlagKind.NoContact),
            flags.Count(f => f.Flag.Kind == ContactFlagKind.SolePerson),
            [.. flags.Where(f => f.Flag.Kind == ContactFlagKind.TooManySchools).OrderByDescending(f => f.Flag.Count)],
            [.. read.SelectMany(d => d.Waiting.Select(n => (d.Contacts.District.Name, SubjectNames.Of(n.Subject, d.Contacts.Snapshot), Mail: n))).OrderBy(n => n.Mail.NotBefore)],
            new(trial.IsOn, kept.Count, kept.Count > 0 ? kept[0].District.ToString() : ""),
            AgreementsProof.Of(rows),
            forums.Proof(held),
            MaterialsProof.Of(coverage),
            FollowUpsProof.Of(rounds));
    }
}
