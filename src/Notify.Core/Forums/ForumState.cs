using System.Text.Json.Serialization;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Watches;

namespace Notify.Core.Forums;

/// <summary>What the forums watch keeps of one forum, also when it has left the register. Stored under <see cref="ForumsKeys.Forum"/>.</summary>
/// <param name="Since">When the watch first saw it.</param>
/// <param name="Meeting">When and where it is, as the register last had it.</param>
/// <param name="IsCalledOff">Whether it was cancelled, or left the register before it began.</param>
/// <param name="Capacity">How many people it has room for; null: any number.</param>
/// <param name="Turns">Rises with every acceptance and every seat that is given, in the same commit, so that two never take the same place.</param>
/// <param name="List">The list of those who come, for the organiser; null before it is due.</param>
/// <param name="EntryOf">The merged district that made its calendar entry; null: the one that it belongs to.</param>
public sealed record ForumState(
    string Id,
    DateTimeOffset Since,
    ForumKind Kind,
    string Title,
    Meeting Meeting,
    bool IsCalledOff,
    int? Capacity,
    long Turns = 0,
    OrganiserList? List = null,
    DistrictCode? EntryOf = null)
{
    /// <summary>Whether it was over, or under way, when the watch first saw it: nobody was invited by us.</summary>
    [JsonIgnore]
    public bool IsFromBefore => Meeting.Starts <= Since;
}

/// <summary>When and where a forum is.</summary>
/// <param name="Sequence">Rises with every change of time or place, and when it is called off: the SEQUENCE of its calendar entry (RFC 5545).</param>
/// <param name="Place">Null: not known yet.</param>
public sealed record Meeting(DateTimeOffset Starts, DateTimeOffset Ends, string? Place, int Sequence)
{
    /// <summary>Whether time and place are the same.</summary>
    public bool IsSameAs(Meeting other) => Starts == other.Starts && Ends == other.Ends && Place == other.Place;
}

/// <summary>The mail with the list of those who come.</summary>
/// <param name="Starts">The start that it was made for: a forum that is moved gets a new one.</param>
public sealed record OrganiserList(DateTimeOffset Starts, NotificationId Mail, EmailAddress To, MailOutcome Outcome);
