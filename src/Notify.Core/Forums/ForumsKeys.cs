using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Forums;

/// <summary>The keys of the forums watch in a district's partition, and the subjects of its notifications and links.</summary>
public static class ForumsKeys
{
    /// <summary>The watch's name.</summary>
    public const string Watch = "forums";

    /// <summary>Prefix of the states of forums.</summary>
    public const string ForumPrefix = "forums:forum:";

    /// <summary>Prefix of the states of invitees, of all forums.</summary>
    public const string InviteePrefix = "forums:invitee:";

    private const string SubjectPrefix = "forum:";
    private const string SchoolPrefix = "school:";
    private const string MemberPrefix = "member:";

    /// <summary>The key of a forum's state.</summary>
    public static string Forum(string id) => ForumPrefix + RecordKey.Hash(id);

    /// <summary>Prefix of the states of one forum's invitees.</summary>
    public static string InviteesOf(string forum) => $"{InviteePrefix}{RecordKey.Hash(forum)}:";

    /// <summary>The key of an invitee's state.</summary>
    public static string Invitee(string forum, string invitee) => InviteesOf(forum) + RecordKey.Hash(invitee);

    /// <summary>The subject of mails about a forum.</summary>
    public static string Subject(string forum) => SubjectPrefix + forum;

    /// <summary>The forum in a subject, or null.</summary>
    public static string? ForumIn(string subject) => subject.StartsWith(SubjectPrefix, StringComparison.Ordinal) ? subject[SubjectPrefix.Length..] : null;

    /// <summary>A school as an invitee.</summary>
    public static string SchoolInvitee(SchoolUnitCode school) => SchoolPrefix + school;

    /// <summary>A member of a steering group as an invitee.</summary>
    public static string MemberInvitee(EmailAddress address) => MemberPrefix + address;

    /// <summary>The school that an invitee is, or null.</summary>
    public static SchoolUnitCode? SchoolIn(string invitee) =>
        invitee.StartsWith(SchoolPrefix, StringComparison.Ordinal) && SchoolUnitCode.TryParse(invitee[SchoolPrefix.Length..], out var code) ? code : null;
}
