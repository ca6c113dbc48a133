using System.Text.Json.Serialization;

namespace Notify.Core.Agreements;

/// <summary>How the watch's records are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AgreementState))]
public sealed partial class AgreementsJson : JsonSerializerContext;
