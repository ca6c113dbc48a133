using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Links;
using Notify.Core.Register;
using Notify.Core.Succession;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Replies;

/// <summary>The pages behind the links of mails. GET shows and changes nothing, as mail scanners follow links; POST does.</summary>
public sealed class ReplyEndpoints(ILinkTokens tokens, IEnumerable<IReplyPage> pages, RegisterStore register, MovedLinks moved)
{
    /// <summary>More than the statements of any questionnaire.</summary>
    private const int MostFields = 500;

    private readonly Dictionary<string, IReplyPage> _pages = pages.ToDictionary(p => p.Purpose, StringComparer.Ordinal);

    /// <summary>Maps <c>/r/{token}</c>.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(
            "/r/{**token}", Pages.Looking, (string? token, HttpContext http, ReplyEndpoints replies, CancellationToken ct) => replies.ShowAsync(http, token ?? "", ct))
            .WithMetadata(OpenRoute.Mark);
        routes.MapPost(
            "/r/{**token}", (string? token, HttpContext http, ReplyEndpoints replies, CancellationToken ct) => replies.PostAsync(http, token ?? "", ct))
            .RequireForm(MostFields).WithMetadata(OpenRoute.Mark);
    }

    private async Task<IResult> ShowAsync(HttpContext http, string text, CancellationToken ct)
    {
        var reading = await OpenAsync(text, ct);
        return PageOf(reading) is { } page && await page.ShowAsync(http, reading.Usable!, ct) is { } shown ? shown : await BrokenAsync(http, reading, ct);
    }

    private async Task<IResult> PostAsync(HttpContext http, string text, CancellationToken ct)
    {
        var reading = await OpenAsync(text, ct);
        return PageOf(reading) is { } page && await page.PostAsync(http, reading.Usable!, $"/r/{text}", ct) is { } done ? done : await BrokenAsync(http, reading, ct);
    }

    /// <summary>What a merged district has sent leads to its successor.</summary>
    private async Task<LinkTokenReading> OpenAsync(string text, CancellationToken ct)
    {
        var reading = tokens.Open(text);
        return reading.Token is { } token ? reading with { Token = await moved.FollowAsync(token, ct) } : reading;
    }

    private IReplyPage? PageOf(LinkTokenReading reading) => reading.Usable is { } token ? _pages.GetValueOrDefault(token.Purpose) : null;

    private async Task<IResult> BrokenAsync(HttpContext http, LinkTokenReading reading, CancellationToken ct)
    {
        var pointer = reading.Token is { } token ? await register.PointerAsync(token.District, ct) : null;
        var district = pointer is null ? null : (await register.SnapshotAsync(reading.Token!.District, pointer, ct)).District;
        var frame = PageFrame.Of(http, isPortal: false, district?.Language ?? Language.Swedish) with { Query = [] };
        var reason = reading.IsExpired ? frame.T.BrokenExpired : PageOf(reading) is null ? frame.T.BrokenForged : frame.T.BrokenGone;
        return Pages.Show<BrokenLinkPage>(StatusCodes.Status404NotFound, ("Frame", frame), ("Reason", reason), ("District", district));
    }
}
