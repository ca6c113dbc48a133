using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Notify.Core.Register;

/// <summary>The form in which the register is stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DistrictSnapshot))]
[JsonSerializable(typeof(SnapshotChunk))]
[JsonSerializable(typeof(RegisterPointer))]
[JsonSerializable(typeof(RegisterIntent))]
[JsonSerializable(typeof(RegisterGeneration))]
[JsonSerializable(typeof(AssignmentRecord))]
[JsonSerializable(typeof(AgreementRecord))]
[JsonSerializable(typeof(ContinuityRecord))]
internal sealed partial class RegisterJson : JsonSerializerContext
{
    public static T Read<T>(string json, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(json, type) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");

    public static string Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);
}
