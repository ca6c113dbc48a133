using System.Text.Json.Serialization;

namespace Notify.Core.Agreements;

/// <summary>What a member of the steering group answered to a reminder.</summary>
/// <param name="Day">The next revision day; with <see cref="AnswerKind.UnderWay"/> the day on which the revision is expected.</param>
/// <param name="By">Who answered, as the member named himself or herself.</param>
/// <param name="Registered">The revision day that the register gave then, which the answer takes the place of.</param>
public sealed record AgreementAnswer(AnswerKind Kind, DateOnly Day, string By, DateTimeOffset At, DateOnly Registered);

/// <summary>The three answers (SEED-FACTS C19).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerKind>))]
public enum AnswerKind
{
    /// <summary>It was gone through and stays as it is.</summary>
    [JsonStringEnumMemberName("unchanged")] Unchanged,

    /// <summary>It was revised.</summary>
    [JsonStringEnumMemberName("revised")] Revised,

    /// <summary>The work goes on.</summary>
    [JsonStringEnumMemberName("under-way")] UnderWay,
}
