using Notify.Core.Notifications;
using Notify.Core.Watches;

namespace Notify.Core.Forums;

/// <summary>What an invitee knows once a mail to it has come to an end, or has been taken up again. A pure function.</summary>
public static class InviteeOutcome
{
    /// <summary>The state after the mail's; the same instance when the mail changes nothing.</summary>
    public static InviteeState Of(InviteeState state, Notification mail, DateTimeOffset now)
    {
        var outcome = MailOutcomes.Of(mail);
        if (state.Sayings.FirstOrDefault(s => s.Mail == mail.Id) is not { } saying)
        {
            return state.Invitation == mail.Id && outcome == MailOutcome.Undelivered ? Uninvited(state, mail) : state;
        }

        if (outcome == saying.Outcome)
        {
            return state;
        }

        var others = state.Sayings.Where(s => s != saying);
        return outcome == MailOutcome.Accepted
            ? Heard(state with { Planned = [.. others] }, saying, now)
            : state with { Planned = [.. others, saying with { Outcome = outcome }] };
    }

    /// <summary>The state of somebody who has got what the saying says.</summary>
    public static InviteeState Heard(InviteeState state, ForumSaying saying, DateTimeOffset now) => saying.Topic switch
    {
        ForumTopic.Invitation => state with
        {
            InvitedAt = state.InvitedAt ?? now,
            InvitedTo = saying.To,
            Invitation = saying.Mail,
            Told = new(saying.Meeting, false, now),
        },
        ForumTopic.Reminder => state with { Reminded = new(saying.Meeting.Starts, saying.Days!.Value) },
        ForumTopic.Changed => state with { Told = new(saying.Meeting, false, now) },
        ForumTopic.Cancelled or ForumTopic.Withdrawn => state with { Told = new(saying.Meeting, true, now) },
        _ => state with { SeatTold = saying.Seat },
    };

    /// <summary>The invitation came back after it had been taken: nobody has been invited after all.</summary>
    private static InviteeState Uninvited(InviteeState state, Notification mail)
    {
        var saying = new ForumSaying(
            ForumTopic.Invitation, null, state.Told!.Meeting, null, [.. mail.Recipients.Select(r => r.Address)], mail.Id, MailOutcome.Undelivered);
        return state with { InvitedAt = null, Invitation = null, Told = null, Planned = [.. state.Sayings, saying] };
    }
}
