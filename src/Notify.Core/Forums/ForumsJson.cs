using System.Text.Json.Serialization;

namespace Notify.Core.Forums;

/// <summary>How the watch's records are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ForumState))]
[JsonSerializable(typeof(InviteeState))]
public sealed partial class ForumsJson : JsonSerializerContext;
