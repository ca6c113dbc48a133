using Notify.Core.Register;

namespace Notify.Core.Forums;

/// <summary>Follows what the register says about when and where a forum is. A pure function.</summary>
public static class MeetingRule
{
    /// <summary>The state of a forum, as the register has it now. What has begun is no longer moved or called off by its row leaving the register.</summary>
    /// <param name="state">Null: it was not seen before.</param>
    /// <param name="forum">Null: it is not in the register.</param>
    public static ForumState? Follow(ForumState? state, Forum? forum, DateTimeOffset now)
    {
        if (forum is null)
        {
            return state is null || state.IsCalledOff || state.Meeting.Starts <= now ? state : CalledOff(state, true);
        }

        var wanted = new Meeting(forum.Starts, forum.Ends, forum.Place, 0);
        var isOff = forum.Status == ForumStatus.Cancelled;
        if (state is null)
        {
            return new(forum.Id, now, forum.Kind, forum.Title, wanted, isOff, forum.Capacity);
        }

        var present = state with { Kind = forum.Kind, Title = forum.Title, Capacity = forum.Capacity };
        var moved = present.Meeting.IsSameAs(wanted) ? present : present with { Meeting = wanted with { Sequence = present.Meeting.Sequence + 1 } };
        return moved.IsCalledOff == isOff ? moved : CalledOff(moved, isOff);
    }

    /// <summary>Called off or on again: for calendars a change like any other (RFC 5546, 3.2.5).</summary>
    private static ForumState CalledOff(ForumState state, bool isOff) =>
        state with { IsCalledOff = isOff, Meeting = state.Meeting with { Sequence = state.Meeting.Sequence + 1 } };
}
