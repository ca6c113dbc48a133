using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.Forums;

/// <summary>A forum and everybody it is or was for, as the watch keeps them.</summary>
public sealed record ForumRecord(DistrictCode District, ForumState Forum, IReadOnlyList<InviteeState> Invitees)
{
    /// <summary>The term in which it is held.</summary>
    public SchoolTerm Term => SchoolTerm.Of(StockholmTime.DateOf(Forum.Meeting.Starts));

    /// <summary>Whether it has begun, was not called off, and somebody has recorded who came.</summary>
    public bool IsHeld(DateTimeOffset now) => HasBegun(now) && Invitees.Any(i => i.Attendance is not null);

    /// <summary>Whether it has begun without anybody having recorded who came.</summary>
    public bool LacksAttendance(DateTimeOffset now) => HasBegun(now) && !IsHeld(now) && Invitees.Any(IsInvited);

    /// <summary>
    /// Whether it counts as invited: the mail provider took its invitation; or, of a forum from before the watch began, it stands in
    /// the record of who came and who did not, which then is the list of those invited.
    /// </summary>
    public bool IsInvited(InviteeState invitee) => invitee.IsInvited || (Forum.IsFromBefore && invitee.Attendance is not null);

    private bool HasBegun(DateTimeOffset now) => !Forum.IsCalledOff && Forum.Meeting.Starts <= now;
}

/// <summary>How schools of one kind of owner take part. A school counts once however many forums there are; it counts as what it was for at least one of them.</summary>
/// <param name="Held">Of those forums alone for which somebody recorded who came: what rates are made of.</param>
public sealed record ProviderParticipation(int Invited, int Answered, int Accepted, int Attended, HeldParticipation Held);

/// <summary>Schools invited to forums that were held, and those of them that came.</summary>
public sealed record HeldParticipation(int Invited, int Attended)
{
    /// <summary>The share that came; null when none was invited.</summary>
    public double? Rate => Invited == 0 ? null : (double)Attended / Invited;
}

/// <summary>How schools take part in forums, by kind of owner (DESIGN "3. Forums"). Depends on the set of forums and of what is known of their invitees only.</summary>
public sealed record Participation(IReadOnlyDictionary<Provider, ProviderParticipation> Providers)
{
    /// <summary>Below so many invited schools a rate says nothing of its group.</summary>
    public const int Fewest = 5;

    private static readonly ProviderParticipation Nobody = new(0, 0, 0, 0, new(0, 0));

    /// <summary>The figures of one kind of owner.</summary>
    public ProviderParticipation this[Provider provider] => Providers.GetValueOrDefault(provider, Nobody);

    /// <summary>
    /// Independent attendance rate ÷ municipal attendance rate, over forums that were held. Null when fewer than
    /// <see cref="Fewest"/> schools of either kind were invited to them, or no municipal school came.
    /// </summary>
    public double? Parity
    {
        get
        {
            var (independent, municipal) = (this[Provider.Independent].Held, this[Provider.Municipal].Held);
            return independent.Invited < Fewest || municipal.Invited < Fewest || municipal.Attended == 0 ? null : independent.Rate / municipal.Rate;
        }
    }

    /// <summary>The figures over the forums; those that were called off and members of groups count for nothing, and neither does a school that came uninvited.</summary>
    public static Participation Of(IEnumerable<ForumRecord> forums, DateTimeOffset now) => Of(SchoolParticipation.Of(forums, now));

    /// <summary>The figures over schools, each of which counts once.</summary>
    public static Participation Of(IEnumerable<SchoolParticipation> parts) => new(
        SchoolParticipation.Merged(parts).GroupBy(s => s.Provider).ToDictionary(g => g.Key, g => new ProviderParticipation(
            g.Count(), g.Count(s => s.Answered), g.Count(s => s.Accepted), g.Count(s => s.Attended), new(g.Count(s => s.Held), g.Count(s => s.AttendedHeld)))));
}
