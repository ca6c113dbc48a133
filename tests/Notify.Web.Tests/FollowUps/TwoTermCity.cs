using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Delivery;
using Notify.Core.FollowUps;
using Notify.Core.FollowUps.Results;
using Notify.Core.Links;
using Notify.Core.Register;
using Notify.Testing.Contacts;
using Notify.Testing.FollowUps;
using Notify.Testing.Register;
using Notify.Web.Tests.World;

namespace Notify.Web.Tests.FollowUps;

/// <summary>14 districts with 400 schools follow up in two terms; answers are drawn from a seed, and noted in tables besides.</summary>
internal sealed class TwoTermCity : IAsyncDisposable
{
    public const string Spring = "2026-VT";
    public const string Autumn = "2026-HT";
    private const int Schools = 400;

    private readonly Random _random = new(20260302);

    private TwoTermCity(WebWorld world) => World = world;

    public WebWorld World { get; }

    public AnswersInSql Sql { get; } = new();

    public static IReadOnlyList<string> Districts { get; } = [.. Enumerable.Range(1, 14).Select(n => $"D{n:00}")];

    public static async Task<TwoTermCity> LiveAsync()
    {
        // Without a pace: with one, 600 mails would take a minute by the wall clock.
        var city = new TwoTermCity(await WebWorld.StartAsync(now: "2026-03-01T12:00", with: s => s.AddSingleton(new MailOptions { Trial = false, MaxPerMinute = 0 })));
        await city.World.ImportAsync(Register());
        await city.TermAsync(Spring, "2026-03-02T08:00", "2026-03-23T08:00");
        await city.TermAsync(Autumn, "2026-09-07T08:00", "2026-09-28T08:00");
        return city;
    }

    /// <summary>What the portal and the export read.</summary>
    public async Task<IReadOnlyList<DistrictFollowUps>> ReadAsync()
    {
        var all = new List<DistrictFollowUps>();
        foreach (var code in Districts)
        {
            all.Add((await World.Get<FollowUpsReader>().ReadAsync(DistrictCode.Parse(code), default))!);
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        Sql.Dispose();
        await World.DisposeAsync();
    }

    /// <summary>Every second district has few independent schools, every third a contact who sits in the steering group.</summary>
    private static RegisterBuilder Register()
    {
        var register = RegisterBuilder.City();
        var school = 0;
        foreach (var (place, district) in Districts.Index())
        {
            register = register.District(district);
            var until = Schools * (place + 1) / Districts.Count;
            var independent = place % 2 == 0 ? 3 : 9;
            for (var first = school; school < until; school++)
            {
                var provider = school - first < independent ? Provider.Independent : Provider.Municipal;
                register = register.School($"{98000000 + school}", s => s with { Provider = provider });
            }

            register = Enumerable.Range(1, 8).Aggregate(register, (r, n) => r.Contact($"k{n}{district}"));
        }

        return register.With(c => c with
        {
            SteeringGroups = [.. Districts.Index().SelectMany(d => Enumerable.Range(1, 7).Select(n => Member(d.Item, n, isContact: n == 1 && d.Index % 3 == 0)))],
            Questionnaires = [.. DefaultQuestionnaire.Rows],
            FollowUps = [.. Districts.SelectMany(d => new[] { Round("V", d, "2026-03-02", "2026-03-20"), Round("H", d, "2026-09-07", "2026-09-25") })],
        });
    }

    private static FollowUp Round(string id, string district, string opens, string closes) =>
        FollowUpsWorld.Round($"{id}-{district}", opens, closes) with { District = DistrictCode.Parse(district), Title = $"Uppföljning {id} {district}" };

    private static SteeringGroupMember Member(string district, int number, bool isContact) => new(
        $"G-{district}", DistrictCode.Parse(district), "Styrgruppen",
        EmailAddress.Parse($"{(isContact ? $"k1{district}" : $"styr{number}")}@{district}.example".ToLowerInvariant()), null, null);

    private async Task TermAsync(string term, string opens, string tells)
    {
        World.Clock.SetUtcNow(ContactsWorld.Moment(opens));
        await RunAsync();
        foreach (var district in await ReadAsync())
        {
            await AnswerAsync(term, district);
        }

        World.Clock.SetUtcNow(ContactsWorld.Moment(tells));
        await RunAsync();
    }

    private async Task RunAsync()
    {
        foreach (var code in Districts.Select(DistrictCode.Parse))
        {
            await World.Get<FollowUpsJob>().RunAsync(code, default);
            await World.Get<DeliverJob>().DeliverAsync(code, default);
        }
    }

    private async Task AnswerAsync(string term, DistrictFollowUps district)
    {
        var (code, round) = (district.District.Code, district.Rows.Single(r => r.Round.Stage == RoundStage.Open).Round);
        var register = World.Get<RegisterStore>();
        var snapshot = await register.SnapshotAsync(code, (await register.PointerAsync(code, default))!, default);
        var lean = _random.NextDouble();
        foreach (var who in RespondentFacts.Of(snapshot.FollowUps.Single(f => f.Id == round.Id), snapshot))
        {
            Sql.Asked(term, code.ToString(), who.Address.ToString(), who.Hats.Select(h => h.Group.ToCode()).Distinct());
            if (_random.NextDouble() < .35 + (.4 * lean))
            {
                var choices = round.Questionnaire.Statements.Where(_ => _random.Next(30) > 0).ToDictionary(s => s.Key, _ => Drawn(lean));
                await AnswerAsync(term, code, who.Address, round, choices);
            }
        }
    }

    private async Task AnswerAsync(string term, DistrictCode code, EmailAddress who, RoundState round, Dictionary<string, int> choices)
    {
        var token = new LinkToken(LinkPurpose.FollowUp, code, FollowUpsKeys.Reply(round.Id, who), 1, World.Clock.GetUtcNow().AddDays(400));
        await World.Get<FollowUpReplies>().AnswerAsync(token, new(choices, round.Questionnaire.Fingerprint(), 0), default);
        foreach (var statement in round.Questionnaire.Statements.Where(s => choices.ContainsKey(s.Key)))
        {
            Sql.Answered(term, code.ToString(), who.ToString(), statement.Axis, statement.Text, choices[statement.Key]);
        }
    }

    private int Drawn(double lean) => _random.Next(20) == 0 ? 0 : Math.Clamp((int)(1 + (5 * ((_random.NextDouble() * .7) + (.3 * lean)))), 1, 5);
}
