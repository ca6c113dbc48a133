using Notify.Core.Forums;
using Notify.Web.Forums;

namespace Notify.Web.Texts;

/// <summary>The words of the page on which those invited to a forum answer.</summary>
public partial interface ITexts
{
    string ForumAnswerTitle { get; }
    string MeetingTime(Meeting meeting);
    string InvitedAs(string invitee, string district);
    string ForumAnswered(ForumAnswer answer, string moment);

    /// <summary>How many wait before.</summary>
    string ForumQueue(int before);

    /// <summary>Why no answer is taken; null while one is.</summary>
    string? ForumClosed(ForumView view);
    string ForumQuestion { get; }
    string ForumChoice(ForumReply reply);
    string ForumNames { get; }
    string ForumNamesHint(int? capacity);
    string ForumMessage { get; }
    string ForumMessageHint { get; }
    string ForumAnswerHint { get; }

    /// <summary>What became of an answer; null when there was none.</summary>
    string? ForumNotice(ForumNotice notice, ForumView view);
}
