using Notify.Core.Notifications;
using Notify.Core.Watches;

namespace Notify.Core.Agreements;

/// <summary>What people know once a mail about agreements has come to an end, or has been taken up again. A pure function.</summary>
public static class AgreementOutcome
{
    /// <summary>The state after the mail's; the same instance when the mail changes nothing.</summary>
    public static AgreementState Of(AgreementState state, Notification mail, DateTimeOffset now)
    {
        var saying = state.Planned.FirstOrDefault(s => s.Mails.Any(m => m.Id == mail.Id));
        var before = saying?.Mails.First(m => m.Id == mail.Id);
        var outcome = MailOutcomes.Of(mail);
        if (saying is null || before!.Outcome == outcome)
        {
            return state;
        }

        var after = saying with { Mails = [.. saying.Mails.Select(m => m.Id == mail.Id ? m with { Outcome = outcome } : m)] };
        var isDone = !after.Missing.Any() && after.Mails.All(m => m.Outcome == MailOutcome.Accepted);
        var planned = state.Planned.Select(s => s == saying ? after : s).Where(s => s != after || !isDone);
        var next = state with { Planned = [.. planned] };
        return outcome == MailOutcome.Accepted ? Heard(next, saying, before, now) : next;
    }

    private static AgreementState Heard(AgreementState state, Saying saying, SayingMail mail, DateTimeOffset now) => saying.Topic switch
    {
        SayingTopic.Step => Reached(state, saying, now) with { Known = Known(state, saying, mail, moves: false) },
        SayingTopic.Revised => Reached(state, saying, now) with { Known = Known(state, saying, mail, moves: true) },
        SayingTopic.Review => state with { Materials = [.. (state.Materials ?? []).Union(saying.Materials)] },
        _ => state with { ConflictTold = saying.Day },
    };

    private static AgreementState Reached(AgreementState state, Saying saying, DateTimeOffset now) =>
        saying.Step is not { } step || state.HeardOf(saying.Day) >= step
            ? state
            : state with { Heard = [.. state.Heard.Where(h => h.Day != saying.Day), new HeardStep(saying.Day, step, now)] };

    /// <summary>A step about a new day does not stand in for the notice of it, which also the informed get.</summary>
    private static KnownDay? Known(AgreementState state, Saying saying, SayingMail mail, bool moves) =>
        state.Known is null || state.Known.Day == saying.Day || moves
            ? new(saying.Day, [.. (state.Known?.Addresses ?? []).Union(mail.To)])
            : state.Known;
}
