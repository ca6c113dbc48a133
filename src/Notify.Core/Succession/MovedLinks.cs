using Notify.Core.Contacts;
using Notify.Core.Links;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Succession;

/// <summary>Lets links that a merged district has sent lead to what its successor keeps.</summary>
public sealed class MovedLinks(IRecordStore store, RegisterStore register, TakeOver takeOver)
{
    /// <summary>A sequence number that no state has: the link is shown as older than what there is.</summary>
    private const long Older = -1;

    /// <summary>The token as if the successor had made it; the same when the district is at work. One store operation then.</summary>
    /// <remarks>
    /// What the successor has not taken over yet, because no watch has run since the import, it takes over first. That follows from the
    /// import alone and does nothing that the visitor asks for, so that looking at a page does it as well.
    /// </remarks>
    public async Task<LinkToken> FollowAsync(LinkToken token, CancellationToken ct)
    {
        var heir = await Lineage.HeirAsync(register, token.District, ct);
        if (heir == token.District)
        {
            return token;
        }

        await Conflicts.RetryAsync(() => takeOver.FinishAsync(heir, ct));
        return token with { District = heir, Sequence = await IsOfAnotherCountAsync(token, heir, ct) ? Older : token.Sequence };
    }

    /// <summary>Of a school that both districts had, the successor's numbers count; a link of the other confirms nothing by itself.</summary>
    private async Task<bool> IsOfAnotherCountAsync(LinkToken token, DistrictCode heir, CancellationToken ct) =>
        token.Purpose == LinkPurpose.Receipt
        && ContactsKeys.SchoolIn(token.Subject) is { } school
        && await store.FindAsync(heir.ToString(), ContactsKeys.School(school), ContactsJson.Default.SchoolState, ct) is { } state
        && state.Value.Formerly?.Contains(token.District) != true;
}
