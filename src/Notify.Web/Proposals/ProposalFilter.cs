using System.Globalization;
using Notify.Core.Proposals;
using Notify.Core.Register;
using Notify.Web.Layout;

namespace Notify.Web.Proposals;

/// <summary>Which proposals a list shows, as its address says.</summary>
/// <param name="IsIgnored">Whether those that were ignored are shown, instead of those that wait.</param>
public sealed record ProposalFilter(DistrictCode? District, ProposalKind? Kind, bool IsIgnored, int Page)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Reads the filter.</summary>
    public static ProposalFilter Read(QueryReader query) =>
        new(query.District("district"), query.Word<ProposalKind>("kind"), query.Text("ignored") == "yes", query.Page("page"));

    /// <summary>Whether the proposal is shown. A new school is shown in every district: it may be any one's.</summary>
    public bool Shows(KeptProposal kept) =>
        kept.IsOpen != IsIgnored && (Kind is null || kept.Proposal.Kind == Kind)
        && (District is not { } code || kept.Proposal.Districts.Count == 0 || kept.Proposal.Districts.Contains(code));

    /// <summary>The address of another page of the same list, or of the list as a file.</summary>
    public string Url(PageFrame frame, int page, string path = "/proposals") => frame.Url(
        path,
        ("district", District?.ToString()), ("kind", Kind?.ToString().ToLowerInvariant()), ("ignored", IsIgnored ? "yes" : null),
        ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));
}
