using Notify.Core.Register;

namespace Notify.Core.Forums;

/// <summary>What somebody writes on the page behind a link.</summary>
/// <param name="Names">Those who come, one on each line.</param>
/// <param name="Message">To the organiser; may be empty.</param>
public sealed record ForumReplyForm(ForumReply Reply, string Names, string Message);

/// <summary>What the page behind a link shows.</summary>
/// <param name="Row">The forum as the register has it; null when it has left the register.</param>
/// <param name="Queue">How many wait before this one; null when it does not wait.</param>
public sealed record ForumView(District District, ForumState Forum, Forum? Row, InviteeState Invitee, int? Queue, ForumDoor Door);

/// <summary>Whether an answer is still taken.</summary>
public enum ForumDoor
{
    /// <summary>It is.</summary>
    Open,

    /// <summary>The forum has begun, or is over.</summary>
    Begun,

    /// <summary>The forum does not take place.</summary>
    CalledOff,

    /// <summary>The forum is no longer for them.</summary>
    Withdrawn,
}

/// <summary>What became of an answer, and what the page shows now.</summary>
public sealed record ForumReplyResult(ForumReplyOutcome Outcome, ForumView View);

/// <summary>What became of an answer.</summary>
public enum ForumReplyOutcome
{
    /// <summary>It counts from now on.</summary>
    Recorded,

    /// <summary>No answer is taken any more; see <see cref="ForumView.Door"/>.</summary>
    Closed,

    /// <summary>More names than <see cref="ForumReplyRule.MostNames"/>, or one that is too long or no text.</summary>
    WrongNames,

    /// <summary>The message is longer than <see cref="ForumReplyRule.LongestMessage"/>, or no text.</summary>
    WrongMessage,

    /// <summary>There is no room for so many: nothing was changed.</summary>
    TooMany,
}
