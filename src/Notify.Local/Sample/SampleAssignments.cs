using Notify.Core.Register;

namespace Notify.Local.Sample;

/// <summary>Which contacts the schools of a district have.</summary>
/// <param name="schools">Those at work that list the district; those divided among people come first.</param>
internal sealed class SampleAssignments(SampleDistrict district, ContactPlan plan, SampleContacts contacts, IReadOnlyList<School> schools, SampleDays days)
{
    /// <summary>All rows.</summary>
    public IReadOnlyList<Assignment> ToRows() => [.. schools.SelectMany((school, place) => Of(school, place))];

    private IEnumerable<Assignment> Of(School school, int place) =>
    [
        .. Primary(school, place),
        .. Deputy(school, place),
        .. school.SchoolType == SchoolType.Compulsory ? [Row(school, contacts.Team, AssignmentRole.Team)] : Array.Empty<Assignment>(),
    ];

    private IEnumerable<Assignment> Primary(School school, int place)
    {
        var contact = ContactOf(school, place);
        var (turn, after) = ContactTurns.Of(district.Code, place);
        var day = days.In(after);
        return turn switch
        {
            Turn.NeverNamed => [],
            Turn.Left => [Row(school, contact, until: day)],
            Turn.Came => [Row(school, contacts.Successor, until: day.AddDays(-1)), Row(school, contact, from: day)],
            Turn.Comes => [Row(school, contact, until: day.AddDays(-1)), Row(school, contacts.Successor, from: day)],
            _ => [Row(school, contact, from: place % 3 == 1 ? days.In(-100 - (place * 7)) : null)],
        };
    }

    private IEnumerable<Assignment> Deputy(School school, int place)
    {
        if (ContactTurns.Of(district.Code, place).Turn is Turn.NeverNamed or Turn.Left or Turn.Alone || ContactOf(school, place) == contacts.Reception)
        {
            return [];
        }

        var deputy = plan.Division == Division.PeopleInPairs ? contacts.Person((place + 1) % contacts.Persons) : contacts.Reception;
        return [Row(school, deputy, AssignmentRole.Deputy)];
    }

    private string ContactOf(School school, int place) => plan.Division switch
    {
        _ when !plan.IsForPeople(school) => contacts.Reception,
        Division.One => contacts.Person(0),
        _ => contacts.Person(place / plan.SchoolsEach),
    };

    private Assignment Row(School school, string contact, AssignmentRole role = AssignmentRole.Primary, DateOnly? from = null, DateOnly? until = null) =>
        new(district.Key, school.Code, contact, role, from, until);
}
