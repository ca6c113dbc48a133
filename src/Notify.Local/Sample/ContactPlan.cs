using Notify.Core.Register;

namespace Notify.Local.Sample;

/// <summary>How a district divides its schools among its contacts.</summary>
internal enum Division
{
    /// <summary>The reception group serves every school.</summary>
    Reception,

    /// <summary>Each person has some schools; the reception group steps in.</summary>
    People,

    /// <summary>As <see cref="People"/>, but it is a neighbour who steps in.</summary>
    PeopleInPairs,

    /// <summary>Persons for municipal schools, the reception group for all others.</summary>
    PeopleOrReception,

    /// <summary>One person, or the holder of one role, serves every school; the reception group steps in.</summary>
    One,
}

/// <summary>The contacts of a district.</summary>
/// <param name="Reception">Name of its reception group, a function with an address of its own.</param>
/// <param name="Members">How many work in it.</param>
/// <param name="SchoolsEach">For a division among people.</param>
/// <param name="Title">What a contact who is no function is called.</param>
internal sealed record ContactPlan(string District, string Reception, int Members, Division Division, int SchoolsEach, string Title)
{
    /// <summary>Whether it is a person that the school turns to first.</summary>
    public bool IsForPeople(School school) => Division switch
    {
        Division.Reception => false,
        Division.PeopleOrReception => school.Provider == Provider.Municipal,
        _ => true,
    };
}
