using System.Text.Json.Serialization;

namespace Notify.Core.Agreements;

/// <summary>How often the watch has had something to say: the sequence number of its mails. Stored under <see cref="AgreementsKeys.Count"/>.</summary>
public sealed record SayingCount(long Sequence);

/// <summary>How the watch's records are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AgreementState))]
[JsonSerializable(typeof(SayingCount))]
public sealed partial class AgreementsJson : JsonSerializerContext;
