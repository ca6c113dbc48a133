using System.Text.Json;
using System.Text.Json.Serialization;
using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.FollowUps;
using Notify.Core.Forums;
using Notify.Core.Jobs;
using Notify.Core.Materials;
using Notify.Core.Time;

namespace Notify.Core.Status;

/// <summary>The status as programs read it, by <c>notify status --json</c> and over HTTP alike (CONTRACT.md "Mail").</summary>
/// <param name="Notifications">How many there are in each state.</param>
/// <param name="Conflicts">Agreements of which the register was given an older day than the answer.</param>
public sealed record StatusAnswer(
    IReadOnlyDictionary<string, int> Notifications,
    StatusProofs Proofs,
    IReadOnlyList<StatusCall> CallList,
    IReadOnlyList<StatusConflict> Conflicts,
    IReadOnlyList<StatusHeartbeat> Heartbeats,
    StatusTrial Trial,
    IReadOnlyList<StatusWording> Wordings,
    IReadOnlyList<StatusDistrict> Districts)
{
    /// <summary>The answer of a report.</summary>
    public static StatusAnswer Of(StatusReport status) => new(
        status.Counts,
        new(status.City, status.Agreements, ForumsProof.Of(status.Forums), status.Materials, status.FollowUps),
        [.. status.Districts.SelectMany(d => d.Calls).Select(StatusCall.Of)],
        [.. status.Conflicts.Select(StatusConflict.Of)],
        [.. status.Heartbeats.Select(h => new StatusHeartbeat(h.Job, h.Last, h.Due, h.Late, h.Failure, h.Working))],
        new(status.Trial.IsOn, status.Trial.Mails, status.Trial.More),
        [.. status.Wordings.Select(w => new StatusWording(w.Ours.Kind, w.Ours.Language, w.Faults.Count > 0, w.Trouble?.Notification, w.Trouble?.Reason))],
        [.. status.Districts.Select(StatusDistrict.Of)]);

    /// <summary>A term as JSON has it, as <c>no-receipt</c>.</summary>
    public static string Word<T>(T term)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(term.ToString());
}

/// <summary>The five proofs of the districts together.</summary>
public sealed record StatusProofs(ContactsProof Contacts, AgreementsProof Agreements, ForumsProof Forums, MaterialsProof Materials, FollowUpsProof FollowUps);

/// <summary>A line of the call list.</summary>
public sealed record StatusCall(
    string Id, string District, string School, string Reason, string Phone, bool Done, string SchoolName, DateTimeOffset At, string? Note)
{
    /// <summary>The line of a row.</summary>
    public static StatusCall Of(CallRow c) =>
        new(c.Id, c.District.ToString(), c.School.ToString(), StatusAnswer.Word(c.Reason), c.Phone, c.Done, c.SchoolName, c.At, c.Note);
}

/// <summary>An agreement of which the register was given an older day than the answer.</summary>
/// <param name="By">Who answered.</param>
public sealed record StatusConflict(string District, string Agreement, string Title, DateOnly Registered, DateOnly Answered, string By, DateTimeOffset At)
{
    /// <summary>The conflict of a row that is in one.</summary>
    public static StatusConflict Of(AgreementRow a) => new(
        a.District.ToString(), a.Agreement.Id, a.Agreement.Title, a.Standing.Registered, a.State.Answer!.Day, a.State.Answer.By, a.State.Answer.At);
}

/// <summary>The sign of life of a job.</summary>
/// <param name="Last">When it last ended well; null: never.</param>
/// <param name="Failure">The kind of error that its last run ended with; null: it ended well.</param>
/// <param name="Working">When a run that has not ended yet last gave a sign of life; null: none is known.</param>
public sealed record StatusHeartbeat(string Job, DateTimeOffset? Last, DateTimeOffset Due, bool Late, string? Failure, DateTimeOffset? Working);

/// <summary>Trial mode.</summary>
/// <param name="WouldHaveGone">The latest that it kept back.</param>
/// <param name="More">How many there are besides.</param>
public sealed record StatusTrial(bool On, IReadOnlyList<KeptMail> WouldHaveGone, int More);

/// <summary>An own wording that is not used, or was not for some mail.</summary>
/// <param name="Unused">Whether this version of the program cannot use it at all.</param>
/// <param name="Mail">The first mail that it did not fit; null: none.</param>
/// <param name="Reason">Why it did not.</param>
public sealed record StatusWording(string Kind, string Language, bool Unused, string? Mail, string? Reason);

/// <summary>A district's own figures.</summary>
/// <param name="Changes">Contact changes of the last 365 days.</param>
/// <param name="FollowUp">How it stands to following up.</param>
public sealed record StatusDistrict(
    string Code,
    string Name,
    ContactsProof Contacts,
    AgreementsProof Agreements,
    ForumsProof? Forums,
    IReadOnlyList<StatusMissingForums>? MissingForums,
    MaterialsProof Materials,
    int Changes,
    FollowUpStatus? FollowUp,
    IReadOnlyList<StatusFlag> Flags)
{
    /// <summary>The figures of a district.</summary>
    public static StatusDistrict Of(DistrictStatus d) => new(
        d.Code,
        d.Name,
        d.Proof,
        AgreementsProof.Of(d.Agreements),
        d.Forums is { } forums ? ForumsProof.Of(forums.Proof) : null,
        d.Forums is { } all ? [.. all.Missing.Select(m => new StatusMissingForums(m.Term.ToString(), StatusAnswer.Word(m.Kind), m.Promised, m.Planned, m.Proposed))] : null,
        MaterialsProof.Of(d.Materials),
        d.Changes,
        d.FollowUps?.Status,
        [.. d.Flags.Select(f => new StatusFlag(StatusAnswer.Word(f.Kind), f.School?.ToString(), f.Contact, f.Count))]);
}

/// <summary>A kind of forum of which there are fewer in a term than promised.</summary>
/// <param name="Proposed">Days on which the missing ones could be held.</param>
public sealed record StatusMissingForums(string Term, string Kind, int Promised, int Planned, IReadOnlyList<DateOnly> Proposed);

/// <summary>Something a coordinator should look at in the register.</summary>
public sealed record StatusFlag(string Kind, string? School, string? Contact, int Count);

/// <summary>How the answer is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(StockholmTimeConverter)])]
[JsonSerializable(typeof(StatusAnswer))]
public sealed partial class StatusJson : JsonSerializerContext;
