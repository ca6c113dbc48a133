using Microsoft.AspNetCore.Http;
using Notify.Core.Forums;
using Notify.Core.Jobs;
using Notify.Core.Links;
using Notify.Web.Access;
using Notify.Web.Layout;
using Notify.Web.Replies;

namespace Notify.Web.Forums;

/// <summary>The page on which those invited to a forum say whether they come.</summary>
public sealed class ForumReplyPage(ForumReplies replies, IJobWaker waker) : IReplyPage
{
    /// <inheritdoc/>
    public string Purpose => LinkPurpose.Forum;

    /// <inheritdoc/>
    public async Task<IResult?> ShowAsync(HttpContext http, LinkToken token, CancellationToken ct)
    {
        if (await replies.ViewAsync(token, ct) is not { } view)
        {
            return null;
        }

        var isDone = view.Invitee.Answer is not null && http.Request.Query["done"].ToString() == "recorded";
        return Page(http, view, ForumAnswerForm.For(view, http.Request.Query["answer"].ToString()), isDone ? ForumNotice.Recorded : ForumNotice.None);
    }

    /// <inheritdoc/>
    public async Task<IResult?> PostAsync(HttpContext http, LinkToken token, string path, CancellationToken ct)
    {
        var form = ForumAnswerForm.Read(http.Request.Form);
        if (form.ToReply() is not { } reply)
        {
            return await replies.ViewAsync(token, ct) is { } view ? Page(http, view, form, ForumNotice.NoAnswer) : null;
        }

        return await replies.AnswerAsync(token, reply, ct) is { } result ? Answered(http, token, path, form, result) : null;
    }

    /// <summary>What was recorded leads to the page that shows it, so that a reload does not do it again.</summary>
    private IResult Answered(HttpContext http, LinkToken token, string path, ForumAnswerForm form, ForumReplyResult result)
    {
        if (result.Outcome == ForumReplyOutcome.Recorded)
        {
            waker.Wake(ForumsKeys.Watch, token.District);
            return new SeeOther(PageFrame.Of(http, isPortal: false).Url(path, ("done", "recorded")));
        }

        return Page(http, result.View, form, result.Outcome switch
        {
            ForumReplyOutcome.WrongNames => ForumNotice.WrongNames,
            ForumReplyOutcome.WrongMessage => ForumNotice.WrongMessage,
            ForumReplyOutcome.TooMany => ForumNotice.TooMany,
            _ => ForumNotice.Closed,
        });
    }

    private static IResult Page(HttpContext http, ForumView view, ForumAnswerForm answer, ForumNotice notice)
    {
        var frame = PageFrame.Of(http, isPortal: false, view.District.Language);
        return Pages.Show<ForumAnswerPage>(
            StatusOf(notice),
            ("Frame", frame with { Query = [.. frame.Query.Where(q => q.Key == "answer")] }),
            ("View", view),
            ("Notice", notice),
            ("Answer", answer),
            ("Action", frame.Url(http.Request.Path.Value ?? "")));
    }

    private static int StatusOf(ForumNotice notice) => notice switch
    {
        ForumNotice.NoAnswer or ForumNotice.WrongNames or ForumNotice.WrongMessage => StatusCodes.Status400BadRequest,
        ForumNotice.TooMany or ForumNotice.Closed => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status200OK,
    };
}
