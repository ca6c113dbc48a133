using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.FollowUps;
using Notify.Core.FollowUps.Results;
using Notify.Core.Forums;
using Notify.Core.Materials;

namespace Notify.Core.Overview;

/// <summary>The five proofs over districts. Pure.</summary>
public sealed record CityGlance(ContactsProof Contacts, AgreementsProof Agreements, Participation Forums, MaterialsProof Materials, FollowUpsProof FollowUps)
{
    /// <summary>The proofs over the districts' glances.</summary>
    public static CityGlance Of(IReadOnlyCollection<DistrictGlance> districts) => new(
        ContactsOf(districts),
        new(districts.Sum(d => d.Agreements.InForce), districts.Sum(d => d.Agreements.Overdue), districts.Sum(d => d.Agreements.OverdueDays)),
        Participation.Of(districts.SelectMany(d => d.Schools)),
        new(districts.Sum(d => d.Materials.Audience), districts.Sum(d => d.Materials.Told), districts.Sum(d => d.Materials.Confirmed)),
        FollowUpsProof.Sum(
            [.. districts.Select(d => d.FollowUps)],
            districts.SelectMany(d => d.ClosedRounds.Where(r => r.Result is not null).Select(r => new ClosedRound(d.Code, r, r.Result!)))));

    /// <summary>A school that several of the districts have counts once, and as told when all of them have told it.</summary>
    private static ContactsProof ContactsOf(IReadOnlyCollection<DistrictGlance> districts)
    {
        var shared = districts.SelectMany(d => d.SharedSchools).ToList();
        var schools = shared.GroupBy(s => s.School).ToList();
        return new(
            districts.Sum(d => d.Contacts.Schools) - shared.Count + schools.Count,
            districts.Sum(d => d.Contacts.Told) - shared.Count(s => s.IsTold) + schools.Count(s => s.All(x => x.IsTold)),
            districts.Sum(d => d.Contacts.Confirmed) - shared.Count(s => s.IsConfirmed) + schools.Count(s => s.All(x => x.IsConfirmed)));
    }
}
