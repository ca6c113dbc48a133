using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.FollowUps;
using Notify.Core.Forums;
using Notify.Core.Jobs;
using Notify.Core.Materials;
using Notify.Core.Notifications;
using Notify.Core.Templates.Wording;

namespace Notify.Core.Status;

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

/// <summary>Where everything stands: counts, proofs, call list, heartbeats and what trial mode keeps back. What programs read of it is <see cref="StatusAnswer"/>.</summary>
/// <param name="Counts">Notifications by the word of their state.</param>
/// <param name="Districts">By name.</param>
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
    /// <summary>The proof that agreements are revised on time, of the whole city.</summary>
    public AgreementsProof Agreements => AgreementsProof.Of(Districts.SelectMany(d => d.Agreements));

    /// <summary>The proof that support material reaches those it is for, of the whole city.</summary>
    public MaterialsProof Materials => MaterialsProof.Of(Districts.SelectMany(d => d.Materials));

    /// <summary>The proof that a follow-up model is used, of the whole city.</summary>
    public FollowUpsProof FollowUps => FollowUpsProof.Of([.. Districts.Select(d => d.FollowUps).OfType<DistrictFollowUps>()]);

    /// <summary>Agreements of which the register was given an older day than the answer.</summary>
    public IEnumerable<AgreementRow> Conflicts => Districts.SelectMany(d => d.Agreements).Where(a => a.IsInConflict);
}
