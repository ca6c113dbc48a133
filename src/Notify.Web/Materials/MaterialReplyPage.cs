using Microsoft.AspNetCore.Http;
using Notify.Core.Links;
using Notify.Core.Materials;
using Notify.Web.Access;
using Notify.Web.Layout;
using Notify.Web.Replies;

namespace Notify.Web.Materials;

/// <summary>The page on which a school or a contact confirms that support material is known to those it concerns.</summary>
public sealed class MaterialReplyPage(MaterialReceipts receipts) : IReplyPage
{
    /// <summary>More versions than a mail tells.</summary>
    private const int MostSeen = 100;

    /// <inheritdoc/>
    public string Purpose => LinkPurpose.Material;

    /// <inheritdoc/>
    public async Task<IResult?> ShowAsync(HttpContext http, LinkToken token, CancellationToken ct) =>
        await receipts.ViewAsync(token, ct) is { } view
            ? Page(http, view, view.ConfirmedAt is not null && http.Request.Query["done"].ToString() == "confirmed" ? MaterialNotice.Confirmed : MaterialNotice.None)
            : null;

    /// <inheritdoc/>
    public async Task<IResult?> PostAsync(HttpContext http, LinkToken token, string path, CancellationToken ct)
    {
        if (http.Request.Form.Field("do") != "confirm")
        {
            return await receipts.ViewAsync(token, ct) is null ? null : MessagePages.BadRequest(http);
        }

        var seen = http.Request.Form["seen"].OfType<string>().Take(MostSeen).ToList();
        return await receipts.ConfirmAsync(token, seen, ct) switch
        {
            null => null,
            { ConfirmedAt: not null } => new SeeOther(PageFrame.Of(http, isPortal: false).Url(path, ("done", "confirmed"))),
            var view => Page(http, view, MaterialNotice.Overtaken),
        };
    }

    private static IResult Page(HttpContext http, MaterialView view, MaterialNotice notice)
    {
        var frame = PageFrame.Of(http, isPortal: false, view.District.Language);
        return Pages.Show<MaterialReceiptPage>(
            notice == MaterialNotice.Overtaken ? StatusCodes.Status409Conflict : StatusCodes.Status200OK,
            ("Frame", frame with { Query = [] }),
            ("View", view),
            ("Notice", notice),
            ("Action", frame.Url(http.Request.Path)));
    }
}

/// <summary>What the page says of what its reader just did.</summary>
public enum MaterialNotice
{
    /// <summary>Nothing was done.</summary>
    None,

    /// <summary>It was confirmed.</summary>
    Confirmed,

    /// <summary>Nothing was confirmed: there is a newer version than the page showed.</summary>
    Overtaken,
}
