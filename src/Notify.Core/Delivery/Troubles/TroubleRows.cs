using System.Text.Json;
using System.Text.Json.Serialization;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Delivery.Troubles;

/// <summary>An address to which nothing is sent any more, in one district, until the register changes it.</summary>
/// <param name="Notification">The mail that showed it.</param>
/// <param name="SeenIn">The latest version of the register in which the address is known to stand; null: not looked for yet.</param>
public sealed record DeadAddress(EmailAddress Address, string Reason, DateTimeOffset At, NotificationId Notification, long? SeenIn);

/// <summary>That a mail did not reach an address, and the coordinator has not been told yet.</summary>
public sealed record DeliveryProblem(NotificationId Notification, EmailAddress Address, DateTimeOffset At);

/// <summary>What is kept of the mails that tell the coordinator of problems.</summary>
/// <param name="Sequence">Rises with every such mail.</param>
public sealed record ReportMark(long Sequence);

/// <summary>Where they are stored, in the district's partition: all under one prefix, so that one scan reads them.</summary>
public static class TroubleKeys
{
    /// <summary>Prefix of all of them.</summary>
    public const string Prefix = "delivery:";

    /// <summary>Prefix of dead addresses.</summary>
    public const string DeadPrefix = "delivery:dead:";

    /// <summary>Prefix of problems that are not told yet.</summary>
    public const string ProblemPrefix = "delivery:problem:";

    /// <summary>The mark of the mails to the coordinator.</summary>
    public const string Report = "delivery:report";

    /// <summary>The key of a dead address.</summary>
    public static string Dead(EmailAddress address) => DeadPrefix + RecordKey.Hash(address.ToString().ToLowerInvariant());

    /// <summary>The key of a problem: one for each mail and address.</summary>
    public static string Problem(NotificationId id, EmailAddress address) =>
        ProblemPrefix + RecordKey.Hash($"{id}\n{address.ToString().ToLowerInvariant()}");
}

/// <summary>How troubles are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeadAddress))]
[JsonSerializable(typeof(DeliveryProblem))]
[JsonSerializable(typeof(ReportMark))]
public sealed partial class TroubleJson : JsonSerializerContext
{
    internal static RecordChange Put(DeadAddress dead) =>
        new RecordChange.Put(TroubleKeys.Dead(dead.Address), JsonSerializer.Serialize(dead, Default.DeadAddress));

    internal static RecordChange Put(DeliveryProblem problem) =>
        new RecordChange.Put(TroubleKeys.Problem(problem.Notification, problem.Address), JsonSerializer.Serialize(problem, Default.DeliveryProblem));
}
