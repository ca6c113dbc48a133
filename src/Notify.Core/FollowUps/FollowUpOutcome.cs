using Notify.Core.Notifications;

namespace Notify.Core.FollowUps;

/// <summary>What those who are asked know, and whether a result is told, once a mail has come to an end or has been taken up again. Pure functions.</summary>
public static class FollowUpOutcome
{
    /// <summary>The respondent after the mail's state; the same instance when the mail changes nothing.</summary>
    public static RespondentState Of(RespondentState state, Notification mail, DateTimeOffset now)
    {
        if (state.Planned is not { } call || call.Mail != mail.Id)
        {
            return state;
        }

        return mail.State switch
        {
            NotificationState.Accepted or NotificationState.Delivered =>
                state with { Planned = null, Heard = [.. state.Heard, new HeardCall(call.Step, call.Closes, now)] },
            NotificationState.Queued => call.EndedAt is null ? state : state with { Planned = call with { EndedAt = null } },
            _ => call.EndedAt is null ? state with { Planned = call with { EndedAt = now } } : state,
        };
    }

    /// <summary>The round after the mail's state; the same instance when the mail changes nothing.</summary>
    public static RoundState Of(RoundState state, Notification mail, DateTimeOffset now)
    {
        var isAccepted = mail.State is NotificationState.Accepted or NotificationState.Delivered;
        return state.Mail is { } told && told.Id == mail.Id && told.IsAccepted != isAccepted
            ? state with { Mail = told with { IsAccepted = isAccepted } }
            : state;
    }
}
