using Notify.Core.Register;

namespace Notify.Local.Sample;

/// <summary>The agreements of all districts.</summary>
internal static class SampleAgreements
{
    /// <summary>In the order of the plans.</summary>
    public static IReadOnlyList<Agreement> Create(IReadOnlyList<School> schools, SampleDays days) =>
        [.. AgreementPlans.All.Select(plan => Row(plan, schools, days))];

    private static Agreement Row(AgreementPlan plan, IReadOnlyList<School> schools, SampleDays days)
    {
        var district = SampleDistricts.Of(plan.District);
        return new(
            plan.Id,
            district.Key,
            plan.Title,
            district.Page("samverkan/" + Slugs.Of(plan.Id)),
            days.In(-plan.Signed),
            plan.Interval,
            plan.Next is { } next ? days.In(next) : null,
            plan.Status,
            plan.SteeringGroup ?? SteeringGroups.IdOf(plan.District),
            plan.RemindDays,
            plan.InformsIndependent ? Independent(schools, district.Key) : [],
            [.. plan.Others.Select(o => SampleDistricts.Of(o).Key)],
            plan.PartOf);
    }

    private static IReadOnlyList<EmailAddress> Independent(IReadOnlyList<School> schools, DistrictCode district) =>
    [
        .. schools
            .Where(s => s.Provider == Provider.Independent && s.Status == SchoolStatus.Active && s.Districts[0] == district)
            .SelectMany(s => s.Addresses.Take(1)),
    ];
}
