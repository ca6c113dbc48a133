using System.Text.Json.Serialization;
using Notify.Core.Register;

namespace Notify.Core.Succession;

/// <summary>That a district is to take over what the watches know of a merged one. Stored under <see cref="SuccessionKeys.Due"/> until it is done.</summary>
/// <param name="From">The merged district.</param>
/// <param name="Version">The version of its register in which it is merged.</param>
/// <param name="HeirVersion">The version of the successor's register from which it has the schools.</param>
/// <param name="Step">Rises with every commit of the move, so that only one process at a time goes on with it.</param>
public sealed record DueInheritance(DistrictCode From, long Version, long HeirVersion, int Step = 0);

/// <summary>That a district has taken over what the watches knew of a merged one. Stored under <see cref="SuccessionKeys.Done"/>, for ever.</summary>
/// <inheritdoc cref="DueInheritance"/>
public sealed record DoneInheritance(DistrictCode From, long Version, DateTimeOffset At);

/// <summary>How they are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DueInheritance))]
[JsonSerializable(typeof(DoneInheritance))]
public sealed partial class SuccessionJson : JsonSerializerContext;
