using Notify.Core.Time;

namespace Notify.Core.Register;

/// <summary>The new version of a district.</summary>
internal sealed record PlannedVersion(DistrictSnapshot Snapshot, string Hash, bool Closed)
{
    public DistrictCode District => Snapshot.District.Code;

    /// <inheritdoc cref="IntendedVersion.Heir"/>
    public IntendedHeir? Heir { get; init; }
}

/// <summary>What an import comes to: decided from the present register, the new one and the time alone.</summary>
internal sealed record ImportPlan(ImportOutcome Outcome, IReadOnlyList<PlannedVersion> Versions, DateTimeOffset At)
{
    public static ImportPlan Of(PresentRegister present, RegisterContent content, ImportRequest request, ImportOptions options, DateTimeOffset at)
    {
        var whole = Mergers.Keep(present.Content, content);
        var divided = RegisterDivision.Divide(whole);
        var successors = Successors.In(whole.Districts!);
        var merged = Merged(present, whole, at);
        var changed = Changed(present, whole, divided, at);
        var heirs = new Heirs(present, successors, changed);
        var held = request.AllowMassChange ? [] : Held(present, [.. merged, .. changed], After, options.MassChangePercent, StockholmTime.DateOf(at));
        List<PlannedVersion> versions = [.. merged.Select(m => m with { Heir = heirs.Of(m) }), .. changed];
        return new(
            new(divided.Count, RegisterTables.Compare(present.Content, whole), held, held.Count > 0 ? [] : versions.ToDictionary(v => v.District, v => v.Snapshot.Version)),
            versions,
            at);

        DistrictSnapshot After(PlannedVersion version) =>
            version.Closed && successors.Of(version.District) is { } heir ? divided.First(d => d.District.Code == heir) : version.Snapshot;
    }

    /// <summary>Merged districts come first, so that whoever sees the successor with their schools sees that they are closed.</summary>
    private static List<PlannedVersion> Merged(PresentRegister present, RegisterContent whole, DateTimeOffset at) =>
        [.. whole.Districts!.Where(d => d.Successor is not null).Select(d => Next(present, RegisterDivision.Closed(d), at, closed: true)).OfType<PlannedVersion>()];

    private static List<PlannedVersion> Changed(PresentRegister present, RegisterContent whole, IReadOnlyList<DistrictSnapshot> divided, DateTimeOffset at)
    {
        var codes = whole.Districts!.Select(d => d.Code).ToHashSet();
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

    private static List<HeldDistrict> Held(
        PresentRegister present, IEnumerable<PlannedVersion> changed, Func<PlannedVersion, DistrictSnapshot> after, int percent, DateOnly today) =>
        [.. changed.Where(v => present.Districts.ContainsKey(v.District))
            .Select(v => MassChangeGuard.Judge(present.Districts[v.District].Snapshot, after(v), today, percent))
            .OfType<HeldDistrict>()];

    /// <summary>Tells to whom it falls to take over what is known of a merged district.</summary>
    private sealed class Heirs(PresentRegister present, Successors successors, IReadOnlyList<PlannedVersion> changed)
    {
        /// <summary>Null for a district of which nothing is known, or that travels with the successor it had already.</summary>
        public IntendedHeir? Of(PlannedVersion merged)
        {
            var before = present.Districts.GetValueOrDefault(merged.District);
            return before is null || successors.Of(merged.District) is not { } heir || (before.Pointer.Successor is { } earlier && successors.Of(earlier) == heir)
                ? null
                : new(heir, changed.FirstOrDefault(v => v.District == heir)?.Snapshot.Version ?? present.Districts[heir].Pointer.Version);
        }
    }
}
