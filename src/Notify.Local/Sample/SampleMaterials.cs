using System.Globalization;
using Notify.Core.Register;

namespace Notify.Local.Sample;

/// <summary>
/// The support material for cooperation: the version of June 2015, which Utlåtande 2016:203 calls the last, and a newer one that
/// we made up, so that there is something to spread.
/// </summary>
internal static class SampleMaterials
{
    private const string Title = "Stödmaterial för samverkan mellan skola och socialtjänst";

    /// <summary>Older first.</summary>
    public static IReadOnlyList<Material> Create(SampleDays days)
    {
        var published = days.In(-20);
        var year = published.Year.ToString(CultureInfo.InvariantCulture);
        return
        [
            new("STODMATERIAL-2015", Title, "juni 2015", new(2015, 6, 15), new("https://stodmaterial.stad.example/2015"), "Den version som gällde när stadsdelarna svarade 2016. Ersatt.", MaterialAudience.All),
            new(
                "STODMATERIAL-" + year,
                Title,
                year,
                published,
                new("https://stodmaterial.stad.example/" + year),
                "Ersätter versionen från juni 2015. Nytt: vem skolan vänder sig till när kontakten byts ut, skolsociala team, och hur fristående skolor deltar. (Påhittad version för exemplet.)",
                MaterialAudience.All),
        ];
    }
}
