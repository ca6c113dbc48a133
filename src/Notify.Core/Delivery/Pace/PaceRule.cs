using System.Text.Json.Serialization;

namespace Notify.Core.Delivery.Pace;

/// <summary>What all processes on one store know of the pace of mail together.</summary>
/// <param name="Blocks">How many mails were let out when, as far as it still counts; oldest first.</param>
/// <param name="PausedUntil">Until when the provider wants no mail at all; null: it has not said so.</param>
public sealed record PaceState(IReadOnlyList<PaceBlock> Blocks, DateTimeOffset? PausedUntil);

/// <summary>A number of mails that one process was allowed to send.</summary>
public sealed record PaceBlock(DateTimeOffset At, int Count);

/// <summary>
/// Holds <see cref="MailOptions.MaxPerMinute"/> for all processes together, in blocks: what one of them takes at once. A pure function.
/// </summary>
public static class PaceRule
{
    /// <summary>How long a block may be used after it was taken.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromSeconds(5);

    /// <summary>How long it counts: a mail may leave at the end of its validity, and counts for a minute from then.</summary>
    private static readonly TimeSpan Counts = TimeSpan.FromMinutes(1) + Validity;

    /// <summary>The longest pause that is believed: a provider's clock may be wrong, and ours may have been set back.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Takes a block.</summary>
    /// <param name="limit">Mails in any 60 seconds.</param>
    /// <param name="wanted">How many there are to send; at least 1.</param>
    public static PaceAnswer Take(PaceState state, int limit, int wanted, DateTimeOffset now)
    {
        if (state.PausedUntil > now && state.PausedUntil <= now + LongestPause)
        {
            return new PaceAnswer.Wait(state.PausedUntil.Value);
        }

        var counting = state.Blocks.Where(b => b.At > now - Counts && b.At <= now + Counts).ToList();
        var room = limit - counting.Sum(b => b.Count);
        var count = Math.Min(Math.Min(wanted, room), Math.Max(1, limit / 10));
        return count <= 0
            ? new PaceAnswer.Wait(counting.Min(b => b.At) + Counts)
            : new PaceAnswer.Go(new([.. counting, new(now, count)], null), count);
    }

    /// <summary>Keeps everyone from sending until then.</summary>
    public static PaceState Pause(PaceState state, DateTimeOffset until, DateTimeOffset now)
    {
        var end = until < now + LongestPause ? until : now + LongestPause;
        return state.PausedUntil > end && state.PausedUntil <= now + LongestPause ? state : state with { PausedUntil = end };
    }
}

/// <summary>Whether mail may leave.</summary>
public abstract record PaceAnswer
{
    /// <summary>So many may leave, when the state has been stored.</summary>
    public sealed record Go(PaceState Next, int Count) : PaceAnswer;

    /// <summary>None before then.</summary>
    public sealed record Wait(DateTimeOffset Until) : PaceAnswer;
}

/// <summary>How the pace is stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PaceState))]
public sealed partial class PaceJson : JsonSerializerContext;
