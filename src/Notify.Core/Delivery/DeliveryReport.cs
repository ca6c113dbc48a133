namespace Notify.Core.Delivery;

/// <summary>What became of one notification when its turn came.</summary>
public enum DeliveryResult
{
    /// <summary>Handed over.</summary>
    Accepted,

    /// <summary>Failed for good: a human is needed.</summary>
    Failed,

    /// <summary>Nobody was left to send to.</summary>
    Suppressed,

    /// <summary>Too late to be sent.</summary>
    Expired,

    /// <summary>Queued for another time, by the ladder or because the provider said so.</summary>
    Postponed,

    /// <summary>An earlier send without a known outcome was settled; it may be due again.</summary>
    Settled,

    /// <summary>Sent or being sent, with an outcome that is not recorded: settled when the lease is over.</summary>
    Unconfirmed,

    /// <summary>Claimed by someone else, gone, or in another state by now.</summary>
    Skipped,

    /// <summary>Left for the next run: <c>Mail:MaxPerMinute</c> is used up, or the provider wants a pause.</summary>
    Paced,

    /// <summary>Its watch kept finding that it might not be true any more: looked at in the next run.</summary>
    Stale,
}

/// <summary>How many notifications of a run came to what.</summary>
/// <param name="Counts">A result that did not occur is absent.</param>
public sealed record DeliveryReport(IReadOnlyDictionary<DeliveryResult, int> Counts)
{
    /// <summary>The report of a run that had nothing to do.</summary>
    public static DeliveryReport Empty { get; } = new(new Dictionary<DeliveryResult, int>());

    /// <summary>Whether a human is needed: a mail became <c>failed</c>.</summary>
    public bool NeedsHuman => this[DeliveryResult.Failed] > 0;

    /// <summary>How many came to the result.</summary>
    public int this[DeliveryResult result] => Counts.GetValueOrDefault(result);

    /// <summary>The report on all of these.</summary>
    public static DeliveryReport Of(IEnumerable<DeliveryResult> results) =>
        new(results.CountBy(result => result).ToDictionary());

    /// <summary>The two reports as one, as of several districts.</summary>
    public DeliveryReport Plus(DeliveryReport other) =>
        new(Counts.Concat(other.Counts).GroupBy(count => count.Key, count => count.Value).ToDictionary(g => g.Key, g => g.Sum()));
}
