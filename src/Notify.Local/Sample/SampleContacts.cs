using System.Globalization;
using Notify.Core.Register;

namespace Notify.Local.Sample;

/// <summary>The contacts of a district: its reception group and those who work in it, its people, its school social team.</summary>
/// <param name="schools">How many schools are divided among people.</param>
internal sealed class SampleContacts(SampleDistrict district, ContactPlan plan, int schools)
{
    /// <summary>How many people have schools of their own.</summary>
    public int Persons { get; } = plan.Division switch
    {
        Division.Reception => 0,
        Division.One => 1,
        _ => (schools + plan.SchoolsEach - 1) / plan.SchoolsEach,
    };

    /// <summary>The id of the reception group.</summary>
    public string Reception => district.Code + "-MOTT";

    /// <summary>The id of the school social team.</summary>
    public string Team => district.Code + "-TEAM";

    /// <summary>The one who was there before somebody, or comes after; where <see cref="ContactTurns"/> has such a turn.</summary>
    public string Successor => Person(Persons);

    /// <summary>The id of the person with the index.</summary>
    public string Person(int index) => string.Create(CultureInfo.InvariantCulture, $"{district.Code}-{index + 1:00}");

    /// <summary>All rows.</summary>
    public IReadOnlyList<Contact> ToRows() =>
    [
        new(Reception, district.Key, plan.Reception, ContactKind.Function, "Mottagning", district.Address("mottagning.barn.unga"), Phones.At(district.Number), null, null),
        .. Enumerable.Range(0, plan.Members).Select(MemberRow),
        .. Enumerable.Range(0, Persons + (ContactTurns.HasSuccessor(district.Code) ? 1 : 0)).Select(PersonRow),
        new(Team, district.Key, "Skolsociala teamet " + district.Name, ContactKind.Function, "Skolfrånvaro", district.Address("skolsociala.teamet"), Phones.At(district.Number + 80), null, null),
    ];

    private Contact MemberRow(int index)
    {
        var person = People.Staff(district, 40 + index);
        var id = string.Create(CultureInfo.InvariantCulture, $"{Reception}-{index + 1}");
        return new(id, district.Key, person.Name, ContactKind.Person, "Socialsekreterare", person.At(district.Domain), Phones.At(70 + index), null, Reception);
    }

    private Contact PersonRow(int index)
    {
        var person = People.Staff(district, index);
        var isRole = district.Model == ContactKind.Role && index == 0;
        return new(
            Person(index),
            district.Key,
            person.Name,
            isRole ? ContactKind.Role : ContactKind.Person,
            plan.Title,
            isRole ? district.Address("skolkontakt") : person.At(district.Domain),
            Phones.At(20 + index),
            null,
            null);
    }
}
