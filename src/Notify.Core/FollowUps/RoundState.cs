using System.Text.Json.Serialization;
using Notify.Core.FollowUps.Results;
using Notify.Core.Notifications;

namespace Notify.Core.FollowUps;

/// <summary>What the watch keeps of one round. Stored under <see cref="FollowUpsKeys.Round"/>.</summary>
/// <param name="Goal">The goal that it serves; null: none is named, which is flagged.</param>
/// <param name="Questionnaire">What is asked; once the round has closed, what was asked.</param>
/// <param name="Result">What came out of it; null until it has closed. It is never worked out again.</param>
/// <param name="Mail">The mail that tells the result; null until there is one, and when it was taken as known.</param>
public sealed record RoundState(
    string Id,
    string Title,
    string? Goal,
    DateOnly Opens,
    DateOnly Closes,
    Questionnaire Questionnaire,
    RoundStage Stage,
    RoundResult? Result = null,
    RoundMail? Mail = null)
{
    /// <summary>Whether people may answer on the day.</summary>
    public bool IsOpenOn(DateOnly day) => Stage == RoundStage.Open && Opens <= day && day <= Closes;

    /// <summary>Whether the result is still to be mailed.</summary>
    [JsonIgnore]
    public bool IsUntold => Stage == RoundStage.Closed && Mail is { Id: null };

    /// <summary>The mail that is not accepted yet.</summary>
    [JsonIgnore]
    public IEnumerable<NotificationId> WaitingMails => Mail is { Id: { } id, IsAccepted: false } ? [id] : [];
}

/// <summary>The mail that tells a result.</summary>
/// <param name="Id">Null: it is to be planned.</param>
public sealed record RoundMail(NotificationId? Id, bool IsAccepted);

/// <summary>How far a round has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoundStage>))]
public enum RoundStage
{
    /// <summary>It has not opened yet.</summary>
    [JsonStringEnumMemberName("coming")] Coming,

    /// <summary>It has opened, and its result is not there yet.</summary>
    [JsonStringEnumMemberName("open")] Open,

    /// <summary>It has closed, and stays so whatever the register says later.</summary>
    [JsonStringEnumMemberName("closed")] Closed,

    /// <summary>It had closed when the watch first could open it: nobody was asked.</summary>
    [JsonStringEnumMemberName("missed")] Missed,

    /// <summary>It left the register before it closed.</summary>
    [JsonStringEnumMemberName("removed")] Removed,
}
