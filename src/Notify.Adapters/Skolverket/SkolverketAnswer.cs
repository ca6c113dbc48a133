using System.Text.Json.Serialization;

namespace Notify.Adapters.Skolverket;

/// <summary>What <c>GET /v2/school-units</c> answers; fields that nobody needs are left out.</summary>
internal sealed record UnitsAnswer(UnitsMeta? Meta, UnitsData? Data);

internal sealed record UnitsMeta(DateTimeOffset? ExtractDate);

internal sealed record UnitsData(IReadOnlyList<UnitRow?>? Attributes);

internal sealed record UnitRow(string? SchoolUnitCode, string? Name, string? Status);

/// <summary>What <c>GET /v2/school-units/{code}</c> answers.</summary>
internal sealed record UnitAnswer(UnitData? Data, UnitOrganizer? Included);

internal sealed record UnitData(string? SchoolUnitCode, UnitAttributes? Attributes);

internal sealed record UnitAttributes(
    string? DisplayName, string? SchoolName, string? Status, string? SchoolUnitType, IReadOnlyList<string?>? SchoolTypes, string? Email, string? PhoneNumber, string? HeadMaster);

internal sealed record UnitOrganizer(OrganizerAttributes? Attributes);

internal sealed record OrganizerAttributes(string? OrganizerType);

/// <summary>How they are read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(UnitsAnswer))]
[JsonSerializable(typeof(UnitAnswer))]
internal sealed partial class SkolverketJson : JsonSerializerContext;
