using Notify.Core.Time;

namespace Notify.Core.Register;

/// <summary>The new version of a district.</summary>
internal sealed record PlannedVersion(DistrictSnapshot Snapshot, string Hash, bool Closed)
{
    public DistrictCode District => Snapshot.District.Code;
}

/// <summary>What an import comes to: decided from the present register, the new one and the time alone.</summary>
internal sealed record ImportPlan(ImportOutcome Outcome, IReadOnlyList<PlannedVersion> Versions, DateTimeOffset At)
{
    public static ImportPlan Of(PresentRegister present, RegisterContent whole, ImportRequest request, ImportOptions options, DateTimeOffset at)
    {
        var divided = RegisterDivision.Divide(whole);
        var changed = Changed(present, divided, at);
        var held = request.AllowMassChange ? [] : Held(present, changed, options.MassChangePercent, StockholmTime.DateOf(at));
        var versions = held.Count > 0 ? [] : changed.ToDictionary(v => v.District, v => v.Snapshot.Version);
        return new(new(divided.Count, RegisterTables.Compare(present.Content, whole), held, versions), changed, at);
    }

    private static List<PlannedVersion> Changed(PresentRegister present, IReadOnlyList<DistrictSnapshot> divided, DateTimeOffset at)
    {
        var codes = divided.Select(d => d.District.Code).ToHashSet();
        var gone = present.Districts.Values.Where(d => !d.Pointer.Closed && !codes.Contains(d.Snapshot.District.Code))
            .Select(d => RegisterDivision.Closed(d.Snapshot.District));
        return [.. divided.Select(d => Next(present, d, at, closed: false))
            .Concat(gone.Select(d => Next(present, d, at, closed: true))).OfType<PlannedVersion>()];
    }

    /// <summary>The district's next version, or null when nothing in it has changed.</summary>
    private static PlannedVersion? Next(PresentRegister present, DistrictSnapshot content, DateTimeOffset at, bool closed)
    {
        var hash = SnapshotContent.Hash(content, closed);
        var before = present.Districts.GetValueOrDefault(content.District.Code);
        return before?.Pointer.Hash == hash ? null : new(
            content with
            {
                Version = (before?.Pointer.Version ?? 0) + 1,
                At = at,
                Touched = TouchedSchools.Between(before?.Snapshot, content, at, StockholmTime.DateOf(at)),
            },
            hash,
            closed);
    }

    private static List<HeldDistrict> Held(PresentRegister present, IEnumerable<PlannedVersion> changed, int percent, DateOnly today) =>
        [.. changed.Where(v => present.Districts.ContainsKey(v.District))
            .Select(v => MassChangeGuard.Judge(present.Districts[v.District].Snapshot, v.Snapshot, today, percent))
            .OfType<HeldDistrict>()];
}
