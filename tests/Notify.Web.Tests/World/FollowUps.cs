using Notify.Core.Delivery;
using Notify.Core.FollowUps;
using Notify.Core.FollowUps.Results;
using Notify.Core.Links;
using Notify.Core.Register;
using Notify.Testing.Contacts;
using Notify.Testing.FollowUps;
using Notify.Testing.Register;
using Notify.Web.FollowUps;

namespace Notify.Web.Tests.World;

/// <summary>Rounds of follow-up, and the roads that lead to their pages.</summary>
internal static class FollowUps
{
    /// <summary>A round that is open, whose opening was mailed.</summary>
    public static async Task<WebWorld> OpenAsync(Func<RegisterBuilder, RegisterBuilder>? with = null)
    {
        var world = await WebWorld.StartAsync(now: "2026-03-02T08:00");
        await world.ImportAsync((with ?? (r => r))(FollowUpsWorld.City()));
        await world.FollowUpAsync();
        return world;
    }

    /// <summary>The watch, and delivery.</summary>
    public static async Task FollowUpAsync(this WebWorld world)
    {
        await world.Get<FollowUpsJob>().RunAsync(FollowUpsWorld.Bromma, default);
        await world.Get<DeliverJob>().DeliverAsync(FollowUpsWorld.Bromma, default);
    }

    /// <summary>The path of somebody's page.</summary>
    public static string QuestionsOf(this WebWorld world, string address) =>
        world.Link(LinkPurpose.FollowUp, FollowUpsKeys.Reply("U1", EmailAddress.Parse(address)));

    /// <summary>The round as pages show it.</summary>
    public static async Task<RoundRow> RoundAsync(this WebWorld world, string id = "U1") =>
        (await world.Get<FollowUpsReader>().ReadAsync(FollowUpsWorld.Bromma, default))!.Rows.Single(r => r.Round.Id == id);

    /// <summary>Everybody who is asked answers the same.</summary>
    public static async Task AnswerAsync(this WebWorld world, int step, string round = "U1", int people = int.MaxValue)
    {
        var snapshot = await world.Get<RegisterStore>().SnapshotAsync(
            FollowUpsWorld.Bromma, (await world.Get<RegisterStore>().PointerAsync(FollowUpsWorld.Bromma, default))!, default);
        foreach (var who in RespondentFacts.Of(snapshot.FollowUps.Single(f => f.Id == round), snapshot).Take(people))
        {
            var token = new LinkToken(LinkPurpose.FollowUp, FollowUpsWorld.Bromma, FollowUpsKeys.Reply(round, who.Address), 1, world.Clock.GetUtcNow().AddDays(400));
            var view = (await world.Get<FollowUpReplies>().ViewAsync(token, default))!;
            var choices = view.Round.Questionnaire.Statements.ToDictionary(s => s.Key, _ => step);
            await world.Get<FollowUpReplies>().AnswerAsync(token, new(choices, view.Round.Questionnaire.Fingerprint(), view.Times), default);
        }
    }

    /// <summary>A world in which a round is closed and one open, on top of what it has; where the named page is.</summary>
    public static async Task<string> FollowedUpAsync(this WebWorld world, string page)
    {
        await world.ImportAsync(FollowUpsWorld.City().With(c => c with { FollowUps = [.. c.FollowUps!, FollowUpsWorld.Round("U2", "2026-03-23", "2026-04-10")] }));
        await world.FollowUpAsync();
        await world.AnswerAsync(4);
        world.Clock.SetUtcNow(ContactsWorld.Moment("2026-03-23T09:00"));
        await world.FollowUpAsync();
        var row = await world.RoundAsync();
        return page switch
        {
            "ROUND" => FollowUpsEndpoints.PathOf(row),
            "CITY" => FollowUpsEndpoints.PathOf(CityReport.Of([(await world.Get<FollowUpsReader>().ReadAsync(FollowUpsWorld.Bromma, default))!])[0].City),
            "QUESTIONS" => world.Link(LinkPurpose.FollowUp, FollowUpsKeys.Reply("U2", EmailAddress.Parse("anna@bromma.example"))),
            _ => page,
        };
    }
}
