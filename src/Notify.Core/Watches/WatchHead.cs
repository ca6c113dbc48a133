using System.Text.Json.Serialization;

namespace Notify.Core.Watches;

/// <summary>What a watch has seen of a district. Stored under <see cref="WatchKeys.Head"/>.</summary>
/// <param name="Version">The register version it was run for last.</param>
/// <param name="Rules">A hash of the options and rules it was run with.</param>
/// <param name="NextDue">When it must run again although nothing changes; null: never.</param>
public sealed record WatchHead(long Version, string Rules, DateTimeOffset? NextDue);

/// <summary>How it is stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WatchHead))]
public sealed partial class WatchHeadJson : JsonSerializerContext;
