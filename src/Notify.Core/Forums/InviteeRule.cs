using Notify.Core.Register;
using Notify.Core.Watches;

namespace Notify.Core.Forums;

/// <summary>
/// The decision of the forums watch about one invitee of one forum: what ought to be on its way now. A pure function of forum,
/// state, register and situation (DESIGN "3. Forums").
/// </summary>
public static class InviteeRule
{
    /// <summary>The state with what is to be said now. Deciding again changes nothing.</summary>
    /// <param name="invitee">Null: the forum is not, or no longer, for it.</param>
    public static InviteeState Decide(ForumState forum, InviteeState state, Invitee? invitee, ForumSituation situation)
    {
        if (forum.Meeting.Starts <= situation.Now)
        {
            // What has not left by now runs out by itself.
            return state;
        }

        var present = invitee is null ? state : state with { Name = invitee.Name, Provider = invitee.Provider };
        ForumSaying?[] wanted = [News(forum, present, invitee, situation), SeatNews(forum, present, invitee)];
        return present with { Planned = [.. wanted.OfType<ForumSaying>()] };
    }

    /// <summary>The state when all that could be said now is taken as known: the invitee is invited, the latest reminder was given, every change told.</summary>
    public static InviteeState TakeAsKnown(ForumState forum, InviteeState state, Invitee? invitee, ForumSituation situation)
    {
        var decided = Decide(forum, state, invitee, situation);
        var known = decided.Sayings.Aggregate(decided with { Planned = [] }, (s, saying) => InviteeOutcome.Heard(s, saying, situation.Now));
        return known.Told is { IsOff: false } && situation.LatestReminder(forum.Meeting.Starts) is { } days
            ? known with { Reminded = new(forum.Meeting.Starts, days) }
            : known;
    }

    private static ForumSaying? News(ForumState forum, InviteeState state, Invitee? invitee, ForumSituation situation)
    {
        var isTold = state.Told is { IsOff: false };
        if (forum.IsCalledOff || invitee is null)
        {
            return isTold ? Saying(forum.IsCalledOff ? ForumTopic.Cancelled : ForumTopic.Withdrawn, forum, state, invitee) : null;
        }

        if (invitee.Addresses.Count == 0)
        {
            return null;
        }

        return !isTold ? Invitation(forum, state, invitee, situation)
            : !state.Told!.Meeting.IsSameAs(forum.Meeting) ? Saying(ForumTopic.Changed, forum, state, invitee)
            : Reminder(forum, state, invitee, situation);
    }

    private static ForumSaying? Invitation(ForumState forum, InviteeState state, Invitee invitee, ForumSituation situation) =>
        situation.InvitationDue(forum.Meeting.Starts) <= situation.Now ? Saying(ForumTopic.Invitation, forum, state, invitee) : null;

    /// <summary>To the silent only, and only the latest one due; none that was due when they last heard of the forum.</summary>
    private static ForumSaying? Reminder(ForumState forum, InviteeState state, Invitee invitee, ForumSituation situation)
    {
        var starts = forum.Meeting.Starts;
        if (state.Answer is not null || situation.LatestReminder(starts) is not { } days || situation.DueBefore(starts, days) <= state.Told!.At)
        {
            return null;
        }

        var isHeard = state.Reminded is { } reminded && reminded.Starts == starts && reminded.Days <= days;
        return isHeard ? null : Saying(ForumTopic.Reminder, forum, state, invitee, days);
    }

    private static ForumSaying? SeatNews(ForumState forum, InviteeState state, Invitee? invitee) =>
        invitee is { Addresses.Count: > 0 } && !forum.IsCalledOff && state.Seat is { } seat && state.SeatTold != seat.Standing
            ? Saying(ForumTopic.Seat, forum, state, invitee, seat: seat.Standing)
            : null;

    /// <summary>The one that is on its way already, when it says the same to the same people.</summary>
    private static ForumSaying? Saying(ForumTopic topic, ForumState forum, InviteeState state, Invitee? invitee, int? days = null, SeatStanding? seat = null)
    {
        var before = state.Sayings.FirstOrDefault(s => s.Topic == topic);
        IReadOnlyList<EmailAddress> to = invitee is { Addresses.Count: > 0 } ? invitee.Addresses : state.InvitedTo ?? [];
        var wanted = new ForumSaying(topic, days, forum.Meeting, seat, to, null, MailOutcome.Waiting);
        return to.Count == 0 ? null : before?.IsSameAs(wanted) == true ? before : wanted;
    }
}
