using System.Text.Json.Serialization;
using Notify.Core.Register;

namespace Notify.Core.Audit;

/// <summary>What a person did to what Notify keeps. Stored in the system's partition, by time.</summary>
/// <param name="Id">The row's own; sorts by time.</param>
/// <param name="Who">As the sign-in names the person.</param>
/// <param name="Action">Dotted words, as <c>notification.hold</c>.</param>
/// <param name="Path">The address it was done at: which item.</param>
/// <param name="District">Null: it concerns the whole municipality.</param>
/// <param name="Detail">What was chosen or written; may be empty.</param>
public sealed record AuditRow(
    string Id, DateTimeOffset At, string Who, string Action, string Path, DistrictCode? District, string Detail, AuditOutcome Outcome);

/// <summary>What came of it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AuditOutcome>))]
public enum AuditOutcome
{
    /// <summary>It was begun; a process that ended in the middle never said how it went.</summary>
    [JsonStringEnumMemberName("begun")] Begun,

    /// <summary>It was done.</summary>
    [JsonStringEnumMemberName("done")] Done,

    /// <summary>There was nothing to do, or it was not allowed; nothing was changed.</summary>
    [JsonStringEnumMemberName("refused")] Refused,

    /// <summary>It failed.</summary>
    [JsonStringEnumMemberName("failed")] Failed,
}

/// <summary>How rows are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AuditRow))]
internal sealed partial class AuditJson : JsonSerializerContext;
