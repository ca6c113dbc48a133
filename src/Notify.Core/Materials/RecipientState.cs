using System.Text.Json.Serialization;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Watches;

namespace Notify.Core.Materials;

/// <summary>What the materials watch keeps of one school or contact. Stored under <see cref="MaterialsKeys.Recipient"/>.</summary>
/// <param name="Recipient">As <see cref="MaterialsKeys.Of"/> and <see cref="MaterialsKeys.OfContact"/> write it.</param>
/// <param name="Began">The day of the watch's first look, if it was there then: what was published before is taken as known. Null: it came later.</param>
/// <param name="Told">What it has been told, in whatever way; the order means nothing.</param>
/// <param name="Reminded">What it has been reminded of.</param>
/// <param name="Confirmed">What it has confirmed.</param>
/// <param name="News">What is on its way.</param>
/// <param name="Reminder">What it is being reminded of.</param>
/// <param name="Last">The news that the mail provider took last: it may still come back.</param>
public sealed record RecipientState(
    string Recipient,
    DateOnly? Began,
    IReadOnlyList<ToldVersion> Told,
    IReadOnlyList<RemindedVersion> Reminded,
    IReadOnlyList<ConfirmedVersion> Confirmed,
    MaterialSaying? News = null,
    MaterialSaying? Reminder = null,
    MaterialSaying? Last = null)
{
    /// <summary>The mails that it wants to be sent, one that ended undelivered among them.</summary>
    [JsonIgnore]
    public IEnumerable<NotificationId> WaitingMails => new[] { News?.Mail, Reminder?.Mail }.OfType<NotificationId>();

    /// <summary>The state of somebody who has not been seen before.</summary>
    public static RecipientState New(string recipient, DateOnly? began) => new(recipient, began, [], [], []);

    /// <summary>Whether it knows the version: it was told, or has confirmed.</summary>
    public bool Knows(VersionName version) => Told.Any(t => t.Version == version) || HasConfirmed(version);

    /// <summary>Whether it has confirmed the version.</summary>
    public bool HasConfirmed(VersionName version) => Confirmed.Any(c => c.Version == version);

    /// <summary>Takes a receipt; of several the earliest counts.</summary>
    public RecipientState With(ConfirmedVersion receipt) => Confirmed.FirstOrDefault(c => c.Version == receipt.Version) switch
    {
        { } before when before.At <= receipt.At => this,
        { } before => this with { Confirmed = [.. Confirmed.Where(c => c != before), receipt] },
        _ => this with { Confirmed = [.. Confirmed, receipt] },
    };

    /// <summary>Takes that it was told; the same again changes nothing.</summary>
    public RecipientState With(ToldVersion told) => Told.Contains(told) ? this : this with { Told = [.. Told, told] };
}

/// <summary>A version of a material: its id in the register, and the version.</summary>
public sealed record VersionName(string Material, string Version)
{
    /// <summary>The name of a row of the register.</summary>
    public static VersionName Of(Material material) => new(material.Id, material.Version);
}

/// <summary>That somebody was told a version.</summary>
/// <param name="Mail">The mail that told it; null in other ways.</param>
/// <param name="Subject">The subject of that mail's links.</param>
/// <param name="Sequence">Their sequence number.</param>
public sealed record ToldVersion(
    VersionName Version, ToldChannel By, DateTimeOffset At, NotificationId? Mail = null, string? Subject = null, long? Sequence = null);

/// <summary>That somebody was reminded of a version.</summary>
/// <inheritdoc cref="ToldVersion"/>
public sealed record RemindedVersion(VersionName Version, DateTimeOffset At, string Subject, long Sequence);

/// <summary>That somebody has confirmed a version.</summary>
public sealed record ConfirmedVersion(VersionName Version, DateTimeOffset At);

/// <summary>How somebody was told (SEED-FACTS C28).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ToldChannel>))]
public enum ToldChannel
{
    /// <summary>Taken as known: when the watch began, or by a coordinator's command.</summary>
    [JsonStringEnumMemberName("baseline")] Baseline,

    /// <summary>By a mail of ours.</summary>
    [JsonStringEnumMemberName("mail")] Mail,

    /// <summary>At a meeting of the staff (arbetsplatsträff).</summary>
    [JsonStringEnumMemberName("apt")] Apt,

    /// <summary>On the intranet.</summary>
    [JsonStringEnumMemberName("intranet")] Intranet,

    /// <summary>At a meeting about the cooperation.</summary>
    [JsonStringEnumMemberName("meeting")] Meeting,

    /// <summary>At a training.</summary>
    [JsonStringEnumMemberName("training")] Training,
}

/// <summary>Something to be said to one recipient.</summary>
/// <param name="Items">The versions it says, as they stand in the register.</param>
/// <param name="To">To whom.</param>
/// <param name="IsWelcome">Whether it is the first that the recipient hears of any material.</param>
/// <param name="Mail">The mail that says it; null before it is planned.</param>
/// <param name="Subject">The subject of the mail's links; null before it is planned.</param>
/// <param name="Sequence">Their sequence number; null before it is planned.</param>
public sealed record MaterialSaying(
    IReadOnlyList<SaidVersion> Items,
    IReadOnlyList<EmailAddress> To,
    bool IsWelcome,
    NotificationId? Mail = null,
    string? Subject = null,
    long? Sequence = null,
    MailOutcome Outcome = MailOutcome.Waiting)
{
    /// <summary>Whether it says the same to the same people.</summary>
    public bool IsSameAs(MaterialSaying other) => Items.SequenceEqual(other.Items) && To.ToHashSet().SetEquals(other.To);

    /// <summary>The same with no mail: it is to be said anew.</summary>
    public MaterialSaying Unsaid() => this with { Mail = null, Subject = null, Sequence = null, Outcome = MailOutcome.Waiting };
}

/// <summary>A version as a mail says it.</summary>
/// <param name="Words">A hash of title, link and summary: a mail that waits with others is replaced.</param>
public sealed record SaidVersion(VersionName Version, string Words)
{
    /// <summary>How a row of the register is said.</summary>
    public static SaidVersion Of(Material material) =>
        new(VersionName.Of(material), Store.RecordKey.Hash($"{material.Title}\n{material.Url}\n{material.Summary}"));
}
