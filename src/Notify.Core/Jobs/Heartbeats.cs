using System.Text.Json.Serialization;
using Notify.Core.Store;

namespace Notify.Core.Jobs;

/// <summary>The sign of life of one job, in <see cref="Partitions.System"/> under <c>heartbeat:{job}</c>.</summary>
/// <param name="Since">When the job first was on a schedule here.</param>
/// <param name="Last">When it last ended well; null: never.</param>
/// <param name="Failure">The kind of error that its last run ended with; null when it ended well.</param>
/// <param name="Working">When a run that had not ended yet last said so; null: the last run ended.</param>
public sealed record Heartbeat(string Job, DateTimeOffset Since, DateTimeOffset? Last, string? Failure, DateTimeOffset? Working = null);

/// <summary>A heartbeat as people and probes read it.</summary>
/// <param name="Due">When it should have run, or should run next.</param>
/// <param name="Late">Whether it is overdue by more than twice its interval.</param>
/// <param name="Working">When a run that has not ended yet last gave a sign of life; null: none is known.</param>
public sealed record HeartbeatStatus(string Job, DateTimeOffset? Last, DateTimeOffset Due, bool Late, string? Failure, DateTimeOffset? Working);

/// <summary>Writes and reads heartbeats.</summary>
public sealed class Heartbeats(IRecordStore store, ISchedule schedule, TimeProvider clock)
{
    private const string Prefix = "heartbeat:";

    /// <summary>Notes that the schedule has begun, for every job that has no heartbeat yet.</summary>
    public async Task BeginAsync(CancellationToken ct)
    {
        var known = (await ListAsync(ct)).Select(h => h.Job).ToHashSet();
        foreach (var row in schedule.Rows.Where(r => !known.Contains(r.Job)))
        {
            try
            {
                await store.CommitAsync(Partitions.System, [new RecordChange.Insert(Prefix + row.Job, Write(new(row.Job, clock.GetUtcNow(), null, null)))], ct);
            }
            catch (ConflictException)
            {
                // Another instance has begun, or the job has run, in this moment: there is a heartbeat, and that is all that was wanted.
            }
        }
    }

    /// <summary>Notes that the job ended, well or with an error.</summary>
    public async Task BeatAsync(string job, Exception? error, CancellationToken ct)
    {
        var before = await store.FindAsync(Partitions.System, Prefix + job, HeartbeatJson.Default.Heartbeat, ct);
        var now = clock.GetUtcNow();
        var after = new Heartbeat(job, before?.Value.Since ?? now, error is null ? now : before?.Value.Last, error?.GetType().Name);
        await store.CommitAsync(Partitions.System, [Put(after)], ct);
    }

    /// <summary>Notes that a run goes on, so that a long one is not taken for a dead one.</summary>
    public async Task BeatOnTheWayAsync(string job, CancellationToken ct)
    {
        var before = await store.FindAsync(Partitions.System, Prefix + job, HeartbeatJson.Default.Heartbeat, ct);
        var now = clock.GetUtcNow();
        var after = (before?.Value ?? new(job, now, null, null)) with { Working = now };
        await store.CommitAsync(Partitions.System, [Put(after)], ct);
    }

    /// <summary>Every job of the schedule, in its order.</summary>
    public async Task<IReadOnlyList<HeartbeatStatus>> ReadAsync(CancellationToken ct)
    {
        var known = (await ListAsync(ct)).ToDictionary(h => h.Job, StringComparer.Ordinal);
        return [.. schedule.Rows.Select(r => StatusOf(r.Job, known.GetValueOrDefault(r.Job)))];
    }

    private HeartbeatStatus StatusOf(string job, Heartbeat? beat)
    {
        var now = clock.GetUtcNow();
        var due = schedule.NextAfter(job, beat?.Working ?? beat?.Last ?? beat?.Since ?? now);
        var interval = schedule.NextAfter(job, due) - due;
        return new(job, beat?.Last, due, beat is not null && now > due + (2 * interval), beat?.Failure, beat?.Working);
    }

    private async Task<IEnumerable<Heartbeat>> ListAsync(CancellationToken ct) =>
        (await store.ListAsync(Partitions.System, Prefix, HeartbeatJson.Default.Heartbeat, ct)).Select(h => h.Value);

    private static RecordChange.Put Put(Heartbeat beat) => new(Prefix + beat.Job, Write(beat));

    private static string Write(Heartbeat beat) => System.Text.Json.JsonSerializer.Serialize(beat, HeartbeatJson.Default.Heartbeat);
}

/// <summary>How heartbeats are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Heartbeat))]
public sealed partial class HeartbeatJson : JsonSerializerContext;
