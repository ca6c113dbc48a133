using System.Text.Json;
using Notify.Core.Jobs;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;

namespace Notify.Core.Overview;

/// <summary>A district's glance with how its proofs have gone.</summary>
public sealed record GlanceWithTrend(DistrictGlance Glance, Trend Trend);

/// <summary>
/// Keeps the glance of every district and takes it anew when something has changed, or the day has: whoever looks first, or the sweep.
/// Looking at one that holds costs one store operation.
/// </summary>
public sealed class Glances(IRecordStore store, GlanceTaker taker, TimeProvider clock) : IUpkeep
{
    /// <summary>Districts that are read at the same time.</summary>
    private const int AtOnce = 8;

    /// <summary>The glances of those of the districts that are in the register, in the order given.</summary>
    public async Task<IReadOnlyList<GlanceWithTrend>> ReadAsync(IReadOnlyList<DistrictCode> districts, CancellationToken ct)
    {
        var read = new GlanceWithTrend?[districts.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, districts.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (i, stop) => read[i] = await ReadAsync(districts[i], stop));
        return [.. read.OfType<GlanceWithTrend>()];
    }

    /// <summary>The district at a glance; null when it is not in the register. One store operation when what is kept holds.</summary>
    public Task<GlanceWithTrend?> ReadAsync(DistrictCode district, CancellationToken ct) => Conflicts.RetryAsync(() => ReadOnceAsync(district, ct));

    /// <inheritdoc/>
    public Task KeepUpAsync(DistrictCode district, CancellationToken ct) => ReadAsync(district, ct);

    private async Task<GlanceWithTrend?> ReadOnceAsync(DistrictCode district, CancellationToken ct)
    {
        var (mark, kept, trend) = ("", (KeptGlance?)null, new Kept<Trend>(Trend.Empty, ""));
        await foreach (var row in store.ScanAsync(district.ToString(), GlanceKeys.Prefix, ct))
        {
            switch (row.Key)
            {
                case GlanceKeys.Mark:
                    mark = row.As(GlanceJson.Default.GlanceMark).Value.Mark;
                    break;
                case GlanceKeys.Glance:
                    kept = ReadKept(row);
                    break;
                default:
                    trend = row.As(GlanceJson.Default.Trend);
                    break;
            }
        }

        // Without a mark nobody says when something changes.
        return kept is not null && mark.Length > 0 && kept.Mark == mark && kept.Glance.Day == StockholmTime.DateOf(clock.GetUtcNow())
            ? new(kept.Glance, trend.Value)
            : await TakeAsync(district, mark, trend, ct);
    }

    /// <summary>What another version of the program kept in another form is taken anew.</summary>
    private static KeptGlance? ReadKept(Record row)
    {
        try
        {
            return row.As(GlanceJson.Default.KeptGlance).Value;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The mark was read before anything else: whatever changes meanwhile makes what is kept here out of date.</summary>
    private async Task<GlanceWithTrend?> TakeAsync(DistrictCode district, string mark, Kept<Trend> before, CancellationToken ct)
    {
        if (await taker.TakeAsync(district, ct) is not { } glance)
        {
            return null;
        }

        var trend = before.Value.With(PointOf(glance));
        await store.CommitAsync(
            district.ToString(),
            [
                new RecordChange.Put(GlanceKeys.Glance, JsonSerializer.Serialize(new(mark, glance), GlanceJson.Default.KeptGlance)),
                .. trend.Points.SequenceEqual(before.Value.Points) ? [] : new[] { before.With(GlanceKeys.Trend, trend, GlanceJson.Default.Trend) },
            ],
            ct);
        return new(glance, trend);
    }

    private static TrendPoint PointOf(DistrictGlance glance)
    {
        var forums = Forums.Participation.Of(glance.Schools);
        var (municipal, independent) = (forums[Provider.Municipal].Held, forums[Provider.Independent].Held);
        return new(
            Trend.WeekOf(glance.Day), glance.Contacts.Schools, glance.Contacts.Told, glance.Contacts.Confirmed, glance.Agreements.OverdueDays,
            municipal.Invited, municipal.Attended, independent.Invited, independent.Attended,
            glance.Materials.Audience, glance.Materials.Confirmed, glance.FollowUps.Asked, glance.FollowUps.Answered);
    }
}
