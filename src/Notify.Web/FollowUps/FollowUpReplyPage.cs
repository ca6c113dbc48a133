using Microsoft.AspNetCore.Http;
using Notify.Core.FollowUps;
using Notify.Core.Jobs;
using Notify.Core.Links;
using Notify.Web.Layout;
using Notify.Web.Replies;

namespace Notify.Web.FollowUps;

/// <summary>The page on which one who is asked answers the questionnaire of a round.</summary>
public sealed class FollowUpReplyPage(ILinkTokens tokens, FollowUpReplies replies, IJobWaker waker) : IReplyPage
{
    /// <inheritdoc/>
    public string Purpose => LinkPurpose.FollowUp;

    /// <inheritdoc/>
    public async Task<IResult?> ShowAsync(HttpContext http, LinkToken token, CancellationToken ct) =>
        await replies.ViewAsync(token, ct) is { } view
            ? Page(http, view, token, FollowUpForm.Of(view), Said(http.Request.Query["done"].ToString(), view))
            : null;

    /// <inheritdoc/>
    public async Task<IResult?> PostAsync(HttpContext http, LinkToken token, string path, CancellationToken ct)
    {
        var reply = FollowUpForm.Read(http.Request.Form);
        return await replies.AnswerAsync(token, reply, ct) is { } result ? Answered(http, token, new(reply.Choices), result) : null;
    }

    private IResult Answered(HttpContext http, LinkToken token, FollowUpForm form, FollowUpReplyResult result)
    {
        if (result.Outcome is FollowUpReplyOutcome.Saved or FollowUpReplyOutcome.SavedInPart)
        {
            // A reminder may be on its way to somebody who has now answered.
            waker.Wake(FollowUpsKeys.Watch, token.District);
        }

        return result.Outcome switch
        {
            FollowUpReplyOutcome.Saved => SeeOther(http, token, "saved"),
            FollowUpReplyOutcome.SavedInPart => SeeOther(http, token, "changed"),
            FollowUpReplyOutcome.Overtaken => Page(http, result.View, token, form, FollowUpNotice.Overtaken),
            FollowUpReplyOutcome.Empty => Page(http, result.View, token, form, FollowUpNotice.Empty),
            _ => Page(http, result.View, token, form, FollowUpNotice.NotOpen),
        };
    }

    private IResult Page(HttpContext http, FollowUpView view, LinkToken token, FollowUpForm filled, FollowUpNotice notice)
    {
        var frame = PageFrame.Of(http, isPortal: false, view.District.Language);
        return Pages.Show<FollowUpAnswerPage>(
            StatusOf(notice),
            ("Frame", frame with { Query = [] }),
            ("View", view),
            ("Notice", notice),
            ("Filled", filled),
            ("Action", PathOf(frame, token)));
    }

    private static int StatusOf(FollowUpNotice notice) => notice switch
    {
        FollowUpNotice.Empty => StatusCodes.Status400BadRequest,
        FollowUpNotice.Overtaken or FollowUpNotice.NotOpen => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status200OK,
    };

    private static FollowUpNotice Said(string done, FollowUpView view) => done switch
    {
        "saved" when view is { IsOpen: true, Answer: not null } => FollowUpNotice.Saved,
        "changed" when view.IsOpen => FollowUpNotice.Changed,
        _ => FollowUpNotice.None,
    };

    /// <summary>Leads to the page that shows what was done, so that a reload does not do it again.</summary>
    private SeeOther SeeOther(HttpContext http, LinkToken token, string done) =>
        new(PathOf(PageFrame.Of(http, isPortal: false), token, ("done", done)));

    private string PathOf(PageFrame frame, LinkToken token, params (string Name, string? Value)[] query) =>
        frame.Url($"/r/{tokens.Protect(token)}", query);
}
