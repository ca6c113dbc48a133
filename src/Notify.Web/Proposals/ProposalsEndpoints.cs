using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Jobs;
using Notify.Core.Proposals;
using Notify.Core.Register;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Proposals;

/// <summary>What the Skolenhetsregister proposes, to be accepted or ignored.</summary>
public static class ProposalsEndpoints
{
    /// <summary>Maps <c>/proposals</c>.</summary>
    public static void MapProposals(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/proposals", Pages.Looking, ListAsync);
        routes.MapMethods("/proposals.csv", Pages.Looking, ListAsync);
        routes.MapPost("/proposals/{proposal}", DecideAsync).JudgesScope().RequireForm().Audited("proposal.decide");
    }

    private static async Task<IResult> ListAsync(HttpContext http, ProposalBook book, DistrictList districts, CancellationToken ct)
    {
        var query = new QueryReader(http.Request.Query);
        var filter = ProposalFilter.Read(query);
        if (!query.IsValid)
        {
            return MessagePages.BadRequest(http);
        }

        var (user, frame) = (http.PortalUser(), PageFrame.Of(http, isPortal: true));
        var names = (await districts.GlancesAsync(user, ct)).Select(g => new DistrictName(g.Glance.Code, g.Glance.Name)).ToList();
        var rows = (await book.ReadAsync(ct)).Where(p => Concerns(p.Proposal, user.Reads) && filter.Shows(p)).OrderBy(p => p.Proposal.Name, DistrictList.ByName).ToList();
        return http.IsForCsv() ? Csv(frame, rows, names) : Pages.Show<ProposalsPage>(
            StatusCodes.Status200OK,
            ("Frame", frame with { Query = [] }),
            ("Filter", filter),
            ("Districts", names),
            ("Own", names.Where(n => user.Acts.Includes(n.Code)).ToList()),
            ("Rows", rows.Skip((filter.Page - 1) * ProposalFilter.PageSize).Take(ProposalFilter.PageSize).ToList()),
            ("Total", rows.Count),
            ("Notice", http.Request.Query["done"].ToString()));
    }

    private static async Task<IResult> DecideAsync(string proposal, HttpContext http, ProposalBook book, ProposalDesk desk, IJobWaker waker, CancellationToken ct)
    {
        var (user, action) = (http.PortalUser(), http.Request.Form.Field("do"));
        DistrictCode? district = DistrictCode.TryParse(http.Request.Form.Field("district"), out var code) ? code : null;
        var found = (await book.ReadAsync(ct)).FirstOrDefault(p => p.Proposal.Id == proposal)?.Proposal;
        if (action is not ("accept" or "ignore"))
        {
            return MessagePages.BadRequest(http);
        }

        http.AuditDetail($"{action} {found?.To} {district}".Trim());
        if (found is not null && !(district is { } chosen && found.Districts.Count == 0 ? user.Acts.Includes(chosen) : Concerns(found, user.Acts)))
        {
            return MessagePages.Forbidden(http);
        }

        var done = action == "ignore"
            ? await book.IgnoreAsync(proposal, user.Name, ct) ? "ignored" : "gone"
            : (await desk.AcceptAsync(proposal, district, user.Name, ct)).ToString().ToLowerInvariant();
        if (done == "accepted")
        {
            waker.Wake("contacts");
            waker.Wake("forums");
        }

        return new SeeOther(PageFrame.Of(http, isPortal: true).Url("/proposals", ("done", done)));
    }

    /// <summary>A new school may be anybody's; one that the register has is that of its districts.</summary>
    private static bool Concerns(Proposal proposal, DistrictScope scope) => proposal.Districts.Count == 0 || proposal.Districts.Any(scope.Includes);

    private static CsvFile Csv(PageFrame frame, IEnumerable<KeptProposal> rows, IReadOnlyList<DistrictName> names) => new(
        "proposals",
        [frame.T.What, frame.T.Code, frame.T.School, frame.T.ProviderLabel, frame.T.ProposalFrom, frame.T.ProposalTo, frame.T.District],
        rows.Select(r => (IReadOnlyList<string>)
        [
            frame.T.ProposalKindName(r.Proposal.Kind), r.Proposal.School.ToString(), r.Proposal.Name, frame.T.ProviderName(r.Proposal.Provider),
            frame.T.ProposalValue(r.Proposal, r.Proposal.From), frame.T.ProposalValue(r.Proposal, r.Proposal.To),
            string.Join(", ", names.Where(n => r.Proposal.Districts.Contains(n.Code)).Select(n => n.Name)),
        ]));
}
