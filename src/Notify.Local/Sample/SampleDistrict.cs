using Notify.Core.Register;

namespace Notify.Local.Sample;

/// <summary>A district of the sample, and how many units it has.</summary>
/// <param name="Number">Stands in its invented unit codes: 99, number, sequence.</param>
/// <param name="Code">Its code in the register.</param>
/// <param name="Short">Stands in the codes of its preschools.</param>
/// <param name="Slug">Its part of addresses.</param>
/// <param name="Model">How its schools find a contact.</param>
/// <param name="Units">How many units are invented for it, besides <see cref="NamedSchools"/>.</param>
internal sealed record SampleDistrict(int Number, string Code, string Short, string Name, string Slug, ContactKind Model, SampleUnits Units)
{
    /// <summary>Forums promised for each term, where the documents say so.</summary>
    public IReadOnlyDictionary<ForumKind, int> Promised { get; init; } = new Dictionary<ForumKind, int>();

    /// <summary>The code as the register has it.</summary>
    public DistrictCode Key => DistrictCode.Parse(Code);

    /// <summary>Where everybody of the district has mail.</summary>
    public string Domain => Slug + ".stadsdel.example";

    /// <summary>An address of the district.</summary>
    public EmailAddress Address(string local) => EmailAddress.Parse($"{local}@{Domain}");

    /// <summary>Its page in the world of the sample.</summary>
    public Uri Page(string path) => new($"https://{Domain}/{path}");

    /// <summary>Its row in the register.</summary>
    public District ToRow() => new(
        Key,
        Name,
        Address("samordnare.skola"),
        Address("skolsamverkan"),
        Address("stadsdelsdirektor"),
        "Mottagningen barn och unga " + Name,
        Address("mottagning.barn.unga"),
        Phones.At(Number),
        Language.Swedish,
        Model,
        Promised);
}

/// <summary>How many units of each sort are invented for a district; upper secondary schools are municipal and independent in turn.</summary>
internal sealed record SampleUnits(int Municipal, int Independent, int UpperSecondary, int Preschools);
