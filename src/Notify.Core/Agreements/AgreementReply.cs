using Notify.Core.Register;

namespace Notify.Core.Agreements;

/// <summary>What a member of a steering group writes on the page behind a link.</summary>
/// <param name="Day">The next revision day, or when the revision is expected; not used with <see cref="AnswerKind.Unchanged"/>.</param>
/// <param name="Member">Which member answers, as <see cref="ReplyMember.Id"/>; empty: somebody who is not on the list.</param>
/// <param name="Name">Who answers, when it is none of the members.</param>
/// <param name="Seen">How many answers the page showed as given.</param>
public sealed record AgreementReply(AnswerKind Kind, DateOnly? Day, string Member, string Name, int Seen);

/// <summary>Somebody who may answer, as the page names them.</summary>
/// <param name="Id">Says nothing of the address.</param>
public sealed record ReplyMember(string Id, string Label);

/// <summary>What the page behind a link shows.</summary>
/// <param name="Agreement">As the register has it.</param>
/// <param name="Whole">The title of the agreement that it is an annex of; null when it stands for itself.</param>
/// <param name="Sequence">What an answer on this page is given to.</param>
/// <param name="Next">The next revision day when nothing is changed: an interval from today.</param>
/// <param name="IsOutdated">Whether the link was made for another day than the one that counts.</param>
public sealed record ReplyView(
    District District,
    Agreement Agreement,
    string? Whole,
    IReadOnlyList<ReplyMember> Members,
    Standing Standing,
    AgreementAnswer? Answer,
    int Answers,
    long Sequence,
    DateOnly Today,
    DateOnly Next,
    bool IsOutdated)
{
    /// <summary>Whether there is nothing to answer any more.</summary>
    public bool IsEnded => Agreement.Status == AgreementStatus.Ended;

    /// <summary>Whether the answer given last is what counts.</summary>
    public bool IsAnswered => Answer is not null && Standing.Answer != AnswerStanding.Overtaken;
}

/// <summary>What became of an answer, and what the page shows now.</summary>
public sealed record ReplyResult(ReplyOutcome Outcome, ReplyView View);

/// <summary>What became of an answer.</summary>
public enum ReplyOutcome
{
    /// <summary>It counts from now on.</summary>
    Recorded,

    /// <summary>Somebody had answered the same.</summary>
    AlreadySaid,

    /// <summary>Somebody answered, or the day was changed, while the page stood open: its reader must see that first. Nothing was recorded.</summary>
    Overtaken,

    /// <summary>The agreement has ended. Nothing was recorded.</summary>
    Ended,

    /// <summary>It does not say who answers.</summary>
    NoName,

    /// <summary>The day is missing, lies behind, or further ahead than an answer can put it off.</summary>
    WrongDay,
}
