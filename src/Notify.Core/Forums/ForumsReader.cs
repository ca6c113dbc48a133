using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Core.Watches;

namespace Notify.Core.Forums;

/// <summary>The forums of a district.</summary>
/// <param name="Forums">By their start, also those that have left the register.</param>
/// <param name="Missing">What the district has promised and not planned.</param>
/// <param name="Proof">See <see cref="ForumsReader.Proof"/>.</param>
public sealed record DistrictForums(DistrictSnapshot Register, IReadOnlyList<ForumRecord> Forums, IReadOnlyList<MissingForums> Missing, Participation Proof);

/// <summary>Reads forums for pages, status and reports.</summary>
public sealed class ForumsReader(IRecordStore store, WatchRunner runner, WorkingCalendar calendar, ForumsOptions options, TimeProvider clock)
{
    /// <summary>The proof that status and overview show looks so far back.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromDays(365);

    /// <summary>The district's forums now; null when there is no such district, or no longer. Four store operations when the snapshot is cached.</summary>
    public async Task<DistrictForums?> ReadAsync(DistrictCode district, CancellationToken ct)
    {
        if (await runner.SnapshotAsync(district, ct) is not { } snapshot)
        {
            return null;
        }

        var partition = district.ToString();
        var forums = await store.ListAsync(partition, ForumsKeys.ForumPrefix, ForumsJson.Default.ForumState, ct);
        var invitees = (await store.ListAsync(partition, ForumsKeys.InviteePrefix, ForumsJson.Default.InviteeState, ct)).ToLookup(i => i.Value.Forum, i => i.Value, StringComparer.Ordinal);
        List<ForumRecord> records = [.. forums.Select(f => new ForumRecord(district, f.Value, [.. invitees[f.Value.Id].OrderBy(i => i.Name, StringComparer.Ordinal)]))];
        return new(
            snapshot,
            [.. records.OrderBy(r => r.Forum.Meeting.Starts).ThenBy(r => r.Forum.Id, StringComparer.Ordinal)],
            PromisedForums.Of(snapshot, new(snapshot.District, clock.GetUtcNow(), calendar, options)),
            Proof(records));
    }

    /// <summary>The participation that status and overview show: over forums that began within the last year, or are to come.</summary>
    public Participation Proof(IEnumerable<ForumRecord> forums) => Participation.Of(Parts(forums));

    /// <summary>The same of each school.</summary>
    public IReadOnlyList<SchoolParticipation> Parts(IEnumerable<ForumRecord> forums) =>
        SchoolParticipation.Of(forums.Where(f => f.Forum.Meeting.Starts > clock.GetUtcNow() - Recent), clock.GetUtcNow());
}
