using Notify.Core.Notifications;
using Notify.Core.Time;

namespace Notify.Core.Contacts;

/// <summary>Asks a silent school for its receipt: one reminder, then the call list.</summary>
public static class ReceiptRule
{
    /// <param name="isNews">Whether a new mail was just planned, which makes an old reminder pointless.</param>
    /// <returns>The state; a reminder to send; one to withdraw; whether somebody must ring; and when to look again.</returns>
    public static (SchoolState State, NotificationDraft? Draft, NotificationId? Superseded, bool IsOverdue, DateTimeOffset? NextDue) Decide(
        SchoolState state, SchoolFacts facts, Situation situation, bool isNews)
    {
        if (!IsAwaited(state))
        {
            return Withdraw(state, isNews);
        }

        var receipt = state.Receipt!;
        var mailed = StockholmTime.DateOf(receipt.Since!.Value);
        var remind = situation.Calendar.DueAfter(mailed, situation.Options.ReceiptReminderAfter);
        var ring = situation.Calendar.DueAfter(mailed, situation.Options.CallListAfter);
        if (situation.Now >= ring)
        {
            return (state, null, null, true, null);
        }

        if (situation.Now < remind || receipt.Reminder is not null || facts.Addresses.Count == 0)
        {
            return (state, null, null, false, situation.Now < remind ? remind : ring);
        }

        var draft = ContactMails.Reminder(state, facts, mailed, situation);
        return (state with { Receipt = receipt with { Reminder = draft.Id } }, draft, null, false, ring);
    }

    /// <summary>A reminder that still waits has nothing to say once the school confirmed, or is to be told something else.</summary>
    private static (SchoolState, NotificationDraft?, NotificationId?, bool, DateTimeOffset?) Withdraw(SchoolState state, bool isNews)
    {
        var isSettled = state is { IsConfirmed: true, Receipt.Reminder: not null };
        var next = isSettled ? state with { Receipt = state.Receipt! with { Reminder = null } } : state;
        return (next, null, isNews || isSettled ? state.Receipt?.Reminder : null, false, null);
    }

    /// <summary>Whether a mail was accepted, holds, and has not been confirmed.</summary>
    public static bool IsAwaited(SchoolState state) =>
        state.Planned is null && state.Known.By == KnownBy.Mail && !state.IsConfirmed
        && state.Receipt is { Since: not null } receipt && receipt.Sequence == state.Known.Sequence;
}
