using Notify.Core.Delivery.Pace;

namespace Notify.Benchmarks.ScaleOut;

/// <summary>The row of the store that holds all instances to one limit, by the real rule.</summary>
internal sealed class SharedPace(int limit)
{
    private static readonly DateTimeOffset Seven = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);
    private PaceState _state = new([], null);

    /// <summary>Takes a block; otherwise the second at which to ask again.</summary>
    public (int Count, double Until) Take(double now, int wanted)
    {
        if (limit == 0)
        {
            return (wanted, 0);
        }

        switch (PaceRule.Take(_state, limit, wanted, Seven.AddSeconds(now)))
        {
            case PaceAnswer.Go go:
                _state = go.Next;
                return (go.Count, 0);
            case PaceAnswer.Wait wait:
                return (0, (wait.Until - Seven).TotalSeconds);
            default:
                throw new InvalidOperationException("The pace answers go or wait.");
        }
    }
}

/// <summary>What one instance has left of its block.</summary>
internal sealed class Block
{
    /// <summary>Mails.</summary>
    public int Left { get; set; }

    /// <summary>The second before which there is no other.</summary>
    public double AskAgain { get; set; }

    /// <summary>The second from which it is void.</summary>
    public double ValidUntil { get; set; }
}
