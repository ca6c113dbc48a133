namespace Notify.Core.Register;

/// <summary>The snapshots read last, at most one for a district. They are immutable, and a chunk's name never comes again.</summary>
internal sealed class SnapshotCache
{
    private const int Capacity = 16;

    private readonly Lock _gate = new();
    private readonly List<(DistrictCode District, string ImportId, DistrictSnapshot Snapshot)> _entries = [];

    public DistrictSnapshot? Find(DistrictCode district, KeptVersion version)
    {
        lock (_gate)
        {
            return _entries.Find(e => e.District == district && e.ImportId == version.ImportId && e.Snapshot.Version == version.Version).Snapshot;
        }
    }

    public void Keep(DistrictCode district, KeptVersion version, DistrictSnapshot snapshot)
    {
        lock (_gate)
        {
            _entries.RemoveAll(e => e.District == district);
            _entries.Add((district, version.ImportId, snapshot));
            _entries.RemoveRange(0, Math.Max(0, _entries.Count - Capacity));
        }
    }
}
