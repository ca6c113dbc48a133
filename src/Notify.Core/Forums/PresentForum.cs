using Notify.Core.Register;

namespace Notify.Core.Forums;

/// <summary>A forum in the course of one run: its state, and the states of everybody it is or was for.</summary>
public sealed class PresentForum
{
    private readonly HashSet<string> _stored;
    private readonly Dictionary<string, Invitee> _meant;

    /// <param name="facts">Null: it is not in the register.</param>
    /// <param name="stored">The states of invitees as stored.</param>
    public PresentForum(ForumState state, ForumFacts? facts, IReadOnlyCollection<InviteeState> stored)
    {
        (State, Facts) = (state, facts);
        _stored = [.. stored.Select(s => s.Invitee)];
        _meant = (facts?.Invitees ?? []).ToDictionary(i => i.Key, StringComparer.Ordinal);
        Invitees = stored
            .Concat(_meant.Values.Where(i => !_stored.Contains(i.Key)).Select(i => new InviteeState(state.Id, i.Key, i.Name, i.Provider)))
            .ToDictionary(i => i.Invitee, StringComparer.Ordinal);
    }

    /// <summary>The forum.</summary>
    public ForumState State { get; set; }

    /// <summary>What the register says of it; null: nothing any more.</summary>
    public ForumFacts? Facts { get; }

    /// <summary>By <see cref="InviteeState.Invitee"/>.</summary>
    public Dictionary<string, InviteeState> Invitees { get; }

    /// <summary>Everybody, as it stands now.</summary>
    public IReadOnlyCollection<InviteeState> Present => Invitees.Values;

    /// <summary>What the register says of an invitee; null: the forum is not, or no longer, for it.</summary>
    public Invitee? InviteeOf(InviteeState state) => _meant.GetValueOrDefault(state.Invitee);

    /// <summary>Whether a state stands in the store.</summary>
    public bool IsStored(InviteeState state) => _stored.Contains(state.Invitee);

    /// <summary>
    /// Takes over what the register says of the attendance, where it says something else than when it was last looked at: what was
    /// recorded by hand since stands until the register changes.
    /// </summary>
    public void Record(IEnumerable<Attendance> rows, IReadOnlyList<School> schools, DateTimeOffset now)
    {
        foreach (var row in rows)
        {
            var key = ForumsKeys.SchoolInvitee(row.School);
            var school = schools.FirstOrDefault(s => s.Code == row.School);
            var state = Invitees.GetValueOrDefault(key) ?? new(State.Id, key, school?.Name ?? row.School.ToString(), school?.Provider);
            if (state.Registered != row)
            {
                Invitees[key] = (state with { Registered = row }).With(new RecordedAttendance(row.Attended, row.Persons, now, "register"));
            }
        }
    }
}
