using Microsoft.AspNetCore.Http;
using Notify.Core.Agreements;
using Notify.Core.Jobs;
using Notify.Core.Links;
using Notify.Web.Layout;
using Notify.Web.Replies;

namespace Notify.Web.Agreements;

/// <summary>The page on which a steering group says how the revision of an agreement goes.</summary>
public sealed class AgreementReplyPage(ILinkTokens tokens, AgreementReplies replies, IJobWaker waker) : IReplyPage
{
    /// <inheritdoc/>
    public string Purpose => LinkPurpose.Agreement;

    /// <inheritdoc/>
    public async Task<IResult?> ShowAsync(HttpContext http, LinkToken token, CancellationToken ct) =>
        await replies.ViewAsync(token, ct) is { } view
            ? Page(http, view, token, AnswerForm.For(view, http.Request.Query["answer"].ToString()), Said(http.Request.Query["done"].ToString(), view))
            : null;

    /// <inheritdoc/>
    public async Task<IResult?> PostAsync(HttpContext http, LinkToken token, string path, CancellationToken ct)
    {
        var form = AnswerForm.Read(http.Request.Form);
        if (form.ReplyTo(http.Request.Form["seen"].ToString()) is not { } reply)
        {
            return await replies.ViewAsync(token, ct) is { } view ? Page(http, view, token, form, AnswerNotice.NoAnswer) : null;
        }

        return await replies.AnswerAsync(token, reply, ct) is { } result ? Answered(http, token, form, result) : null;
    }

    private IResult Answered(HttpContext http, LinkToken token, AnswerForm form, ReplyResult result)
    {
        if (result.Outcome == ReplyOutcome.Recorded)
        {
            waker.Wake("agreements", token.District);
        }

        return result.Outcome switch
        {
            ReplyOutcome.Recorded => SeeOther(http, token, result.View, "recorded"),
            ReplyOutcome.AlreadySaid => SeeOther(http, token, result.View, "already"),
            ReplyOutcome.Overtaken => Page(http, result.View, token, form, AnswerNotice.Overtaken),
            ReplyOutcome.NoName => Page(http, result.View, token, form, AnswerNotice.NoName),
            ReplyOutcome.WrongDay => Page(http, result.View, token, form, AnswerNotice.WrongDay),
            _ => Page(http, result.View, token, form, AnswerNotice.None),
        };
    }

    private IResult Page(HttpContext http, ReplyView view, LinkToken token, AnswerForm answer, AnswerNotice notice)
    {
        var frame = PageFrame.Of(http, isPortal: false, view.District.Language);
        return Pages.Show<AgreementAnswerPage>(
            StatusOf(notice),
            ("Frame", frame with { Query = [.. frame.Query.Where(q => q.Key == "answer")] }),
            ("View", view),
            ("Notice", notice),
            ("Answer", answer),
            ("Action", PathOf(frame, token, view)));
    }

    private static int StatusOf(AnswerNotice notice) => notice switch
    {
        AnswerNotice.NoAnswer or AnswerNotice.NoName or AnswerNotice.WrongDay => StatusCodes.Status400BadRequest,
        AnswerNotice.Overtaken => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status200OK,
    };

    private static AnswerNotice Said(string done, ReplyView view) => done switch
    {
        "recorded" when view is { IsAnswered: true, IsOutdated: false } => AnswerNotice.Recorded,
        "already" when view is { IsAnswered: true, IsOutdated: false } => AnswerNotice.AlreadySaid,
        _ => AnswerNotice.None,
    };

    /// <summary>Leads to the page that shows what was done, so that a reload does not do it again.</summary>
    private SeeOther SeeOther(HttpContext http, LinkToken token, ReplyView view, string done) =>
        new(PathOf(PageFrame.Of(http, isPortal: false), token, view, ("done", done)));

    /// <summary>The page for what holds now, as long as the link in the mail would have opened.</summary>
    private string PathOf(PageFrame frame, LinkToken token, ReplyView view, params (string Name, string? Value)[] query) =>
        frame.Url($"/r/{tokens.Protect(token with { Sequence = view.Sequence })}", query);
}
