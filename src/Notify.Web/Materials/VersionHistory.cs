using Notify.Core.Materials;
using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Web.Materials;

/// <summary>A version of a material and all that is known of its way.</summary>
/// <param name="Material">The register's row; null of a version that is no longer the present one.</param>
/// <param name="Title">The title; of a material that was withdrawn its id.</param>
/// <param name="Rows">Who it is for, if it is the present one; else empty.</param>
/// <param name="Days">What happened on which day, the last first.</param>
/// <param name="Others">The other versions that are known of.</param>
public sealed record VersionHistory(
    VersionName Name, Material? Material, string Title, IReadOnlyList<CoverageRow> Rows, IReadOnlyList<VersionDay> Days, IReadOnlyList<VersionName> Others)
{
    /// <summary>The version with this key; null when nothing is known of it.</summary>
    public static VersionHistory? Find(string key, IReadOnlyCollection<DistrictMaterials> districts)
    {
        var states = districts.SelectMany(d => d.States).ToList();
        var present = districts.SelectMany(d => d.Facts.Published).DistinctBy(m => m.Id).ToList();
        var known = present.Select(VersionName.Of)
            .Concat(states.SelectMany(s => s.Told.Select(t => t.Version).Concat(s.Confirmed.Select(c => c.Version)))).Distinct().ToList();
        if (known.FirstOrDefault(v => MaterialsKeys.Version(v.Material, v.Version) == key) is not { } name)
        {
            return null;
        }

        return new(
            name,
            present.FirstOrDefault(m => VersionName.Of(m) == name),
            present.FirstOrDefault(m => m.Id == name.Material)?.Title ?? name.Material,
            [.. districts.SelectMany(d => d.Rows).Where(r => VersionName.Of(r.Material) == name)],
            VersionDay.Of(name, states),
            [.. known.Where(v => v.Material == name.Material && v != name).OrderByDescending(v => v.Version, StringComparer.Ordinal)]);
    }
}

/// <summary>What happened with a version on a day.</summary>
/// <param name="By">How recipients were told; null: they confirmed, or were reminded.</param>
/// <param name="IsReminder">Whether they were reminded.</param>
public sealed record VersionDay(DateOnly Day, ToldChannel? By, bool IsReminder, int Count)
{
    internal static IReadOnlyList<VersionDay> Of(VersionName version, IReadOnlyCollection<RecipientState> states)
    {
        var told = states.SelectMany(s => s.Told).Where(t => t.Version == version).Select(t => (t.At, By: (ToldChannel?)t.By, false));
        var reminded = states.SelectMany(s => s.Reminded).Where(r => r.Version == version).Select(r => (r.At, By: (ToldChannel?)null, true));
        var confirmed = states.SelectMany(s => s.Confirmed).Where(c => c.Version == version).Select(c => (c.At, By: (ToldChannel?)null, false));
        return
        [
            .. told.Concat(reminded).Concat(confirmed)
                .GroupBy(e => (Day: StockholmTime.DateOf(e.At), e.By, IsReminder: e.Item3))
                .Select(g => new VersionDay(g.Key.Day, g.Key.By, g.Key.IsReminder, g.Count()))
                .OrderByDescending(d => d.Day).ThenBy(d => d.By).ThenBy(d => d.IsReminder),
        ];
    }
}
