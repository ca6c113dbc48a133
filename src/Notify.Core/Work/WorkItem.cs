using System.Text.Json;
using System.Text.Json.Serialization;
using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Core.Work;

/// <summary>
/// Which work is to be done, and nothing else: whoever does it reads the truth from the store. As JSON
/// <c>{"job":"contacts","district":"BROMMA"}</c>, or with a <c>notification</c> that alone is to be delivered.
/// </summary>
/// <param name="Job">A name of CONTRACT.md "Jobs".</param>
/// <param name="District">Null: the job is one of the whole city.</param>
/// <param name="Notification">One notification of the district; null: all that the job finds there.</param>
public sealed record WorkItem(string Job, DistrictCode? District = null, NotificationId? Notification = null)
{
    /// <summary>The job that a single notification can be given to.</summary>
    public const string Deliver = "deliver";

    /// <summary>The item that a message says; null when it says none, and never will.</summary>
    public static WorkItem? Read(string message)
    {
        try
        {
            return JsonSerializer.Deserialize(message, WorkJson.Default.WorkItem) is { } item && item.IsMeaningful ? item : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The item as a message.</summary>
    public string Write() => JsonSerializer.Serialize(this, WorkJson.Default.WorkItem);

    [JsonIgnore]
    private bool IsMeaningful =>
        !string.IsNullOrEmpty(Job) && District?.ToString() is null or { Length: > 0 }
        && (Notification is not { } id || (Job == Deliver && id.ToString().Length > 0 && id.District == District));
}

/// <summary>How work is written in a message.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(WorkItem))]
public sealed partial class WorkJson : JsonSerializerContext;
