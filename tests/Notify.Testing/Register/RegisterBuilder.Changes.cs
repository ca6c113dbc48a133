using Notify.Core.Register;

namespace Notify.Testing.Register;

public sealed partial class RegisterBuilder
{
    /// <summary>Changes the district's row.</summary>
    public RegisterBuilder ChangeDistrict(string code, Func<District, District> change) =>
        With(c => c with { Districts = [.. c.Districts!.Select(d => d.Code.ToString() == code ? change(d) : d)] });

    /// <summary>Changes the school's row.</summary>
    public RegisterBuilder ChangeSchool(string code, Func<School, School> change) =>
        With(c => c with { Schools = [.. c.Schools!.Select(s => s.Code.ToString() == code ? change(s) : s)] });

    /// <summary>Changes the contact's row.</summary>
    public RegisterBuilder ChangeContact(string id, Func<Contact, Contact> change) =>
        With(c => c with { Contacts = [.. c.Contacts!.Select(r => r.Id == id ? change(r) : r)] });

    /// <summary>Changes the forum's row.</summary>
    public RegisterBuilder ChangeForum(string id, Func<Forum, Forum> change) =>
        With(c => c with { Forums = [.. c.Forums!.Select(f => f.Id == id ? change(f) : f)] });

    /// <summary>Removes the forum, and the record of who came.</summary>
    public RegisterBuilder WithoutForum(string id) => With(c => c with
    {
        Forums = [.. c.Forums!.Where(f => f.Id != id)],
        Attendance = [.. c.Attendance!.Where(a => a.Forum != id)],
    });

    /// <summary>Changes the contact's assignments, at one school or at all.</summary>
    public RegisterBuilder ChangeAssignments(string contact, Func<Assignment, Assignment> change, string? school = null) =>
        With(c => c with { Assignments = [.. c.Assignments!.Select(a => Is(a, contact, school) ? change(a) : a)] });

    /// <summary>Ends the contact's assignments on the day, their last.</summary>
    public RegisterBuilder End(string contact, string until, string? school = null) =>
        ChangeAssignments(contact, a => a with { Until = Day(until) }, school);

    /// <summary>Removes the contact's assignments, at one school or at all.</summary>
    public RegisterBuilder Unassign(string contact, string? school = null) =>
        With(c => c with { Assignments = [.. c.Assignments!.Where(a => !Is(a, contact, school))] });

    /// <summary>Puts one contact in the place of another, at one school or at all.</summary>
    public RegisterBuilder Replace(string contact, string successor, string? school = null) =>
        ChangeAssignments(contact, a => a with { Contact = successor }, school);

    /// <summary>Removes the contact and its assignments.</summary>
    public RegisterBuilder WithoutContact(string id) =>
        Unassign(id).With(c => c with { Contacts = [.. c.Contacts!.Where(r => r.Id != id)] });

    /// <summary>Removes the school and all that concerns it.</summary>
    public RegisterBuilder WithoutSchool(string code) => With(c => c with
    {
        Schools = [.. c.Schools!.Where(s => s.Code.ToString() != code)],
        Assignments = [.. c.Assignments!.Where(a => a.School.ToString() != code)],
        Attendance = [.. c.Attendance!.Where(a => a.School.ToString() != code)],
    });

    /// <summary>Removes the district, its own rows, and the schools that were in no other.</summary>
    public RegisterBuilder WithoutDistrict(string code)
    {
        var district = DistrictCode.Parse(code);
        var kept = _content.Schools!.Select(s => s with { Districts = [.. s.Districts.Where(d => d != district)] }).Where(s => s.Districts.Count > 0);
        var codes = kept.Select(s => s.Code).ToHashSet();
        var forums = _content.Forums!.Where(f => f.District == district).Select(f => f.Id).ToHashSet();
        return With(c => c with
        {
            Districts = [.. c.Districts!.Where(d => d.Code != district)],
            Schools = [.. kept],
            Contacts = [.. c.Contacts!.Where(r => r.District != district)],
            Assignments = [.. c.Assignments!.Where(a => a.District != district && codes.Contains(a.School))],
            Agreements = [.. c.Agreements!.Where(a => a.District != district)],
            SteeringGroups = [.. c.SteeringGroups!.Where(g => g.District != district)],
            Forums = [.. c.Forums!.Where(f => f.District != district)],
            Attendance = [.. c.Attendance!.Where(a => !forums.Contains(a.Forum) && codes.Contains(a.School))],
            FollowUps = [.. c.FollowUps!.Where(f => f.District != district)],
        });
    }

    private static bool Is(Assignment assignment, string contact, string? school) =>
        assignment.Contact == contact && (school is null || assignment.School.ToString() == school);
}
