using Notify.Core.Register;

namespace Notify.Core.Importing;

/// <summary>An import of which some district still keeps the version.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Source">What was imported, and by whom.</param>
/// <param name="Districts">The districts that it changed, as far as they still keep it.</param>
public sealed record PastImport(string Id, DateTimeOffset At, string Source, IReadOnlyList<DistrictCode> Districts);

/// <summary>Reads which imports there were, from what the districts keep.</summary>
public sealed class ImportHistory(RegisterStore register)
{
    /// <summary>The imports that are still kept, the latest first. A store operation for each district, and two.</summary>
    public async Task<IReadOnlyList<PastImport>> ReadAsync(CancellationToken ct)
    {
        var versions = new List<(DistrictCode District, KeptVersion Version)>();
        foreach (var district in await register.DistrictsAsync(ct))
        {
            var pointer = await register.PointerAsync(district, ct);
            versions.AddRange((pointer?.Kept ?? []).Select(k => (district, k)));
        }

        var latest = await register.LatestImportAsync(ct);
        return
        [
            .. versions.GroupBy(v => v.Version.ImportId)
                .Select(g => new PastImport(g.Key, g.First().Version.At, g.First().Version.Source, [.. g.Select(v => v.District)]))
                .OrderByDescending(i => i.Id == latest).ThenByDescending(i => i.At),
        ];
    }
}
