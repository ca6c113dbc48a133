using Notify.Core.FollowUps.Results;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Core.Watches;

namespace Notify.Core.FollowUps;

/// <summary>Reads the rounds of a district for pages, status and reports.</summary>
public sealed class FollowUpsReader(IRecordStore store, WatchRunner runner, TimeProvider clock)
{
    /// <summary>The day in Stockholm.</summary>
    public DateOnly Today => StockholmTime.DateOf(clock.GetUtcNow());

    /// <summary>The district's rounds now; null when there is no such district, or no longer. Three store operations, and one for each open round.</summary>
    public async Task<DistrictFollowUps?> ReadAsync(DistrictCode district, CancellationToken ct)
    {
        if (await runner.SnapshotAsync(district, ct) is not { } snapshot)
        {
            return null;
        }

        var stored = (await store.ListAsync(district.ToString(), FollowUpsKeys.RoundPrefix, FollowUpsJson.Default.RoundState, ct))
            .ToDictionary(r => r.Value.Id, r => r.Value, StringComparer.Ordinal);
        var unseen = snapshot.FollowUps.Where(f => !stored.ContainsKey(f.Id))
            .Select(f => RoundRule.Decide(null, f, Questionnaire.Of(f, snapshot.Questionnaires), Today)).OfType<RoundState>();
        var rows = new List<RoundRow>();
        foreach (var round in stored.Values.Concat(unseen).Where(r => r.Stage != RoundStage.Removed))
        {
            rows.Add(await RowAsync(snapshot.District, round, stored.Values, ct));
        }

        return new(snapshot.District, [.. rows.OrderByDescending(r => r.Round.Closes).ThenBy(r => r.Round.Id, StringComparer.Ordinal)], Today);
    }

    /// <summary>Of a round that is open, how many have answered is counted anew; what they answered is not looked at.</summary>
    private async Task<RoundRow> RowAsync(District district, RoundState round, IEnumerable<RoundState> others, CancellationToken ct)
    {
        if (round.Stage != RoundStage.Open)
        {
            return RoundRow.Of(district, round, EarlierRounds.Before(round, others), round.Result?.Asked ?? 0, round.Result?.Answered ?? 0);
        }

        var respondents = (await store.ListAsync(district.Code.ToString(), FollowUpsKeys.RespondentsOf(round.Id), FollowUpsJson.Default.RespondentState, ct))
            .Where(r => r.Value.Counts).ToList();
        return RoundRow.Of(district, round, null, respondents.Count, respondents.Count(r => r.Value.Answer is not null));
    }
}
