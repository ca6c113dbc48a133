using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Watches;

namespace Notify.Core.Forums;

/// <summary>That a school came, or did not.</summary>
/// <param name="Persons">How many; null: not counted.</param>
public sealed record Visit(SchoolUnitCode School, bool Attended, int? Persons);

/// <summary>What became of a record of who came.</summary>
public enum AttendanceOutcome
{
    /// <summary>It counts from now on.</summary>
    Recorded,

    /// <summary>There is no such forum.</summary>
    NoForum,

    /// <summary>The forum has not begun.</summary>
    NotBegun,

    /// <summary>The forum was called off.</summary>
    CalledOff,
}

/// <summary>Records who came to a forum, by hand. The latest record of a school counts.</summary>
public sealed class ForumAttendance(IRecordStore store, WatchRunner runner, TimeProvider clock)
{
    private const int Tries = 8;

    /// <summary>Records the visits; schools that are not named stay as they were. Doing it again changes nothing.</summary>
    /// <param name="by">Who, or what, records it.</param>
    /// <exception cref="ConflictException">Others changed the same again and again.</exception>
    public async Task<AttendanceOutcome> RecordAsync(DistrictCode district, string forum, IReadOnlyCollection<Visit> visits, string by, CancellationToken ct)
    {
        if (await store.FindAsync(district.ToString(), ForumsKeys.Forum(forum), ForumsJson.Default.ForumState, ct) is not { } state
            || await runner.SnapshotAsync(district, ct) is not { } snapshot)
        {
            return AttendanceOutcome.NoForum;
        }

        var now = clock.GetUtcNow();
        if (state.Value.IsCalledOff || state.Value.Meeting.Starts > now)
        {
            return state.Value.IsCalledOff ? AttendanceOutcome.CalledOff : AttendanceOutcome.NotBegun;
        }

        foreach (var chunk in visits.DistinctBy(v => v.School).Chunk(RecordLimits.MaxOwnChanges - 1))
        {
            await RecordAsync(snapshot, forum, chunk, new RecordedAttendance(false, null, now, by), ct);
        }

        return AttendanceOutcome.Recorded;
    }

    private Task<IReadOnlyList<string>> RecordAsync(DistrictSnapshot snapshot, string forum, Visit[] visits, RecordedAttendance record, CancellationToken ct) => Conflicts.RetryAsync(
        async () =>
        {
            var stored = (await store.ListAsync(snapshot.District.Code.ToString(), ForumsKeys.InviteesOf(forum), ForumsJson.Default.InviteeState, ct))
                .ToDictionary(i => i.Value.Invitee, StringComparer.Ordinal);
            var changes = visits.Select(v => Change(v, stored, forum, snapshot, record)).OfType<RecordChange>().ToList();
            return changes.Count == 0 ? [] : await store.CommitAsync(snapshot.District.Code.ToString(), [.. changes, new RecordChange.Put(WatchKeys.Again(ForumsKeys.Watch), "{}")], ct);
        },
        Tries);

    private static RecordChange? Change(Visit visit, Dictionary<string, Kept<InviteeState>> stored, string forum, DistrictSnapshot snapshot, RecordedAttendance record)
    {
        var key = ForumsKeys.SchoolInvitee(visit.School);
        var school = snapshot.Schools.FirstOrDefault(s => s.Code == visit.School);
        var kept = stored.GetValueOrDefault(key) ?? new(new(forum, key, school?.Name ?? visit.School.ToString(), school?.Provider), "");
        var recorded = record with { Attended = visit.Attended, Persons = visit.Attended ? visit.Persons : null };
        var isSame = kept.Value.Attendance is { } before && before.Attended == recorded.Attended && before.Persons == recorded.Persons;
        return isSame ? null : kept.With(ForumsKeys.Invitee(forum, key), Newer(kept.Value, recorded), ForumsJson.Default.InviteeState);
    }

    /// <summary>What is recorded last counts, also of two records in the same moment.</summary>
    private static InviteeState Newer(InviteeState state, RecordedAttendance recorded) =>
        state.With(state.Attendance is { } before && before.At >= recorded.At ? recorded with { At = before.At.AddTicks(1) } : recorded);
}
