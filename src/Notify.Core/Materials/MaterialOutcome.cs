using Notify.Core.Notifications;
using Notify.Core.Watches;

namespace Notify.Core.Materials;

/// <summary>What a recipient knows once a mail to it has come to an end, or has been taken up again. A pure function.</summary>
public static class MaterialOutcome
{
    /// <summary>The state after the mail's; the same instance when the mail changes nothing.</summary>
    public static RecipientState Of(RecipientState state, Notification mail, DateTimeOffset now)
    {
        var outcome = MailOutcomes.Of(mail);
        if (state.News is { } news && news.Mail == mail.Id)
        {
            return news.Outcome == outcome ? state : outcome == MailOutcome.Accepted ? Told(state, news, now) : state with { News = news with { Outcome = outcome } };
        }

        if (state.Reminder is { } reminder && reminder.Mail == mail.Id)
        {
            return reminder.Outcome == outcome ? state
                : outcome == MailOutcome.Accepted ? Reminded(state, reminder, now)
                : state with { Reminder = reminder with { Outcome = outcome } };
        }

        return outcome == MailOutcome.Undelivered && state.Told.Any(t => t.Mail == mail.Id) ? Untold(state, mail) : state;
    }

    private static RecipientState Told(RecipientState state, MaterialSaying news, DateTimeOffset now) => news.Items.Aggregate(
        state with { News = null, Last = news },
        (s, item) => s.With(new ToldVersion(item.Version, ToldChannel.Mail, now, news.Mail, news.Subject, news.Sequence)));

    private static RecipientState Reminded(RecipientState state, MaterialSaying reminder, DateTimeOffset now) => state with
    {
        Reminder = null,
        Reminded = [.. state.Reminded, .. reminder.Items.Select(i => new RemindedVersion(i.Version, now, reminder.Subject!, reminder.Sequence!.Value))],
    };

    /// <summary>
    /// The mail came back after it had been taken: it has told nothing after all. It stays planned as undelivered, so that the watch
    /// does not try the same addresses again.
    /// </summary>
    private static RecipientState Untold(RecipientState state, Notification mail)
    {
        var after = state with { Told = [.. state.Told.Where(t => t.Mail != mail.Id)], Reminder = null };
        return state.News is null && state.Last is { } last && last.Mail == mail.Id
            ? after with { News = last with { Outcome = MailOutcome.Undelivered }, Last = null }
            : after;
    }
}
