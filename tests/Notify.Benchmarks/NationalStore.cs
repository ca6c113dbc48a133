using System.Globalization;

namespace Notify.Benchmarks;

/// <summary>A store with the national register in it, of which the watch knows everything: where most measurements begin.</summary>
internal static class NationalStore
{
    /// <summary>Makes it in the folder.</summary>
    /// <param name="schools">Null: as many as so many districts have.</param>
    public static async Task<MadeStore> MakeAsync(string folder, int districts, int? schools = null)
    {
        var count = schools ?? National.SchoolsOf(districts);
        string[] size = [districts.ToString(CultureInfo.InvariantCulture), count.ToString(CultureInfo.InvariantCulture)];
        return new(count, await Child.MeasureAsync("fill", folder, size), await Child.MeasureAsync("watch", folder, Step.Imported));
    }
}

/// <summary>What it cost to make the store.</summary>
internal sealed record MadeStore(int Schools, Measurement Import, Measurement FirstWatch);
