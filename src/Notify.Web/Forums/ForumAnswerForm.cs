using Microsoft.AspNetCore.Http;
using Notify.Core.Forums;
using Notify.Web.Access;

namespace Notify.Web.Forums;

/// <summary>What the form of the page says, as it was filled in.</summary>
/// <param name="Reply">Null: none was chosen.</param>
/// <param name="Names">One on each line.</param>
public sealed record ForumAnswerForm(ForumReply? Reply, string Names, string Message)
{
    /// <summary>Reads a posted form.</summary>
    public static ForumAnswerForm Read(IFormCollection form) =>
        new(ReplyOf(form.Field("answer")), form.Field("names").ReplaceLineEndings("\n"), form.Field("message"));

    /// <summary>A form with what was answered before, on which the answer stands chosen that the link in the mail was named after.</summary>
    public static ForumAnswerForm For(ForumView view, string answer)
    {
        var given = view.Invitee.Answer;
        return new(ReplyOf(answer) ?? given?.Reply, string.Join('\n', given?.Names ?? []), given?.Message ?? "");
    }

    /// <summary>The answer that the form gives; null when none was chosen.</summary>
    public ForumReplyForm? ToReply() => Reply is { } reply ? new(reply, Names, Message) : null;

    private static ForumReply? ReplyOf(string word) => word switch
    {
        "yes" => ForumReply.Yes,
        "no" => ForumReply.No,
        "unsure" => ForumReply.Unsure,
        _ => null,
    };
}

/// <summary>What the page says of what its reader just did.</summary>
public enum ForumNotice
{
    /// <summary>Nothing was done.</summary>
    None,

    /// <summary>The answer counts.</summary>
    Recorded,

    /// <summary>No answer was chosen.</summary>
    NoAnswer,

    /// <summary>Too many names, or one that is too long.</summary>
    WrongNames,

    /// <summary>The message is too long.</summary>
    WrongMessage,

    /// <summary>There is no room for so many.</summary>
    TooMany,

    /// <summary>No answer is taken any more.</summary>
    Closed,
}
