using Notify.Core.FollowUps;

namespace Notify.Core.Succession;

/// <summary>Rounds pass on with their results, and those asked with their answers.</summary>
public sealed class FollowUpsEstate : IEstate
{
    /// <inheritdoc/>
    public string Watch => FollowUpsKeys.Watch;

    /// <inheritdoc/>
    public IReadOnlySet<string> Kinds { get; } = FollowUpKinds.ToRespondents.Concat(FollowUpKinds.OfRounds).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<IHeirloom> HeirloomsOf(Passing passing) =>
    [
        new Heirloom<RoundState>(FollowUpsKeys.RoundPrefix, FollowUpsJson.Default.RoundState, round =>
            passing.IsTakenBack(round.Mail?.Id) ? round with { Mail = new(null, false) } : round),
        new Heirloom<RespondentState>(FollowUpsKeys.RespondentPrefix, FollowUpsJson.Default.RespondentState, state =>
            passing.IsTakenBack(state.Planned?.Mail) ? state with { Planned = null } : state),
        Heirlooms.CountOf(Watch),
    ];
}
