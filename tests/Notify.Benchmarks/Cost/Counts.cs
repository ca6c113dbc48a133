namespace Notify.Benchmarks.Cost;

/// <summary>What was counted of real jobs over a store that counts.</summary>
/// <param name="Ticks">By job: what one tick does when there is nothing to do, from timer to the last district.</param>
/// <param name="OperationsPerMail">On the store, from the watch that plans it to the event that it arrived.</param>
/// <param name="OperationsPerVisit">On the store, of one look at the health page.</param>
internal sealed record Counts(IReadOnlyDictionary<string, TickCount> Ticks, double OperationsPerMail, int OperationsPerVisit);

/// <summary>What one tick of a job does.</summary>
/// <param name="Messages">Through the queue.</param>
/// <param name="Operations">On the store.</param>
internal sealed record TickCount(int Messages, int Operations);
