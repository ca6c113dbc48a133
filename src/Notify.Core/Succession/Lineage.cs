using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Succession;

/// <summary>Finds where what was a merged district's is now, and where a district's came from.</summary>
public static class Lineage
{
    /// <summary>The district that has taken over in the end; the district itself when it is at work. One store operation, and one for each that took over.</summary>
    public static async Task<DistrictCode> HeirAsync(RegisterStore register, DistrictCode district, CancellationToken ct)
    {
        var passed = new HashSet<DistrictCode>();
        var code = district;
        while (passed.Add(code) && (await register.PointerAsync(code, ct))?.Successor is { } next)
        {
            code = next;
        }

        return code;
    }

    /// <summary>The district, and those that it has taken over from, in whatever generation. One store operation for each.</summary>
    public static async Task<IReadOnlyList<DistrictCode>> OfAsync(IRecordStore store, DistrictCode district, CancellationToken ct)
    {
        var line = new List<DistrictCode> { district };
        for (var i = 0; i < line.Count; i++)
        {
            var taken = await store.ListAsync(line[i].ToString(), SuccessionKeys.DonePrefix, SuccessionJson.Default.DoneInheritance, ct);
            line.AddRange(taken.Select(t => t.Value.From).Except(line));
        }

        return line;
    }
}
