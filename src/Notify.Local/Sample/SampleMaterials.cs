using System.Globalization;
using Notify.Core.Register;

namespace Notify.Local.Sample;

/// <summary>
/// The support material for cooperation, in a version that we made up, in place of the one of June 2015 which Utlåtande 2016:203 calls
/// the last; and a routine for transitions, after the guidelines of 2013 that it mentions. A new version takes the place of the old
/// one, in the same row: change the version and the day of publication, and everybody is told.
/// </summary>
internal static class SampleMaterials
{
    /// <summary>By id.</summary>
    public static IReadOnlyList<Material> Create(SampleDays days)
    {
        var published = days.In(-20);
        return
        [
            new(
                "OVERGANGAR",
                "Rutin för övergången från förskola till skola",
                "2013",
                new(2013, 9, 2),
                new("https://stodmaterial.stad.example/overgangar"),
                "Vem gör vad när ett barn börjar skolan. (Påhittat innehåll för exemplet.)",
                MaterialAudience.Schools),
            new(
                "STODMATERIAL",
                "Stödmaterial för samverkan mellan skola och socialtjänst",
                published.Year.ToString(CultureInfo.InvariantCulture),
                published,
                new("https://stodmaterial.stad.example/samverkan"),
                "Ersätter versionen från juni 2015. Nytt: vem skolan vänder sig till när kontakten byts ut, skolsociala team, och hur fristående skolor deltar. (Påhittad version för exemplet.)",
                MaterialAudience.All),
        ];
    }
}
