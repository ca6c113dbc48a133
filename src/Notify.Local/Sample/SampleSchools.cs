using System.Globalization;
using Notify.Core.Register;

namespace Notify.Local.Sample;

/// <summary>Which sort of unit of a district is meant.</summary>
internal enum SampleKind
{
    Named,
    Municipal,
    Independent,
    UpperSecondary,
    Preschool,
}

/// <summary>The schools of all districts.</summary>
internal static class SampleSchools
{
    /// <summary>District by district, as <see cref="SampleDistricts"/> has them.</summary>
    public static IReadOnlyList<School> Create() =>
        [.. Units().Select((unit, place) => unit.ToRow(place))];

    private static IEnumerable<Unit> Units()
    {
        var taken = new Dictionary<SampleKind, int>();
        foreach (var district in SampleDistricts.All)
        {
            var named = NamedSchools.All.Where(s => s.District == district.Code).ToList();
            var number = 0;
            for (var i = 0; i < named.Count; i++)
            {
                yield return new(district, SampleKind.Named, i, ++number, named[i]);
            }

            foreach (var (kind, count) in KindsOf(district.Units))
            {
                number = kind == SampleKind.Preschool ? 0 : number;
                for (var i = 0; i < count; i++)
                {
                    var index = taken[kind] = taken.GetValueOrDefault(kind, -1) + 1;
                    yield return new(district, kind, i, ++number, Invent(district.Code, kind, i, index));
                }
            }
        }
    }

    private static IEnumerable<(SampleKind Kind, int Count)> KindsOf(SampleUnits units) =>
    [
        (SampleKind.Municipal, units.Municipal),
        (SampleKind.Independent, units.Independent),
        (SampleKind.UpperSecondary, units.UpperSecondary),
        (SampleKind.Preschool, units.Preschools),
    ];

    private static NamedSchool Invent(string district, SampleKind kind, int place, int index) => kind switch
    {
        SampleKind.Municipal => new(district, InventedNames.Municipal.At(index) + " skola", Provider.Municipal, SchoolType.Compulsory),
        SampleKind.Independent => new(district, InventedNames.Independent.At(index), Provider.Independent, SchoolType.Compulsory),
        SampleKind.UpperSecondary => new(district, InventedNames.UpperSecondary.At(index), place % 2 == 0 ? Provider.Municipal : Provider.Independent, SchoolType.UpperSecondary),
        _ => new(district, "Förskolan " + InventedNames.Preschools.At(index), place % 5 < 3 ? Provider.Municipal : Provider.Independent, SchoolType.Preschool),
    };

    /// <param name="Place">Its place among those of its kind in the district.</param>
    /// <param name="Number">Stands in its code.</param>
    private sealed record Unit(SampleDistrict District, SampleKind Kind, int Place, int Number, NamedSchool Told)
    {
        private bool IsPreschool => Told.Type == SchoolType.Preschool;

        private string Domain => IsPreschool
            ? Slugs.Of(Told.Name.Replace("Förskolan ", string.Empty, StringComparison.Ordinal)) + ".forskola.example"
            : Slugs.Of(Told.Name.EndsWith(" skola", StringComparison.Ordinal) ? Told.Name[..^" skola".Length] : Told.Name) + ".skola.example";

        public School ToRow(int index)
        {
            var principal = People.Principal(index);
            var hasAddress = SchoolMarks.HasAddress(District.Code, Kind, Place);
            var isIndependent = Told.Provider == Provider.Independent;
            return new(
                Code(),
                Told.Name,
                Told.Provider,
                Told.Type,
                principal.Name,
                hasAddress ? principal.At(Domain) : null,
                hasAddress && (!IsPreschool || Place % 2 == 0) ? EmailAddress.Parse((IsPreschool ? "forskolan@" : "expedition@") + Domain) : null,
                Phones.At(index + 20),
                OwnerName(),
                isIndependent && hasAddress ? EmailAddress.Parse("huvudman@" + Domain) : null,
                Districts(),
                SchoolMarks.Programmes(District.Code, Kind, Place, Told.Name),
                SchoolMarks.Status(District.Code, Kind, Place),
                Told.Pupils ?? Pupils(index));
        }

        private SchoolUnitCode Code() => SchoolUnitCode.Parse(IsPreschool
            ? string.Create(CultureInfo.InvariantCulture, $"FSK-{District.Short}-{Number:000}")
            : string.Create(CultureInfo.InvariantCulture, $"99{District.Number:00}{Number:0000}"));

        private IReadOnlyList<DistrictCode> Districts() =>
            SchoolMarks.Further(District.Code, Kind, Place, Told.Name) is { } further
                ? [District.Key, SampleDistricts.Of(further).Key]
                : [District.Key];

        private string OwnerName() => Told.Provider switch
        {
            Provider.Municipal when IsPreschool => District.Name + "s stadsdelsnämnd",
            Provider.Municipal => "Utbildningsnämnden",
            Provider.Independent => "Huvudmannen för " + Told.Name,
            Provider.State => "Staten",
            _ => "Regionen",
        };

        private int Pupils(int index) => Told.Type switch
        {
            SchoolType.Preschool => 36 + (index * 7 % 72),
            SchoolType.UpperSecondary => 240 + (index * 53 % 660),
            SchoolType.Other => 60 + (index * 7 % 60),
            _ when Told.Provider == Provider.Independent => 90 + (index * 41 % 420),
            _ => 210 + (index * 37 % 560),
        };
    }
}
