using Microsoft.AspNetCore.Http;
using Notify.Core.Links;

namespace Notify.Web.Replies;

/// <summary>The page behind the links of one purpose.</summary>
public interface IReplyPage
{
    /// <summary>A constant of <see cref="LinkPurpose"/>.</summary>
    string Purpose { get; }

    /// <summary>Shows the page, and changes nothing. Null: what the link is about is no more.</summary>
    Task<IResult?> ShowAsync(HttpContext http, LinkToken token, CancellationToken ct);

    /// <summary>Does what the posted form says. Null: what the link is about is no more.</summary>
    /// <param name="path">The page's own path.</param>
    Task<IResult?> PostAsync(HttpContext http, LinkToken token, string path, CancellationToken ct);
}
