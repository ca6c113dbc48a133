using Notify.Core.Register;

namespace Notify.Core.Forums;

/// <summary>How one school took part in the forums it was invited to; what figures of many schools are made of.</summary>
/// <param name="School">The invitee's key; a school has the same in every district.</param>
/// <param name="Provider">As of the latest of the forums.</param>
/// <param name="Latest">When that forum starts.</param>
/// <param name="LatestForum">Its id.</param>
/// <param name="Answered">To at least one.</param>
/// <param name="Accepted">Said yes to at least one.</param>
/// <param name="Attended">Came to at least one.</param>
/// <param name="Held">Was invited to at least one for which somebody recorded who came.</param>
/// <param name="AttendedHeld">Came to at least one of those.</param>
public sealed record SchoolParticipation(
    string School, Provider Provider, DateTimeOffset Latest, string LatestForum, bool Answered, bool Accepted, bool Attended, bool Held, bool AttendedHeld)
{
    /// <summary>The school's part over several districts, or several forums.</summary>
    public SchoolParticipation With(SchoolParticipation other)
    {
        var order = Latest.CompareTo(other.Latest);
        var later = (order == 0 ? string.CompareOrdinal(LatestForum, other.LatestForum) : order) >= 0 ? this : other;
        return new(
            School, later.Provider, later.Latest, later.LatestForum, Answered || other.Answered, Accepted || other.Accepted, Attended || other.Attended,
            Held || other.Held, AttendedHeld || other.AttendedHeld);
    }

    /// <summary>The part of every school that counts as invited to one of the forums; those called off and members of groups count for nothing.</summary>
    public static IReadOnlyList<SchoolParticipation> Of(IEnumerable<ForumRecord> forums, DateTimeOffset now) => Merged(
        from forum in forums
        where !forum.Forum.IsCalledOff
        let isHeld = forum.IsHeld(now)
        from invitee in forum.Invitees
        where invitee.Provider is not null && ForumsKeys.SchoolIn(invitee.Invitee) is not null && forum.IsInvited(invitee)
        let came = invitee.Attendance is { Attended: true }
        select new SchoolParticipation(
            invitee.Invitee, invitee.Provider!.Value, forum.Forum.Meeting.Starts, forum.Forum.Id,
            invitee.Answer is not null, invitee.Answer?.Reply == ForumReply.Yes, came, isHeld, isHeld && came));

    /// <summary>Every school once.</summary>
    public static IReadOnlyList<SchoolParticipation> Merged(IEnumerable<SchoolParticipation> parts) =>
        [.. parts.GroupBy(p => p.School, StringComparer.Ordinal).Select(s => s.Aggregate((a, b) => a.With(b)))];
}
