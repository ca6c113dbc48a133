using System.Text.Json;
using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.FollowUps;
using Notify.Core.Forums;
using Notify.Core.Jobs;
using Notify.Core.Materials;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Templates.Wording;

namespace Notify.Local.Commands;

/// <summary>One district's part of the status.</summary>
/// <param name="Changes">Contact changes of the last 365 days: continuity is itself a measure.</param>
public sealed record DistrictStatus(
    string Code, string Name, ContactsProof Proof, IReadOnlyList<CallRow> Calls, IReadOnlyList<ContactFlag> Flags, int Changes, IReadOnlyList<AgreementRow> Agreements)
{
    /// <summary>Its forums; null when it left the register meanwhile.</summary>
    public DistrictForums? Forums { get; init; }

    /// <summary>Who knows the support material.</summary>
    public IReadOnlyList<CoverageRow> Materials { get; init; } = [];

    /// <summary>Its rounds of follow-up; null when it left the register meanwhile.</summary>
    public DistrictFollowUps? FollowUps { get; init; }
}

/// <summary>What <c>notify status</c> tells.</summary>
/// <param name="Wordings">Own wordings that are not used, or were not for some mail.</param>
public sealed record StatusReport(
    IReadOnlyDictionary<string, int> Counts,
    ContactsProof City,
    IReadOnlyList<DistrictStatus> Districts,
    IReadOnlyList<HeartbeatStatus> Heartbeats,
    TrialReport Trial,
    Participation Forums,
    IReadOnlyList<WordingState> Wordings)
{
    /// <summary>The JSON of CONTRACT.md. The proofs of watches that this version does not have are absent.</summary>
    public object Json => new
    {
        Notifications = Counts,
        Proofs = new { Contacts = City, Agreements, Forums = ParticipationJson.Of(Forums), Materials, FollowUps },
        CallList = Districts.SelectMany(d => d.Calls).Select(c => new
        {
            c.Id,
            District = c.District.ToString(),
            School = c.School.ToString(),
            Reason = Word(c.Reason),
            c.Phone,
            c.Done,
            c.SchoolName,
            c.At,
            c.Note,
        }),
        Conflicts = Conflicts.Select(a => new
        {
            District = a.District.ToString(),
            Agreement = a.Agreement.Id,
            a.Agreement.Title,
            a.Standing.Registered,
            Answered = a.State.Answer!.Day,
            a.State.Answer.By,
            a.State.Answer.At,
        }),
        Heartbeats = Heartbeats.Select(h => new { h.Job, h.Last, h.Due, h.Late, h.Failure, h.Working }),
        Trial = Trial.Json,
        Wordings = Wordings.Select(w => new { w.Ours.Kind, w.Ours.Language, Unused = w.Faults.Count > 0, Mail = w.Trouble?.Notification, w.Trouble?.Reason }),
        Districts = Districts.Select(d => new
        {
            d.Code,
            d.Name,
            Contacts = d.Proof,
            Agreements = AgreementsProof.Of(d.Agreements),
            Forums = d.Forums is { } forums ? ParticipationJson.Of(forums.Proof) : null,
            MissingForums = d.Forums?.Missing.Select(m => new { Term = m.Term.ToString(), Kind = Word(m.Kind), m.Promised, m.Planned, m.Proposed }),
            Materials = MaterialsProof.Of(d.Materials),
            d.Changes,
            FollowUp = d.FollowUps?.Status,
            Flags = d.Flags.Select(f => new { Kind = Word(f.Kind), School = f.School?.ToString(), f.Contact, f.Count }),
        }),
    };

    /// <summary>The proof that agreements are revised on time, of the whole city.</summary>
    public AgreementsProof Agreements => AgreementsProof.Of(Districts.SelectMany(d => d.Agreements));

    /// <summary>The proof that support material reaches those it is for, of the whole city.</summary>
    public MaterialsProof Materials => MaterialsProof.Of(Districts.SelectMany(d => d.Materials));

    /// <summary>The proof that a follow-up model is used, of the whole city.</summary>
    public FollowUpsProof FollowUps => FollowUpsProof.Of([.. Districts.Select(d => d.FollowUps).OfType<DistrictFollowUps>()]);

    /// <summary>Agreements of which the register was given an older day than the answer.</summary>
    public IEnumerable<AgreementRow> Conflicts => Districts.SelectMany(d => d.Agreements).Where(a => a.IsInConflict);

    /// <summary>Reads the status of every district.</summary>
    public static async Task<StatusReport> ReadAsync(CommandContext context, CancellationToken ct)
    {
        var (reader, agreements, notifications) = (context.Get<ContactsReader>(), context.Get<AgreementsReader>(), context.Get<NotificationReader>());
        var (forums, materials) = (context.Get<ForumsReader>(), context.Get<MaterialsReader>());
        var counts = Enum.GetValues<NotificationState>().ToDictionary(s => s, _ => 0);
        var since = context.Get<TimeProvider>().GetUtcNow().AddDays(-365);
        var changes = await context.Get<RegisterHistory>().ChangesPerDistrictAsync(since, ct);
        var (districts, rows) = (new List<DistrictStatus>(), new List<SchoolRow>());
        foreach (var code in await context.Get<RegisterStore>().DistrictsAsync(ct))
        {
            foreach (var (state, count) in await notifications.CountAsync(code, ct))
            {
                counts[state] += count;
            }

            if (await reader.ReadAsync(code, ct) is { } contacts)
            {
                rows.AddRange(contacts.Schools);
                districts.Add(new(
                    code.ToString(), contacts.District.Name, ContactsProof.Of(contacts.Schools), contacts.Calls, contacts.Flags, changes.GetValueOrDefault(code),
                    (await agreements.ReadAsync(code, ct))?.Rows ?? [])
                {
                    Forums = await forums.ReadAsync(code, ct),
                    Materials = (await materials.ReadAsync(code, ct))?.Rows ?? [],
                    FollowUps = await context.Get<FollowUpsReader>().ReadAsync(code, ct),
                });
            }
        }

        return new(
            counts.ToDictionary(c => Word(c.Key), c => c.Value), ContactsProof.Of(rows),
            [.. districts.OrderBy(d => d.Name, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("sv-SE"), false))],
            await context.Get<Heartbeats>().ReadAsync(ct),
            await TrialReport.ReadAsync(context, ct),
            forums.Proof(districts.SelectMany(d => d.Forums?.Forums ?? [])),
            await context.Get<Wordings>().ProblemsAsync(ct));
    }

    private static string Word<T>(T term)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(term.ToString());
}
