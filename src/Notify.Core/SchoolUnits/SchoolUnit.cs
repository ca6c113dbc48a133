using System.Text.Json.Serialization;
using Notify.Core.Register;

namespace Notify.Core.SchoolUnits;

/// <summary>A school unit as Skolverket's Skolenhetsregister has it.</summary>
/// <param name="Status">Null: planned, it has not begun yet.</param>
/// <param name="Provider">Null: of a kind that has no counterpart here, as a school abroad.</param>
/// <param name="Type">Skolform; <see cref="SchoolType.Other"/> where pupils are adults or it is not known.</param>
/// <param name="IsTeaching">False for those that only collect figures, and for schools abroad.</param>
/// <param name="Email">As written there; it need not be an address.</param>
public sealed record SchoolUnit(
    SchoolUnitCode Code, string Name, SchoolStatus? Status, Provider? Provider, SchoolType Type, bool IsTeaching, string? Email, string? Phone, string? Principal);

/// <summary>A unit as it was last read. Stored under <c>unit:</c> and its code.</summary>
/// <param name="ReadAt">When its details were read.</param>
public sealed record KeptUnit(SchoolUnit Unit, string Municipality, DateTimeOffset ReadAt);

/// <summary>How far the register has been read. Stored as a note of the source.</summary>
/// <param name="Municipality">Its four digits.</param>
/// <param name="Read">The day of the extract that was last read to its end; null: none ever was.</param>
/// <param name="FullRead">When all of it was last read to its end.</param>
/// <param name="Asked">When it was last asked and read to its end.</param>
/// <param name="Began">When the reading began that is not at its end yet; null: none is.</param>
/// <param name="IsFull">Whether that one reads all.</param>
public sealed record UnitReading(string Municipality, DateTimeOffset? Read, DateTimeOffset? FullRead, DateTimeOffset? Asked, DateTimeOffset? Began, bool IsFull);

/// <summary>How they are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptUnit))]
[JsonSerializable(typeof(UnitReading))]
public sealed partial class SchoolUnitJson : JsonSerializerContext;
