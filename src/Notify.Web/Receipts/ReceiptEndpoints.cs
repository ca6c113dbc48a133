using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Contacts;
using Notify.Core.Links;
using Notify.Core.Register;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Receipts;

/// <summary>The page behind the link of a mail. GET shows and changes nothing, as mail scanners follow links; POST does.</summary>
public static class ReceiptEndpoints
{
    /// <summary>Maps <c>/r/{token}</c>.</summary>
    public static void MapReceipts(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/r/{**token}", Pages.Looking, ShowAsync).WithMetadata(OpenRoute.Mark);
        routes.MapPost("/r/{**token}", PostAsync).RequireForm().WithMetadata(OpenRoute.Mark);
    }

    private static async Task<IResult> ShowAsync(
        string? token, HttpContext http, ILinkTokens tokens, ContactReceipts receipts, RegisterStore register, IAntiforgery antiforgery, CancellationToken ct)
    {
        var reading = tokens.Open(token ?? "");
        return Usable(reading) is { } usable && await receipts.ViewAsync(usable, ct) is { } view
            ? Page(http, view, usable, tokens, antiforgery, Said(http.Request.Query["done"].ToString(), view))
            : await BrokenAsync(http, reading, register, ct);
    }

    private static async Task<IResult> PostAsync(
        string? token, HttpContext http, ILinkTokens tokens, ContactReceipts receipts, RegisterStore register, IAntiforgery antiforgery, CancellationToken ct)
    {
        var reading = tokens.Open(token ?? "");
        if (Usable(reading) is not { } usable || await receipts.ViewAsync(usable, ct) is not { } view)
        {
            return await BrokenAsync(http, reading, register, ct);
        }

        var form = http.Request.Form;
        return form.Field("do") switch
        {
            "confirm" => await ConfirmAsync(http, token!, usable, receipts, ct),
            "propose" => await ProposeAsync(http, token!, usable, view, tokens, receipts, antiforgery, ct),
            _ => MessagePages.BadRequest(http),
        };
    }

    private static async Task<IResult> ConfirmAsync(HttpContext http, string token, LinkToken usable, ContactReceipts receipts, CancellationToken ct)
    {
        await receipts.ConfirmAsync(usable, ct);
        return SeeOther(http, token, ReceiptNotice.Confirmed);
    }

    private static async Task<IResult> ProposeAsync(
        HttpContext http, string token, LinkToken usable, ReceiptView view, ILinkTokens tokens, ContactReceipts receipts, IAntiforgery antiforgery, CancellationToken ct)
    {
        var proposal = new Proposal(http.Request.Form.Field("name"), http.Request.Form.Field("email"));
        return await receipts.ProposeAsync(usable, proposal.Name, proposal.Email, ct) switch
        {
            ProposalOutcome.Recorded => SeeOther(http, token, ReceiptNotice.Recorded),
            ProposalOutcome.AlreadyRecorded => SeeOther(http, token, ReceiptNotice.Already),
            _ => Page(http, view, usable, tokens, antiforgery, ReceiptNotice.Invalid, proposal),
        };
    }

    private static IResult Page(
        HttpContext http, ReceiptView view, LinkToken token, ILinkTokens tokens, IAntiforgery antiforgery, ReceiptNotice notice, Proposal? proposal = null)
    {
        var frame = PageFrame.Of(http, isPortal: false, view.District.Language);
        var present = view.IsOutdated ? token with { Sequence = view.Sequence } : token;
        var form = antiforgery.GetAndStoreTokens(http);
        return Pages.Show<ReceiptPage>(
            notice == ReceiptNotice.Invalid ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
            ("Frame", frame with { Query = [] }),
            ("View", view),
            ("Notice", notice),
            ("Proposal", proposal ?? new("", "")),
            ("Action", frame.Url($"/r/{tokens.Protect(present)}")),
            ("FormField", form.FormFieldName),
            ("FormToken", form.RequestToken));
    }

    private static async Task<IResult> BrokenAsync(HttpContext http, LinkTokenReading reading, RegisterStore register, CancellationToken ct)
    {
        var pointer = reading.Token is { } token ? await register.PointerAsync(token.District, ct) : null;
        var district = pointer is null ? null : (await register.SnapshotAsync(reading.Token!.District, pointer, ct)).District;
        var frame = PageFrame.Of(http, isPortal: false, district?.Language ?? Language.Swedish) with { Query = [] };
        var reason = reading switch
        {
            { IsExpired: true } => frame.T.BrokenExpired,
            { Usable: { } usable } when usable.Purpose == LinkPurpose.Receipt => frame.T.BrokenGone,
            _ => frame.T.BrokenForged,
        };
        return Pages.Show<BrokenLinkPage>(StatusCodes.Status404NotFound, ("Frame", frame), ("Reason", reason), ("District", district));
    }

    private static LinkToken? Usable(LinkTokenReading reading) => reading.Usable is { Purpose: LinkPurpose.Receipt } token ? token : null;

    private static ReceiptNotice Said(string done, ReceiptView view) => done switch
    {
        "confirmed" when view is { IsConfirmed: true, IsOutdated: false } => ReceiptNotice.Confirmed,
        "recorded" => ReceiptNotice.Recorded,
        "already" => ReceiptNotice.Already,
        _ => ReceiptNotice.None,
    };

    /// <summary>Leads to the page that shows what was done, so that a reload does not do it again.</summary>
    private static SeeOther SeeOther(HttpContext http, string token, ReceiptNotice notice) =>
        new(PageFrame.Of(http, isPortal: false).Url($"/r/{token}", ("done", notice.ToString().ToLowerInvariant())));
}
