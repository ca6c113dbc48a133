using Notify.Core.Register;

namespace Notify.Core.Agreements;

/// <summary>Which day counts when the register says one thing and an answer another.</summary>
/// <param name="Registered">The revision day by the register.</param>
/// <param name="Counts">The day that reminders go by.</param>
/// <param name="OverdueFrom">The day after which the agreement is overdue: an answer that the work is under way does not stop that clock.</param>
/// <param name="Answer">How the last answer stands to the register; null when there is none.</param>
public sealed record Standing(DateOnly Registered, DateOnly Counts, DateOnly OverdueFrom, AnswerStanding? Answer)
{
    /// <summary>
    /// An answer counts until the register agrees or is given a later day. A register with an older day does not undo it. That the
    /// work is under way can put the day off, never bring it forward.
    /// </summary>
    public static Standing Of(Agreement agreement, AgreementState state)
    {
        var registered = RevisionDay.Of(agreement, state.Since);
        if (state.Answer is not { } answer)
        {
            return new(registered, registered, registered, null);
        }

        var standing = registered == answer.Day ? AnswerStanding.Agreed
            : registered == answer.Registered ? AnswerStanding.Counts
            : registered > answer.Day ? AnswerStanding.Overtaken
            : AnswerStanding.Conflict;
        var isUnderWay = answer.Kind == AnswerKind.UnderWay && standing != AnswerStanding.Agreed;
        var counts = standing == AnswerStanding.Overtaken || (isUnderWay && registered > answer.Day) ? registered : answer.Day;
        return new(registered, counts, isUnderWay ? registered : counts, standing);
    }

    /// <summary>Whether the last answer says that the work is under way, and still holds.</summary>
    public bool IsUnderWay(AgreementAnswer? answer) =>
        answer?.Kind == AnswerKind.UnderWay && Answer is AnswerStanding.Counts or AnswerStanding.Agreed or AnswerStanding.Conflict;

    /// <summary>How many days the agreement is overdue on the day; 0 when it is not.</summary>
    public int OverdueDays(DateOnly today) => Math.Max(0, today.DayNumber - OverdueFrom.DayNumber);
}

/// <summary>How an answer stands to the register.</summary>
public enum AnswerStanding
{
    /// <summary>It counts, and the register has not followed yet.</summary>
    Counts,

    /// <summary>The register says the same.</summary>
    Agreed,

    /// <summary>The register gives a later day, which counts.</summary>
    Overtaken,

    /// <summary>The register was changed since, to an older day: the answer counts, and a human must look.</summary>
    Conflict,
}
