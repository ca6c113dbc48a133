using Notify.Core.Register;

namespace Notify.Core.FollowUps;

/// <summary>What one who is asked fills in on the page behind the link.</summary>
/// <param name="Choices">By <see cref="Statement.Key"/>: a step of the scale, or 0 for "don't know".</param>
/// <param name="Questions">The <see cref="Questionnaire.Fingerprint"/> of the page that was filled in.</param>
/// <param name="Seen">How often the answer had been saved when the page was opened.</param>
public sealed record FollowUpReply(IReadOnlyDictionary<string, int> Choices, string Questions, int Seen);

/// <summary>What the page behind a link shows.</summary>
/// <param name="Schools">The schools that the answer is given for; empty for a person.</param>
/// <param name="Answer">The answer that counts; null: none yet.</param>
public sealed record FollowUpView(District District, RoundState Round, IReadOnlyList<string> Schools, FollowUpAnswer? Answer, DateOnly Today)
{
    /// <summary>Whether people may answer now.</summary>
    public bool IsOpen => Round.IsOpenOn(Today);

    /// <summary>Whether it has not opened yet.</summary>
    public bool IsAhead => Round.Stage == RoundStage.Coming || Today < Round.Opens;

    /// <summary>How often the answer has been saved.</summary>
    public int Times => Answer?.Times ?? 0;

    /// <summary>How many statements have been answered, "don't know" among them.</summary>
    public int Done => Round.Questionnaire.Statements.Count(s => Answer?.Choices.ContainsKey(s.Key) == true);

    /// <summary>Whether every statement has been answered.</summary>
    public bool IsWhole => Done == Round.Questionnaire.Statements.Count;
}

/// <summary>What became of an answer, and what the page shows now.</summary>
public sealed record FollowUpReplyResult(FollowUpReplyOutcome Outcome, FollowUpView View);

/// <summary>What became of an answer.</summary>
public enum FollowUpReplyOutcome
{
    /// <summary>It counts from now on.</summary>
    Saved,

    /// <summary>The statements were changed while the page stood open: what was answered to those that are still there counts; the reader must look.</summary>
    SavedInPart,

    /// <summary>Somebody saved an answer behind the same link while the page stood open: its reader must see that first. Nothing was saved.</summary>
    Overtaken,

    /// <summary>No statement was answered, or with what is no step of its scale. Nothing was saved.</summary>
    Empty,

    /// <summary>The round is not open. Nothing was saved.</summary>
    NotOpen,
}

/// <summary>Whether an answer counts. A pure function.</summary>
public static class FollowUpReplyRule
{
    /// <summary>The outcome, and the answer that is to be kept; null: it stays as it is.</summary>
    public static (FollowUpReplyOutcome Outcome, FollowUpAnswer? Answer) Decide(FollowUpView view, FollowUpReply reply, DateTimeOffset now)
    {
        if (!view.IsOpen)
        {
            return (FollowUpReplyOutcome.NotOpen, null);
        }

        var questionnaire = view.Round.Questionnaire;
        var choices = questionnaire.Statements
            .Where(s => reply.Choices.TryGetValue(s.Key, out var choice) && choice >= 0 && choice <= s.ScaleMax)
            .ToDictionary(s => s.Key, s => reply.Choices[s.Key], StringComparer.Ordinal);
        var isSamePage = reply.Questions == questionnaire.Fingerprint();
        return choices.Count == 0 && (isSamePage || reply.Choices.Count == 0) ? (FollowUpReplyOutcome.Empty, null)
            : reply.Seen != view.Times ? (FollowUpReplyOutcome.Overtaken, null)
            : choices.Count == 0 ? (FollowUpReplyOutcome.SavedInPart, null)
            : (isSamePage ? FollowUpReplyOutcome.Saved : FollowUpReplyOutcome.SavedInPart, new(choices, now, view.Times + 1));
    }
}
