using Notify.Core.Register;
using Notify.Core.SchoolUnits;

namespace Notify.Adapters.Skolverket;

/// <summary>Says in our words what the service says in its own.</summary>
internal static class SkolverketUnit
{
    private const int LongestText = 200;

    /// <summary>The unit; null: the answer lacks what a unit cannot be without.</summary>
    public static SchoolUnit? Of(SchoolUnitCode code, UnitAnswer answer)
    {
        if (answer.Data is not { Attributes: { } unit } || answer.Data.SchoolUnitCode != code.ToString())
        {
            return null;
        }

        var (isKnown, status) = StatusOf(unit.Status);
        var name = Text(unit.DisplayName) ?? Text(unit.SchoolName);
        return name is null || !isKnown ? null : new(
            code, name, status, ProviderOf(answer.Included?.Attributes?.OrganizerType), TypeOf(unit.SchoolTypes ?? []), unit.SchoolUnitType is "SKOLENHET",
            Text(unit.Email), Text(unit.PhoneNumber), Text(unit.HeadMaster));
    }

    private static (bool IsKnown, SchoolStatus? Status) StatusOf(string? status) => status switch
    {
        "AKTIV" => (true, SchoolStatus.Active),
        "VILANDE" => (true, SchoolStatus.Dormant),
        "UPPHORT" => (true, SchoolStatus.Closed),
        "PLANERAD" => (true, null),
        _ => (false, null),
    };

    /// <summary>A federation of municipalities is as a municipality; Sameskolstyrelsen and the special schools are the state's.</summary>
    private static Provider? ProviderOf(string? type) => type switch
    {
        "KOMMUN" or "KOMMFORB" => Provider.Municipal,
        "ENSKILD" => Provider.Independent,
        "REGION" => Provider.Region,
        "STAT" or "SAME" or "SPECIAL" => Provider.State,
        _ => null,
    };

    /// <summary>A unit with both is taken as compulsory: its forums are those with the younger pupils, too.</summary>
    private static SchoolType TypeOf(IReadOnlyList<string?> types) =>
        types.Any(t => t is "GR" or "GRAN" or "FKLASS" or "SP" or "SAM") ? SchoolType.Compulsory
        : types.Any(t => t is "GY" or "GYAN") ? SchoolType.UpperSecondary
        : SchoolType.Other;

    /// <summary>One line without what does not show; null: nothing.</summary>
    private static string? Text(string? text)
    {
        var line = string.Concat((text ?? "").Where(c => !char.IsControl(c))).Trim();
        return line.Length == 0 ? null : line.Length <= LongestText ? line : line[..LongestText];
    }
}
