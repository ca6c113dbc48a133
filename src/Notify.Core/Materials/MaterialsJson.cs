using System.Text.Json.Serialization;

namespace Notify.Core.Materials;

/// <summary>How the watch's records are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RecipientState))]
public sealed partial class MaterialsJson : JsonSerializerContext;
