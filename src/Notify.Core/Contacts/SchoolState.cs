using System.Text.Json.Serialization;
using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Core.Contacts;

/// <summary>What the contacts watch keeps of one school in one district. Stored under <see cref="ContactsKeys.School"/>.</summary>
/// <param name="Sequence">Rises with everything that is planned for, or made known to, the school.</param>
/// <param name="Known">What the school has been told.</param>
/// <param name="Prior">What it had been told before the mail that <paramref name="Known"/> rests on; a bounce returns to it.</param>
/// <param name="Planned">What is to be told next, or could not be told; null when the register says what is known.</param>
/// <param name="Vacancy">Since when the school has no contact that it once had.</param>
/// <param name="Receipt">The school's confirmation, asked for or given; null when none is awaited.</param>
/// <param name="Calls">What is open on the call list about this school.</param>
/// <param name="Formerly">The merged districts that kept this state before, the last one last; null: none.</param>
public sealed record SchoolState(
    SchoolUnitCode School,
    long Sequence,
    Knowledge Known,
    Knowledge? Prior,
    PlannedContacts? Planned,
    Vacancy? Vacancy,
    Receipt? Receipt,
    IReadOnlyList<OpenCall> Calls,
    IReadOnlyList<DistrictCode>? Formerly = null)
{
    /// <summary>A school of which nothing is known to have been told.</summary>
    public static SchoolState Unknown(SchoolUnitCode school) =>
        new(school, 0, new([], 0, DateTimeOffset.MinValue, KnownBy.Nothing, null), null, null, null, null, []);

    /// <summary>What the school has been told or is about to be.</summary>
    [JsonIgnore]
    public IReadOnlyList<Holder> Latest => Planned?.Holders ?? Known.Holders;

    /// <summary>Whether the school has confirmed, by link or at a meeting, what it was told last.</summary>
    [JsonIgnore]
    public bool IsConfirmed => Known.By == KnownBy.Meeting || (Receipt is { ConfirmedAt: not null } && Receipt.Sequence == Known.Sequence);
}

/// <summary>What a school has been told.</summary>
/// <param name="Sequence">The state's sequence number of it.</param>
/// <param name="Mail">The mail that told it, if one did.</param>
public sealed record Knowledge(IReadOnlyList<Holder> Holders, long Sequence, DateTimeOffset At, KnownBy By, NotificationId? Mail);

/// <summary>How a school came to know.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<KnownBy>))]
public enum KnownBy
{
    /// <summary>It has been told nothing.</summary>
    [JsonStringEnumMemberName("nothing")] Nothing,

    /// <summary>It was so when Notify began.</summary>
    [JsonStringEnumMemberName("baseline")] Baseline,

    /// <summary>A mail that was accepted.</summary>
    [JsonStringEnumMemberName("mail")] Mail,

    /// <summary>Somebody said so, and recorded it.</summary>
    [JsonStringEnumMemberName("meeting")] Meeting,
}

/// <summary>What is to be told.</summary>
/// <param name="Mail">Null when the school has no address: then a human must.</param>
/// <param name="Undelivered">Whether the mail ended without reaching the school. It is not planned anew until the register changes it.</param>
public sealed record PlannedContacts(
    NotificationId? Mail,
    long Sequence,
    IReadOnlyList<Holder> Holders,
    IReadOnlyList<EmailAddress> Recipients,
    DateTimeOffset NotBefore,
    bool Undelivered);

/// <summary>A school without the contact it once had.</summary>
/// <param name="Since">From when; ahead of now where changes are told ahead.</param>
/// <param name="Lost">Names of those who were its contacts.</param>
public sealed record Vacancy(DateTimeOffset Since, IReadOnlyList<string> Lost);

/// <summary>The receipt of a mail.</summary>
/// <param name="Sequence">What was told, by its sequence number.</param>
/// <param name="Since">When the mail was accepted; null when the receipt came before that was recorded.</param>
/// <param name="Reminder">The reminder, once planned.</param>
public sealed record Receipt(long Sequence, DateTimeOffset? Since, DateTimeOffset? ConfirmedAt, NotificationId? Reminder);

/// <summary>A row of the call list that is not done.</summary>
public sealed record OpenCall(string Id, CallReason Reason);
