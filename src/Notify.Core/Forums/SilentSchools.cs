using Notify.Core.Contacts;
using Notify.Core.Register;

namespace Notify.Core.Forums;

/// <summary>An independent school that was silent to two invitations in a row, and the forum that made it two.</summary>
public sealed record SilentSchool(SchoolUnitCode School, string Name, string Forum, IReadOnlyList<string> Titles)
{
    /// <summary>The id of the line that this is on the call list.</summary>
    public string CallIn(DistrictCode district) => CallRow.IdOf(district, School, CallReason.SilentForums, Forum);
}

/// <summary>Finds the independent schools that somebody had better ring (DESIGN "3. Forums"). Pure functions.</summary>
public static class SilentSchools
{
    private const int InARow = 2;

    /// <summary>A school that came is not silent: without a record of who came, a forum is waited for so long after its end.</summary>
    private static readonly TimeSpan Recorded = TimeSpan.FromDays(7);

    /// <summary>Those whose latest invitations, to forums that are over, got no sign of life; an answer to a coming forum breaks the silence.</summary>
    /// <param name="forums">Each with its invitees.</param>
    public static IReadOnlyList<SilentSchool> Of(IEnumerable<(ForumState Forum, IReadOnlyCollection<InviteeState> Invitees)> forums, DateTimeOffset now)
    {
        var invited =
            from forum in forums
            where !forum.Forum.IsCalledOff && (IsCounted(forum.Forum, forum.Invitees, now) || forum.Forum.Meeting.Starts > now)
            from invitee in forum.Invitees
            where invitee.Provider == Provider.Independent && invitee.IsInvited && (IsAlive(invitee) || forum.Forum.Meeting.Starts <= now)
            group (forum.Forum, Invitee: invitee) by invitee.Invitee;
        return [.. invited.SelectMany(school => OfSchool([.. school.OrderBy(f => f.Forum.Meeting.Starts).ThenBy(f => f.Forum.Id, StringComparer.Ordinal)]))];
    }

    /// <summary>When a forum is next to be looked at for silence, if it is; null: never.</summary>
    public static DateTimeOffset? NextDue(ForumState forum, DateTimeOffset now) =>
        forum.IsCalledOff || forum.Meeting.Ends + Recorded <= now ? null : forum.Meeting.Ends + Recorded;

    private static bool IsCounted(ForumState forum, IReadOnlyCollection<InviteeState> invitees, DateTimeOffset now) =>
        forum.Meeting.Starts <= now && (invitees.Any(i => i.Attendance is not null) || forum.Meeting.Ends + Recorded <= now);

    private static bool IsAlive(InviteeState invitee) => invitee.Answer is not null || invitee.Attendance is { Attended: true };

    private static IEnumerable<SilentSchool> OfSchool(IReadOnlyList<(ForumState Forum, InviteeState Invitee)> forums)
    {
        var streak = forums.Reverse().TakeWhile(f => !IsAlive(f.Invitee)).Reverse().ToList();
        for (var i = InARow - 1; i < streak.Count; i += InARow)
        {
            if (ForumsKeys.SchoolIn(streak[i].Invitee.Invitee) is { } code)
            {
                yield return new(code, streak[i].Invitee.Name, streak[i].Forum.Id, [.. streak.Take(i + 1).TakeLast(InARow).Select(f => f.Forum.Title)]);
            }
        }
    }
}
