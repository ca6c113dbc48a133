namespace Notify.Core.Agreements;

/// <summary>Whether an answer can be taken. A pure function.</summary>
public static class ReplyRule
{
    /// <summary>An answer can put the next revision off by so many years; a longer interval of the register's own is kept to.</summary>
    public const int MostYears = 10;

    /// <summary>
    /// "Under way" can put a day off by so many months from today, and not longer: nobody is reminded meanwhile, and no agreement
    /// may fall silent. The days overdue are counted on.
    /// </summary>
    public const int MostMonthsUnderWay = 12;

    private const int MinName = 2;
    private const int MaxName = 100;

    /// <summary>The outcome, and the answer to record; null: nothing is recorded.</summary>
    public static (ReplyOutcome Outcome, AgreementAnswer? Answer) Decide(ReplyView view, AgreementReply reply, DateTimeOffset now)
    {
        var day = reply.Kind == AnswerKind.Unchanged ? view.Next : reply.Day;
        return view.IsEnded ? (ReplyOutcome.Ended, null)
            : NameOf(view, reply) is not { } name ? (ReplyOutcome.NoName, null)
            : day is not { } wanted || !IsPossible(view, reply.Kind, wanted) ? (ReplyOutcome.WrongDay, null)
            : IsSaid(view, reply, wanted) ? (ReplyOutcome.AlreadySaid, null)
            : view.IsOutdated || reply.Seen != view.Answers ? (ReplyOutcome.Overtaken, null)
            : (ReplyOutcome.Recorded, new(reply.Kind, wanted, name, now, view.Standing.Registered));
    }

    /// <summary>The last day that an answer may give.</summary>
    public static DateOnly LastDay(ReplyView view, AnswerKind kind)
    {
        var last = kind == AnswerKind.UnderWay ? view.Today.AddMonths(MostMonthsUnderWay) : view.Today.AddYears(MostYears);
        return kind != AnswerKind.UnderWay && view.Next > last ? view.Next : last;
    }

    private static bool IsPossible(ReplyView view, AnswerKind kind, DateOnly day) => day > view.Today && day <= LastDay(view, kind);

    /// <summary>Whether it says what counts already. "Unchanged", said by two who have not seen each other, is the same a day later.</summary>
    private static bool IsSaid(ReplyView view, AgreementReply reply, DateOnly day) =>
        view is { IsAnswered: true, Answer: { } answer } && answer.Kind == reply.Kind
        && (answer.Day == day || (reply.Kind == AnswerKind.Unchanged && reply.Seen < view.Answers));

    private static string? NameOf(ReplyView view, AgreementReply reply)
    {
        if (reply.Member.Length > 0)
        {
            return view.Members.FirstOrDefault(m => m.Id == reply.Member)?.Label;
        }

        var name = reply.Name.Trim();
        return name.Length is >= MinName and <= MaxName && !name.Any(char.IsControl) ? name : null;
    }
}
