using System.Text.Json.Serialization;

namespace Notify.Core.FollowUps;

/// <summary>How the watch's records are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RoundState))]
[JsonSerializable(typeof(RespondentState))]
public sealed partial class FollowUpsJson : JsonSerializerContext;
