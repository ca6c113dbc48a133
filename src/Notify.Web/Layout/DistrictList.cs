using System.Globalization;
using Notify.Core.Overview;
using Notify.Core.Register;
using Notify.Web.Access;

namespace Notify.Web.Layout;

/// <summary>A district by name.</summary>
public sealed record DistrictName(DistrictCode Code, string Name);

/// <summary>The districts of the register as pages list them: by name.</summary>
public sealed class DistrictList(RegisterStore register, Glances glances)
{
    /// <summary>
    /// A list that would show the rows of more districts than this asks first which one is meant: nobody reads so many, and no page reads
    /// more than it shows.
    /// </summary>
    public const int MostAtOnce = 25;

    /// <summary>Compares names as Swedish readers look for them.</summary>
    public static StringComparer ByName { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: true);

    /// <summary>Every district that is in the register now and that the person may see, at a glance.</summary>
    public async Task<IReadOnlyList<GlanceWithTrend>> GlancesAsync(PortalUser user, CancellationToken ct)
    {
        var codes = (await register.DistrictsAsync(ct)).Where(user.Reads.Includes).ToList();
        return [.. (await glances.ReadAsync(codes, ct)).OrderBy(g => g.Glance.Name, ByName)];
    }

    /// <summary>What a list has to choose from, and which districts it shows.</summary>
    /// <param name="asked">The district asked for; null: none.</param>
    public async Task<DistrictChoice> ChooseAsync(PortalUser user, DistrictCode? asked, CancellationToken ct)
    {
        var all = (await GlancesAsync(user, ct)).Select(g => g.Glance).ToList();
        var shown = asked is { } one ? all.Where(g => g.Code == one) : all.Count <= MostAtOnce ? all : [];
        return new(all, [.. shown.Select(g => g.Code)]);
    }

    /// <summary>The district's present snapshot; null when it is not in the register.</summary>
    public async Task<DistrictSnapshot?> FindAsync(DistrictCode code, CancellationToken ct) =>
        await register.PointerAsync(code, ct) is { Closed: false } pointer ? await register.SnapshotAsync(code, pointer, ct) : null;

    /// <summary>The present snapshots of the districts that a list shows.</summary>
    public async Task<IReadOnlyList<DistrictSnapshot>> SnapshotsAsync(DistrictChoice choice, CancellationToken ct)
    {
        var snapshots = new List<DistrictSnapshot>();
        foreach (var code in choice.Shown)
        {
            snapshots.AddRange(await FindAsync(code, ct) is { } snapshot ? [snapshot] : []);
        }

        return snapshots;
    }
}

/// <summary>The districts that a person may see, and those of them whose rows a list shows.</summary>
/// <param name="All">By name.</param>
/// <param name="Shown">Empty when one must be chosen first, see <see cref="DistrictList.MostAtOnce"/>.</param>
public sealed record DistrictChoice(IReadOnlyList<DistrictGlance> All, IReadOnlyList<DistrictCode> Shown)
{
    /// <summary>Whether the list must ask for a district before it shows rows.</summary>
    public bool MustChoose => Shown.Count == 0 && All.Count > 0;

    /// <summary>Their names, for a filter.</summary>
    public IReadOnlyList<DistrictName> Names => [.. All.Select(g => new DistrictName(g.Code, g.Name))];
}
