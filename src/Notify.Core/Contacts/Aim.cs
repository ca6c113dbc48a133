using Notify.Core.Time;

namespace Notify.Core.Contacts;

/// <summary>What a school ought to know.</summary>
/// <param name="Holders">Whom it should turn to.</param>
/// <param name="Vacancy">Since when it has no contact of its own; null when it has one, or never had.</param>
/// <param name="NotBefore">The earliest moment to tell it.</param>
/// <param name="From">The day from which it holds.</param>
public sealed record Aim(IReadOnlyList<Holder> Holders, Vacancy? Vacancy, DateTimeOffset NotBefore, DateOnly From)
{
    /// <summary>The aim that follows from what the register says and from what the school has lost.</summary>
    public static Aim Of(SchoolState state, SchoolFacts facts, Situation situation)
    {
        var settled = situation.Calendar.NextOpen(facts.Since + situation.Options.SettleTime);
        if (facts.Holders.IsReachable() || !HasLost(state, facts))
        {
            return new(facts.Holders, null, settled, facts.From);
        }

        var begins = StockholmTime.Midnight(facts.From);
        var vacancy = state.Vacancy ?? new Vacancy(begins > facts.Since ? begins : facts.Since, [.. state.Known.Holders.Where(h => h.Role != HolderRole.Fallback).Select(h => h.Name)]);
        var since = StockholmTime.DateOf(vacancy.Since);
        var isToldAlready = state.Known.Holders.Any(h => h.Role == HolderRole.Fallback);
        var due = situation.Calendar.DueAfter(since, situation.Options.FallbackAfter);
        return new([situation.Fallback, .. facts.Holders], vacancy, isToldAlready || due < settled ? settled : due, since);
    }

    private static bool HasLost(SchoolState state, SchoolFacts facts) =>
        state.Vacancy is not null || state.Latest.IsReachable() || (state.Latest.Count > 0 && facts.Holders.Count == 0);
}
