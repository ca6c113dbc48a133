using Notify.Core.Register;

namespace Notify.Local.Sample;

/// <summary>A steering group: roles, whoever holds them.</summary>
internal sealed record SteeringGroupPlan(string Id, string District, string Name, IReadOnlyList<string> Roles);

/// <summary>
/// The groups that look after agreements. Told in Utlåtande 2016:203: the roles of Östermalm and Älvsjö, who takes part in Norrmalm
/// and Rinkeby-Kista, and that Skärholmen has a working group besides; the usual roles stand for the rest.
/// </summary>
internal static class SteeringGroups
{
    private static readonly string[] Usual = ["Avdelningschef individ och familj", "Enhetschef barn och unga", "Grundskolechef", "Rektor"];

    private static readonly IReadOnlyList<SteeringGroupPlan> Plans =
    [
        OfDistrict("BROMMA", Usual),
        OfDistrict("EAV", Usual),
        OfDistrict("FARSTA", Usual),
        OfDistrict("HL", Usual),
        OfDistrict("HV", Usual),
        OfDistrict("KUNGSHOLMEN", Usual),
        new("SG-NORRAINNERSTADEN", "KUNGSHOLMEN", "Styrgruppen norra innerstaden", ["Avdelningschef Kungsholmen", "Avdelningschef Norrmalm", "Avdelningschef Östermalm", "Företrädare för regionen"]),
        OfDistrict("NORRMALM", ["Enhetschef familjeenheten", "Enhetschef fält och fritid", "Förskolechef", "Rektor grundskola", "Rektor gymnasieskola"]),
        OfDistrict("RK", ["Enhetschef mottagningen", "Enhetschef barn och unga", "Enhetschef förebyggande", "Rektor", "Rektor"]),
        OfDistrict("SKARPNACK", Usual),
        OfDistrict("SKARHOLMEN", [.. Usual, "Förskolechef", "Enhetschef fritid"]),
        new("AG-SKARHOLMEN", "SKARHOLMEN", "Arbetsgruppen för samverkan Skärholmen", ["Socialsekreterare, Mottagningsenheten", "Biträdande rektor", "Kurator", "Fältassistent"]),
        OfDistrict("ST", Usual),
        OfDistrict("SODERMALM", [.. Usual, "Förskolechef"]),
        OfDistrict("ALVSJO", ["Grundskolechef", "Rektor", "Rektor", "Verksamhetsområdeschef socialtjänst och förskola", "Enhetschef barn och familj", "Enhetschef fritid", "Gruppchef närpolisområdet"]),
        OfDistrict("OSTERMALM", ["Stadsdelsdirektör", "Gymnasiechef", "Grundskolechef"]),
    ];

    /// <summary>The id of a district's own group.</summary>
    public static string IdOf(string district) => "SG-" + district;

    /// <summary>One row for each member.</summary>
    public static IReadOnlyList<SteeringGroupMember> Create() =>
    [
        .. Plans.SelectMany(plan => plan.Roles.Select((role, place) => Row(plan, role, place))),
    ];

    private static SteeringGroupPlan OfDistrict(string district, IReadOnlyList<string> roles) =>
        new(IdOf(district), district, "Styrgruppen för samverkan " + SampleDistricts.Of(district).Name, roles);

    private static SteeringGroupMember Row(SteeringGroupPlan plan, string role, int place)
    {
        var district = SampleDistricts.Of(plan.District);
        var person = People.Steering(district, plan.Id == IdOf(plan.District) ? place : 10 + place);
        return new(plan.Id, district.Key, plan.Name, AddressOf(person, role, district), person.Name, role);
    }

    private static EmailAddress AddressOf(Person person, string role, SampleDistrict district) => role switch
    {
        "Stadsdelsdirektör" => district.ToRow().DirectorEmail!.Value,
        "Gruppchef närpolisområdet" => person.At("polis.example"),
        "Företrädare för regionen" => person.At("region.example"),
        _ when IsOfSchool(role) => person.At("utbildning.example"),
        _ => person.At((SampleDistricts.All.FirstOrDefault(d => role.EndsWith(d.Name, StringComparison.Ordinal)) ?? district).Domain),
    };

    private static bool IsOfSchool(string role) =>
        role is "Grundskolechef" or "Gymnasiechef" or "Kurator" || role.Contains("rektor", StringComparison.OrdinalIgnoreCase);
}
