namespace Notify.Core.Forums;

/// <summary>
/// Who has a seat at a forum with limited room. Seats go in the order of acceptances: nobody is overtaken, and nobody who has a
/// seat loses it. Pure functions.
/// </summary>
public static class Seating
{
    /// <summary>What a party of so many gets; null: more than there is room for, so that it keeps what it has.</summary>
    /// <param name="others">Everybody else who was invited.</param>
    public static SeatStanding? StandingOf(InviteeState self, IReadOnlyCollection<InviteeState> others, int? capacity, int persons)
    {
        var taken = others.Where(o => o.Seat?.Standing == SeatStanding.Seated).Sum(PersonsOf);
        var turn = self.Seat is { Standing: SeatStanding.Waiting } waiting ? waiting.Turn : long.MaxValue;
        var isNext = !others.Any(o => o.Seat is { Standing: SeatStanding.Waiting } other && other.Turn < turn);
        var fits = isNext && !(taken + persons > capacity);
        if (self.Seat?.Standing == SeatStanding.Seated)
        {
            return fits || persons <= PersonsOf(self) ? SeatStanding.Seated : null;
        }

        return persons > capacity ? null : fits ? SeatStanding.Seated : SeatStanding.Waiting;
    }

    /// <summary>Those who wait and get a seat now, first come first, as long as there is room for the whole party.</summary>
    public static IReadOnlyList<InviteeState> Promoted(IReadOnlyCollection<InviteeState> invitees, int? capacity)
    {
        var taken = invitees.Where(i => i.Seat?.Standing == SeatStanding.Seated).Sum(PersonsOf);
        var promoted = new List<InviteeState>();
        foreach (var next in invitees.Where(i => i.Seat?.Standing == SeatStanding.Waiting).OrderBy(i => i.Seat!.Turn))
        {
            taken += PersonsOf(next);
            if (taken > capacity)
            {
                break;
            }

            promoted.Add(next with { Seat = next.Seat! with { Standing = SeatStanding.Seated } });
        }

        return promoted;
    }

    /// <summary>How many parties wait before it; null: it does not wait.</summary>
    public static int? QueueBefore(IEnumerable<InviteeState> invitees, Seat? seat) =>
        seat?.Standing == SeatStanding.Waiting
            ? invitees.Count(i => i.Seat is { Standing: SeatStanding.Waiting } other && other.Turn < seat.Turn)
            : null;

    private static int PersonsOf(InviteeState invitee) => invitee.Answer?.Persons ?? 1;
}
