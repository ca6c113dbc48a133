using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.FollowUps;

/// <summary>The keys of the follow-up watch in a district's partition, and the subjects of its notifications and links.</summary>
public static class FollowUpsKeys
{
    /// <summary>The watch's name.</summary>
    public const string Watch = "followups";

    /// <summary>Prefix of the rounds.</summary>
    public const string RoundPrefix = "followups:round:";

    /// <summary>Prefix of those who are asked.</summary>
    public const string RespondentPrefix = "followups:respondent:";

    private const string RoundSubject = "followup:";
    private const string ReplySubject = "followup-answer:";

    /// <summary>The key of a round.</summary>
    public static string Round(string id) => RoundPrefix + RecordKey.Hash(id);

    /// <summary>Prefix of those who are asked in a round.</summary>
    public static string RespondentsOf(string round) => $"{RespondentPrefix}{RecordKey.Hash(round)}:";

    /// <summary>The key of one who is asked in a round.</summary>
    public static string Respondent(string round, EmailAddress address) => RespondentsOf(round) + RecordKey.Hash(address.ToString());

    /// <summary>The subject of the mails about a round.</summary>
    public static string Subject(string round) => RoundSubject + round;

    /// <summary>The round in a subject, or null.</summary>
    public static string? RoundIn(string subject) =>
        subject.StartsWith(RoundSubject, StringComparison.Ordinal) ? subject[RoundSubject.Length..] : null;

    /// <summary>The subject of the link behind which one respondent answers. It names no person.</summary>
    public static string Reply(string round, EmailAddress address) => ReplySubject + Respondent(round, address)[RespondentPrefix.Length..];

    /// <summary>The key of the respondent whose link it is, or null.</summary>
    public static string? RespondentIn(string subject) =>
        subject.StartsWith(ReplySubject, StringComparison.Ordinal) ? RespondentPrefix + subject[ReplySubject.Length..] : null;
}
