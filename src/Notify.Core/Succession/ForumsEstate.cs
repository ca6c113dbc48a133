using Notify.Core.Forums;

namespace Notify.Core.Succession;

/// <summary>Who has been invited, has answered and has come passes on.</summary>
public sealed class ForumsEstate : IEstate
{
    /// <inheritdoc/>
    public string Watch => ForumsKeys.Watch;

    /// <inheritdoc/>
    public IReadOnlySet<string> Kinds { get; } = ForumKinds.ToInvitees.Append(ForumKinds.Attendees).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<IHeirloom> HeirloomsOf(Passing passing) =>
    [
        new Heirloom<ForumState>(ForumsKeys.ForumPrefix, ForumsJson.Default.ForumState, state =>
            state with { EntryOf = state.EntryOf ?? passing.From.Code, List = passing.IsTakenBack(state.List?.Mail) ? null : state.List }),
        new Heirloom<InviteeState>(ForumsKeys.InviteePrefix, ForumsJson.Default.InviteeState, state => state with
        {
            Planned = state.Sayings.Any(s => !passing.IsTakenBack(s.Mail)) ? [.. state.Sayings.Where(s => !passing.IsTakenBack(s.Mail))] : null,
        }),
        Heirlooms.CountOf(Watch),
    ];
}
