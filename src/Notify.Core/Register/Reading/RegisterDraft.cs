using Notify.Core.Register.Reading.Tables;

namespace Notify.Core.Register.Reading;

/// <summary>All tables of a run, read but not yet held against each other.</summary>
internal sealed record RegisterDraft(
    TableRows<District> Districts,
    TableRows<School> Schools,
    TableRows<Contact> Contacts,
    TableRows<Assignment> Assignments,
    TableRows<Agreement> Agreements,
    TableRows<SteeringGroupMember> SteeringGroups,
    TableRows<Forum> Forums,
    TableRows<Attendance> Attendance,
    TableRows<Material> Materials,
    TableRows<QuestionnaireStatement> Questionnaires,
    TableRows<FollowUp> FollowUps)
{
    public static RegisterDraft Read(TableReader reader, RegisterContent held) => new(
        reader.Read(DistrictTable.Layout, held.Districts),
        reader.Read(SchoolTable.Layout, held.Schools),
        reader.Read(ContactTable.Layout, held.Contacts),
        reader.Read(AssignmentTable.Layout, held.Assignments),
        reader.Read(AgreementTable.Layout, held.Agreements),
        reader.Read(SteeringGroupTable.Layout, held.SteeringGroups),
        reader.Read(ForumTable.Layout, held.Forums),
        reader.Read(AttendanceTable.Layout, held.Attendance),
        reader.Read(MaterialTable.Layout, held.Materials),
        reader.Read(QuestionnaireTable.Layout, held.Questionnaires),
        reader.Read(FollowUpTable.Layout, held.FollowUps));

    public RegisterContent Content() => new()
    {
        Districts = Districts.Values,
        Schools = Schools.Values,
        Contacts = Contacts.Values,
        Assignments = Assignments.Values,
        Agreements = Agreements.Values,
        SteeringGroups = SteeringGroups.Values,
        Forums = Forums.Values,
        Attendance = Attendance.Values,
        Materials = Materials.Values,
        Questionnaires = Questionnaires.Values,
        FollowUps = FollowUps.Values,
    };
}
