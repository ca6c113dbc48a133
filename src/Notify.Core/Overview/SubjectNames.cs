using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.FollowUps;
using Notify.Core.Forums;
using Notify.Core.Materials;
using Notify.Core.Register;

namespace Notify.Core.Overview;

/// <summary>What a notification is about, by name.</summary>
public static class SubjectNames
{
    /// <summary>
    /// The school's name for <c>school:…</c>, the title for <c>agreement:…</c>, <c>forum:…</c> and <c>followup:…</c>, the district's name
    /// for what is about the district, else nothing.
    /// </summary>
    public static string Of(string subject, DistrictSnapshot snapshot) => ContactsKeys.SchoolIn(subject) is { } school
        ? snapshot.Schools.FirstOrDefault(s => s.Code == school)?.Name ?? school.ToString()
        : AgreementsKeys.AgreementIn(subject) is { } agreement ? snapshot.Agreements.FirstOrDefault(a => a.Id == agreement)?.Title ?? agreement
        : ForumsKeys.ForumIn(subject) is { } forum ? snapshot.Forums.FirstOrDefault(f => f.Id == forum)?.Title ?? forum
        : FollowUpsKeys.RoundIn(subject) is { } round ? snapshot.FollowUps.FirstOrDefault(f => f.Id == round)?.Title ?? round
        : subject.StartsWith("agreements:", StringComparison.Ordinal) || subject.StartsWith("materials:", StringComparison.Ordinal) || subject.StartsWith("district:", StringComparison.Ordinal) ? snapshot.District.Name
        : snapshot.Contacts.FirstOrDefault(c => MaterialsKeys.OfContact(c.Id) == subject)?.Name ?? "";
}
