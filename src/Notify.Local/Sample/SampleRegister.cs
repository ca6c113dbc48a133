using Notify.Core.FollowUps;
using Notify.Core.Register;

namespace Notify.Local.Sample;

/// <summary>
/// The register that an empty installation begins with: the fourteen districts of Stockholm as its documents of 2016 describe
/// them, with invented schools and people. Nothing in it can be reached: every address ends in <c>.example</c>, and the phones are
/// numbers kept free for fiction.
/// </summary>
public static class SampleRegister
{
    /// <summary>The whole register. Pure: the same day gives the same rows.</summary>
    /// <param name="today">The day from which agreements, forums and the like are counted.</param>
    public static RegisterContent Create(DateOnly today)
    {
        var days = new SampleDays(today);
        var schools = SampleSchools.Create();
        var forums = SampleForums.Create(days);
        var contacts = ContactPlans.All.Select(plan => ContactsOf(plan, schools, days)).ToList();
        return new()
        {
            Districts = [.. SampleDistricts.All.Select(d => d.ToRow())],
            Schools = schools,
            Contacts = [.. contacts.SelectMany(c => c.Contacts)],
            Assignments = [.. contacts.SelectMany(c => c.Assignments)],
            Agreements = SampleAgreements.Create(schools, days),
            SteeringGroups = SteeringGroups.Create(),
            Forums = forums,
            Attendance = SampleAttendance.Create(forums, schools),
            Materials = SampleMaterials.Create(days),
            Questionnaires = DefaultQuestionnaire.Rows,
            FollowUps = SampleFollowUps.Create(days),
        };
    }

    private static (IReadOnlyList<Contact> Contacts, IReadOnlyList<Assignment> Assignments) ContactsOf(ContactPlan plan, IReadOnlyList<School> schools, SampleDays days)
    {
        var district = SampleDistricts.Of(plan.District);
        var own = schools
            .Where(s => s.Status == SchoolStatus.Active && s.Districts.Contains(district.Key))
            .OrderBy(s => plan.IsForPeople(s) ? 0 : 1)
            .ThenBy(s => s.Districts[0] == district.Key ? 0 : 1)
            .ToList();
        var contacts = new SampleContacts(district, plan, own.Count(plan.IsForPeople));
        return (contacts.ToRows(), new SampleAssignments(district, plan, contacts, own, days).ToRows());
    }
}
