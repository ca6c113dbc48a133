using System.Globalization;
using Notify.Core.Register;
using Notify.Web.Access;

namespace Notify.Web.Layout;

/// <summary>The districts of the register as pages list them: by name.</summary>
public sealed class DistrictList(RegisterStore register)
{
    /// <summary>Compares names as Swedish readers look for them.</summary>
    public static StringComparer ByName { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: true);

    /// <summary>Every district that is in the register now and that the person may see, with its present snapshot.</summary>
    public async Task<IReadOnlyList<DistrictSnapshot>> ReadAsync(PortalUser user, CancellationToken ct)
    {
        var snapshots = new List<DistrictSnapshot>();
        foreach (var code in (await register.DistrictsAsync(ct)).Where(user.Reads.Includes))
        {
            if (await FindAsync(code, ct) is { } snapshot)
            {
                snapshots.Add(snapshot);
            }
        }

        return [.. snapshots.OrderBy(s => s.District.Name, ByName)];
    }

    /// <summary>The district's present snapshot; null when it is not in the register.</summary>
    public async Task<DistrictSnapshot?> FindAsync(DistrictCode code, CancellationToken ct) =>
        await register.PointerAsync(code, ct) is { Closed: false } pointer ? await register.SnapshotAsync(code, pointer, ct) : null;
}
