using System.Text.Json.Serialization;

namespace Notify.Core.Contacts;

/// <summary>How the watch's records are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SchoolState))]
[JsonSerializable(typeof(ContactState))]
[JsonSerializable(typeof(CoordinatorState))]
[JsonSerializable(typeof(CallRow))]
public sealed partial class ContactsJson : JsonSerializerContext;
