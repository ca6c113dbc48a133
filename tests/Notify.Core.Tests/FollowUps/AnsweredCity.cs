using Notify.Core.FollowUps;
using Notify.Core.FollowUps.Results;
using Notify.Core.Register;
using Notify.Testing.FollowUps;
using Notify.Testing.Register;

namespace Notify.Core.Tests.FollowUps;

/// <summary>Rounds of several districts and terms with answers drawn from a seed: hats that overlap, silence, and statements left open.</summary>
internal sealed class AnsweredCity
{
    private static readonly RespondentGroup[] Groups =
    [
        RespondentGroup.Municipal, RespondentGroup.Municipal, RespondentGroup.Municipal, RespondentGroup.Independent, RespondentGroup.Independent,
        RespondentGroup.State, RespondentGroup.Contacts, RespondentGroup.Contacts, RespondentGroup.SteeringGroup, RespondentGroup.SteeringGroup,
    ];

    private static readonly Questionnaire First = Of("1", "A", "B");
    private static readonly Questionnaire Second = Of("2", "A", "C");

    private readonly Random _random;

    public AnsweredCity(int seed, int districts, int terms)
    {
        _random = new(seed);
        Districts = [.. Enumerable.Range(1, districts).Select(d => DistrictOf($"D{d}", terms))];
    }

    /// <summary>As pages and exports read them.</summary>
    public IReadOnlyList<DistrictFollowUps> Districts { get; }

    /// <summary>Who answered what, which nobody but the test sees.</summary>
    public List<SecretAnswer> Secrets { get; } = [];

    private DistrictFollowUps DistrictOf(string code, int terms)
    {
        var district = Rows.District(code);
        var states = Enumerable.Range(0, terms).Select(term => RoundOf(district.Code, term)).ToList();
        var rows = states.Select(s => RoundRow.Of(district, s, EarlierRounds.Before(s, states), s.Result!.Asked, s.Result.Answered));
        return new(district, [.. rows.OrderByDescending(r => r.Round.Closes)], FollowUpsWorld.Day("2030-01-01"));
    }

    private RoundState RoundOf(DistrictCode district, int term)
    {
        var (questionnaire, opens) = (_random.Next(3) == 0 ? Second : First, FollowUpsWorld.Day("2026-03-02").AddMonths(6 * term));
        var asked = Enumerable.Range(0, _random.Next(4, 26)).Select(_ => HatsOf()).ToList();
        var answers = asked.Where(_ => _random.Next(10) < 7)
            .Select(hats => new CountedAnswer(hats, questionnaire.Statements.Where(_ => _random.Next(12) > 0).ToDictionary(s => s.Key, _ => _random.Next(0, 6)))).ToList();
        var round = new RoundState(
            $"{district}-{term}", $"Omgång {term}", "Mål", opens, opens.AddDays(20), questionnaire, RoundStage.Closed, RoundResult.Of(questionnaire, asked, answers));
        Secrets.AddRange(answers.Select(a => new SecretAnswer(round.Id, a)));
        return round;
    }

    private HashSet<RespondentGroup> HatsOf()
    {
        HashSet<RespondentGroup> hats = [Groups[_random.Next(Groups.Length)]];
        if (_random.Next(7) == 0)
        {
            hats.Add((RespondentGroup)_random.Next(4, 6));
        }

        return hats;
    }

    private static Questionnaire Of(string version, params string[] axes) => new(
        "Q", version, [.. axes.SelectMany(a => Enumerable.Range(1, 2), (axis, n) => new Statement($"{axis}{n}", axis, null, $"{axis}{n}", null, 5))]);
}

/// <summary>An answer of one person, and the round it was given in.</summary>
internal sealed record SecretAnswer(string Round, CountedAnswer Answer)
{
    /// <summary>Whether it says something about the statement.</summary>
    public bool Has(string statement) => Answer.Choices.GetValueOrDefault(statement) > 0;
}
