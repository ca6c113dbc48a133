using Notify.Core.Agreements;

namespace Notify.Core.Succession;

/// <summary>What steering groups have heard and answered passes on: no reminder comes twice.</summary>
public sealed class AgreementsEstate : IEstate
{
    /// <inheritdoc/>
    public string Watch => AgreementsKeys.Watch;

    /// <inheritdoc/>
    public IReadOnlySet<string> Kinds => AgreementKinds.All;

    /// <inheritdoc/>
    public IReadOnlyList<IHeirloom> HeirloomsOf(Passing passing) =>
    [
        new Heirloom<AgreementState>(AgreementsKeys.AgreementPrefix, AgreementsJson.Default.AgreementState, state => state with
        {
            EntryOf = state.EntryOf ?? passing.From.Code,
            Planned = [.. state.Planned.Select(s => s with { Mails = [.. s.Mails.Where(m => !passing.IsTakenBack(m.Id))] })],
        }),
        Heirlooms.CountOf(Watch),
    ];
}
