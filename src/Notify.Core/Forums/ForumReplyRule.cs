namespace Notify.Core.Forums;

/// <summary>What an answer does to a forum and whoever gives it. A pure function.</summary>
public static class ForumReplyRule
{
    /// <summary>So many can be named in one answer.</summary>
    public const int MostNames = 20;

    /// <summary>Characters of a name.</summary>
    public const int LongestName = 100;

    /// <summary>Characters of the message to the organiser.</summary>
    public const int LongestMessage = 500;

    /// <summary>The outcome, and what is to be stored if it is <see cref="ForumReplyOutcome.Recorded"/>.</summary>
    /// <param name="others">Everybody else who was invited.</param>
    public static (ForumReplyOutcome Outcome, ForumState Forum, InviteeState Invitee) Decide(
        ForumState forum, InviteeState self, IReadOnlyCollection<InviteeState> others, ForumReplyForm form, ForumView view, DateTimeOffset now)
    {
        var message = form.Message.ReplaceLineEndings(" ").Trim();
        if (view.Door != ForumDoor.Open)
        {
            return (ForumReplyOutcome.Closed, forum, self);
        }

        if (message.Length > LongestMessage || message.Any(char.IsControl))
        {
            return (ForumReplyOutcome.WrongMessage, forum, self);
        }

        var names = form.Reply == ForumReply.Yes ? NamesIn(form.Names) : [];
        if (names.Length > MostNames || names.Any(n => n.Length > LongestName || n.Any(char.IsControl)))
        {
            return (ForumReplyOutcome.WrongNames, forum, self);
        }

        var answer = new ForumAnswer(form.Reply, names, message.Length > 0 ? message : null, After(self.Answer, now));
        return form.Reply == ForumReply.Yes
            ? Accept(forum, self, others, answer)
            : (ForumReplyOutcome.Recorded, forum, self.With(answer) with { Seat = null, SeatTold = null });
    }

    /// <summary>The page says at once where the acceptance stands; who has a seat needs no mail about it.</summary>
    private static (ForumReplyOutcome, ForumState, InviteeState) Accept(
        ForumState forum, InviteeState self, IReadOnlyCollection<InviteeState> others, ForumAnswer answer)
    {
        if (Seating.StandingOf(self, others, forum.Capacity, answer.Persons) is not { } standing)
        {
            return (ForumReplyOutcome.TooMany, forum, self);
        }

        var turn = self.Seat?.Turn ?? forum.Turns + 1;
        var told = standing == SeatStanding.Seated ? standing : self.SeatTold;
        return (
            ForumReplyOutcome.Recorded,
            forum with { Turns = forum.Turns + 1 },
            self.With(answer) with { Seat = new(turn, standing), SeatTold = told });
    }

    /// <summary>The latest answer counts, also of two in the same moment.</summary>
    private static DateTimeOffset After(ForumAnswer? before, DateTimeOffset now) => before?.At >= now ? before.At.AddTicks(1) : now;

    private static string[] NamesIn(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
