using Microsoft.AspNetCore.Http;
using Notify.Core.Contacts;
using Notify.Core.Links;
using Notify.Web.Access;
using Notify.Web.Layout;
using Notify.Web.Replies;

namespace Notify.Web.Receipts;

/// <summary>The page on which a school sees its contacts, and confirms.</summary>
public sealed class ReceiptReply(ILinkTokens tokens, ContactReceipts receipts) : IReplyPage
{
    /// <inheritdoc/>
    public string Purpose => LinkPurpose.Receipt;

    /// <inheritdoc/>
    public async Task<IResult?> ShowAsync(HttpContext http, LinkToken token, CancellationToken ct) =>
        await receipts.ViewAsync(token, ct) is { } view ? Page(http, view, token, Said(http.Request.Query["done"].ToString(), view)) : null;

    /// <inheritdoc/>
    public async Task<IResult?> PostAsync(HttpContext http, LinkToken token, string path, CancellationToken ct)
    {
        if (await receipts.ViewAsync(token, ct) is not { } view)
        {
            return null;
        }

        return http.Request.Form.Field("do") switch
        {
            "confirm" => await ConfirmAsync(http, path, token, ct),
            "propose" => await ProposeAsync(http, path, token, view, ct),
            _ => MessagePages.BadRequest(http),
        };
    }

    private async Task<IResult> ConfirmAsync(HttpContext http, string path, LinkToken token, CancellationToken ct)
    {
        await receipts.ConfirmAsync(token, ct);
        return SeeOther(http, path, ReceiptNotice.Confirmed);
    }

    private async Task<IResult> ProposeAsync(HttpContext http, string path, LinkToken token, ReceiptView view, CancellationToken ct)
    {
        var proposal = new Proposal(http.Request.Form.Field("name"), http.Request.Form.Field("email"));
        return await receipts.ProposeAsync(token, proposal.Name, proposal.Email, ct) switch
        {
            ProposalOutcome.Recorded => SeeOther(http, path, ReceiptNotice.Recorded),
            ProposalOutcome.AlreadyRecorded => SeeOther(http, path, ReceiptNotice.Already),
            _ => Page(http, view, token, ReceiptNotice.Invalid, proposal),
        };
    }

    private IResult Page(HttpContext http, ReceiptView view, LinkToken token, ReceiptNotice notice, Proposal? proposal = null)
    {
        var frame = PageFrame.Of(http, isPortal: false, view.District.Language);
        var present = view.IsOutdated ? token with { Sequence = view.Sequence } : token;
        return Pages.Show<ReceiptPage>(
            notice == ReceiptNotice.Invalid ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
            ("Frame", frame with { Query = [] }),
            ("View", view),
            ("Notice", notice),
            ("Proposal", proposal ?? new("", "")),
            ("Action", frame.Url($"/r/{tokens.Protect(present)}")));
    }

    private static ReceiptNotice Said(string done, ReceiptView view) => done switch
    {
        "confirmed" when view is { IsConfirmed: true, IsOutdated: false } => ReceiptNotice.Confirmed,
        "recorded" => ReceiptNotice.Recorded,
        "already" => ReceiptNotice.Already,
        _ => ReceiptNotice.None,
    };

    /// <summary>Leads to the page that shows what was done, so that a reload does not do it again.</summary>
    private static SeeOther SeeOther(HttpContext http, string path, ReceiptNotice notice) =>
        new(PageFrame.Of(http, isPortal: false).Url(path, ("done", notice.ToString().ToLowerInvariant())));
}
