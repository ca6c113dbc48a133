using Notify.Core.Delivery.Troubles;
using Notify.Core.Notifications;
using Notify.Core.Store;
using Notify.Core.Telemetry;

namespace Notify.Core.Delivery;

/// <summary>
/// Writes what the policy decides, in one commit with what follows from it: in the records of the owning watch, and in what is
/// known of its addresses. After a lost race it reads and decides again.
/// </summary>
public sealed class NotificationMoves(IRecordStore store, TroubleBook troubles, IEnumerable<INotificationOwner> owners, MailMeter meter)
{
    private const int MaxTries = 10;
    private readonly IReadOnlyList<INotificationOwner> _owners = [.. owners];

    /// <summary>The watch that a kind belongs to, if any.</summary>
    public INotificationOwner? OwnerOf(string kind) => _owners.FirstOrDefault(owner => owner.Owns(kind));

    /// <summary>Every watch there is that owns kinds.</summary>
    public IReadOnlyList<INotificationOwner> Owners => _owners;

    /// <summary>Decides and writes, until it holds or is refused. One commit, and what the owner reads; two more for every lost race.</summary>
    /// <param name="stored">As read last.</param>
    /// <exception cref="ConflictException">Every try was lost.</exception>
    public async Task<MoveResult> ApplyAsync(Stored stored, Func<Notification, Move> decide, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            var move = decide(stored.Notification);
            if (move.Next is not { } next)
            {
                return new(stored, move.Refusal, false);
            }

            try
            {
                return await CommitAsync(stored, next, await FollowAsync(stored.Notification, next, ct), ct);
            }
            catch (ConflictException) when (tries < MaxTries)
            {
                stored = await NotificationRows.FindAsync(store, next.Id, ct) ?? throw new KeyNotFoundException($"Notification {next.Id} is gone.");
            }
        }
    }

    /// <summary>Writes a claim, or its return, which no watch has to follow. One commit.</summary>
    /// <returns>Null: someone else was first.</returns>
    public async Task<Stored?> TryClaimAsync(Stored stored, Notification next, CancellationToken ct)
    {
        try
        {
            return (await CommitAsync(stored, next, [], ct)).Stored;
        }
        catch (ConflictException)
        {
            return null;
        }
    }

    private async Task<MoveResult> CommitAsync(Stored stored, Notification next, IReadOnlyList<RecordChange> following, CancellationToken ct)
    {
        RecordChange[] changes = [.. NotificationRows.Replace(stored, next), .. following];
        var etags = await store.CommitAsync(next.District.ToString(), changes, ct);
        meter.Moved(stored.Notification, next);
        var key = NotificationRows.KeyOf(next.Id);
        var etag = etags[Array.FindIndex(changes, change => change.Key == key)];
        return new(new(next, etag), null, following.Any(IsMoreToDo));
    }

    private static bool IsMoreToDo(RecordChange change) =>
        change.Key.StartsWith(NotificationRows.PendingPrefix, StringComparison.Ordinal)
        || change.Key.StartsWith(TroubleKeys.ProblemPrefix, StringComparison.Ordinal);

    private async Task<IReadOnlyList<RecordChange>> FollowAsync(Notification before, Notification after, CancellationToken ct)
    {
        var owned = OwnerOf(after.Kind) is { } owner ? await owner.FollowAsync(before, after, ct) : [];
        return [.. owned, .. await troubles.FollowAsync(before, after, ct)];
    }
}

/// <summary>What became of a move.</summary>
/// <param name="Stored">The notification as it is now stored, moved or not.</param>
/// <param name="Refusal">Null when it was moved.</param>
/// <param name="MoreToDo">Whether the same commit queued other notifications, or left a problem that the coordinator has to hear of.</param>
public sealed record MoveResult(Stored Stored, Refusal? Refusal, bool MoreToDo);
