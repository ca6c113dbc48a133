using Notify.Core.Materials;

namespace Notify.Core.Succession;

/// <summary>What schools and contacts know of support material passes on, with their receipts.</summary>
public sealed class MaterialsEstate : IEstate
{
    /// <inheritdoc/>
    public string Watch => MaterialsKeys.Watch;

    /// <inheritdoc/>
    public IReadOnlySet<string> Kinds => MaterialKinds.All;

    /// <inheritdoc/>
    public IReadOnlyList<IHeirloom> HeirloomsOf(Passing passing) =>
    [
        new Heirloom<RecipientState>(MaterialsKeys.RecipientPrefix, MaterialsJson.Default.RecipientState, state => state with
        {
            News = passing.IsTakenBack(state.News?.Mail) ? null : state.News,
            Reminder = passing.IsTakenBack(state.Reminder?.Mail) ? null : state.Reminder,
        }, Joined),
        Heirlooms.CountOf(Watch),
    ];

    /// <summary>A school that both districts had knows what either has told it.</summary>
    private static RecipientState Joined(RecipientState own, RecipientState left)
    {
        var told = left.Told.Aggregate(own, (state, t) => state.With(t));
        var confirmed = left.Confirmed.Aggregate(told, (state, c) => state.With(c));
        var reminded = left.Reminded.Except(own.Reminded).ToList();
        return reminded.Count == 0 ? confirmed : confirmed with { Reminded = [.. own.Reminded, .. reminded] };
    }
}
