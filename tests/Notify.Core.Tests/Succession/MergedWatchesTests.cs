using System.Globalization;
using Notify.Core.Agreements;
using Notify.Core.Delivery;
using Notify.Core.FollowUps;
using Notify.Core.Forums;
using Notify.Core.Links;
using Notify.Core.Materials;
using Notify.Core.Register;
using Notify.Core.Succession;
using Notify.Core.Time;
using Notify.Testing.Agreements;
using Notify.Testing.Contacts;
using Notify.Testing.FollowUps;
using Notify.Testing.Forums;
using Notify.Testing.Materials;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Succession;

/// <summary>The law of every watch: with a merger on whatever day, everybody hears on the same days what they would have heard without it.</summary>
public sealed class MergedWatchesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-08-17")]
    [InlineData("2026-08-18")]
    [InlineData("2026-08-30")]
    [InlineData("2026-11-23")]
    [InlineData("2026-12-05")]
    public async Task Steering_groups_are_reminded_as_without_a_merger(string day)
    {
        var city = AgreementsWorld.City("2026-11-16").WithFarsta();
        Assert.Equal(await LogAsync(null), await LogAsync(day));

        async Task<IReadOnlyList<string>> LogAsync(string? merged)
        {
            await using var world = new AgreementsWorld("2026-08-03T09:00");
            await world.ImportAsync(city);
            await LiveAsync(world.LiveUntilAsync, world.At, world.Get<RegisterImport>(), city, merged, "2026-12-10");
            return Log(world.Sent());
        }
    }

    [Fact]
    public async Task An_answer_for_an_agreement_is_kept_and_its_link_answers_at_the_successor()
    {
        var city = AgreementsWorld.City("2026-11-16").WithFarsta();
        await using var world = new AgreementsWorld("2026-11-09T09:00");
        await world.ImportAsync(city);
        await world.RunAsync();
        var reminder = Assert.Single(world.Sent());
        var link = await world.TokenAsync();
        await world.Get<RegisterImport>().ImportFilesAsync(city.Merged("BROMMA", "FARSTA"));

        var moved = await world.Get<MovedLinks>().FollowAsync(link, Ct);
        var view = (await world.Get<AgreementReplies>().ViewAsync(moved, Ct))!;
        var answer = new AgreementReply(AnswerKind.Revised, AgreementsWorld.Day("2027-11-16"), view.Members[0].Id, "", view.Answers);
        Assert.Equal(ReplyOutcome.Recorded, (await world.Get<AgreementReplies>().AnswerAsync(moved, answer, Ct))!.Outcome);

        Assert.Equal(Merging.Farsta, view.District.Code);
        await world.LiveUntilAsync("2026-12-10");
        var revised = Assert.Single(world.Sent());
        Assert.Equal(("agreement-revised", UidOf(reminder)), (revised.Kind, UidOf(revised)));
    }

    [Theory]
    [InlineData("2026-09-01")]
    [InlineData("2026-09-02")]
    [InlineData("2026-09-05")]
    [InlineData("2026-10-07")]
    [InlineData("2026-10-13")]
    public async Task Schools_are_invited_and_reminded_as_without_a_merger_and_their_answers_count(string day)
    {
        var city = ForumsWorld.City(3, 2, "2026-10-14T13:00").WithFarsta();
        Assert.Equal(await LogAsync(null), await LogAsync(day));

        async Task<IReadOnlyList<string>> LogAsync(string? merged)
        {
            await using var world = new ForumsWorld("2026-08-31T09:00");
            await world.ImportAsync(city);
            await world.LiveUntilAsync("2026-09-03");
            await world.AnswerAsync(ForumsWorld.School(1), ForumReply.Yes, "Eva Ek");
            await LiveAsync(world.LiveUntilAsync, world.At, world.Get<RegisterImport>(), city, string.CompareOrdinal(merged, "2026-09-03") < 0 && merged is not null ? "2026-09-04" : merged, "2026-10-14");
            return Log(world.Sent());
        }
    }

    [Fact]
    public async Task An_answer_to_an_invitation_can_be_given_after_the_merger_and_those_who_came_stay_recorded()
    {
        var city = ForumsWorld.City(2, 0, "2026-10-14T13:00").WithFarsta();
        await using var world = new ForumsWorld("2026-09-02T09:00");
        await world.ImportAsync(city);
        await world.RunAsync();
        await world.AnswerAsync(ForumsWorld.School(1), ForumReply.Yes, "Eva Ek");
        await world.Get<RegisterImport>().ImportFilesAsync(city.Merged("BROMMA", "FARSTA"));

        var moved = await world.Get<MovedLinks>().FollowAsync(world.TokenOf(ForumsWorld.School(2)), Ct);
        Assert.Equal(ForumReplyOutcome.Recorded, (await world.Get<ForumReplies>().AnswerAsync(moved, new(ForumReply.No, "", ""), Ct))!.Outcome);

        Assert.Equal(ForumReply.Yes, (await world.InviteeAsync(ForumsWorld.School(1), district: "FARSTA"))!.Answer!.Reply);
        Assert.Equal(ForumReply.No, (await world.InviteeAsync(ForumsWorld.School(2), district: "FARSTA"))!.Answer!.Reply);
    }

    [Fact]
    public async Task Another_time_after_the_merger_changes_the_calendar_entry_that_the_invitation_made()
    {
        var city = ForumsWorld.City(1, 0, "2026-10-14T13:00").WithFarsta();
        await using var world = new ForumsWorld("2026-09-02T09:00");
        await world.ImportAsync(city);
        await world.RunAsync();
        await world.Get<RegisterImport>().ImportFilesAsync(city.Merged("BROMMA", "FARSTA"));
        await world.RunAsync();
        await world.Get<RegisterImport>().ImportFilesAsync(city.Merged("BROMMA", "FARSTA").ChangeForum("F", f => ForumsWorld.At(f, "2026-10-15T14:00")));
        await world.RunAsync();

        var mails = world.Sent();
        Assert.Equal([("forum-invitation", "BROMMA"), ("forum-changed", "FARSTA")], mails.Select(m => (m.Kind, m.District.ToString())));
        Assert.Single(mails.Select(UidOf).Distinct());
    }

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("2026-03-04")]
    [InlineData("2026-03-16")]
    [InlineData("2026-03-17")]
    public async Task Support_material_is_announced_and_reminded_of_as_without_a_merger(string day)
    {
        var city = MaterialsWorld.City("1", "2026-02-01").WithFarsta();
        var news = MaterialsWorld.City("2", "2026-03-03").WithFarsta();
        Assert.Equal(await LogAsync(null), await LogAsync(day));

        async Task<IReadOnlyList<string>> LogAsync(string? merged)
        {
            await using var world = new MaterialsWorld("2026-03-01T09:00");
            await world.ImportAsync(city);
            await world.RunAsync();
            await world.ImportAsync(news);
            await LiveAsync(world.LiveUntilAsync, world.At, world.Get<RegisterImport>(), news, merged, "2026-04-10");
            return Log(world.Sent());
        }
    }

    [Fact]
    public async Task A_receipt_for_material_stays_and_one_can_be_given_after_the_merger()
    {
        await using var world = new MaterialsWorld("2026-03-01T09:00");
        await world.ImportAsync(MaterialsWorld.City("1", "2026-02-01").WithFarsta());
        await world.RunAsync();
        var news = MaterialsWorld.City("2", "2026-03-03").WithFarsta();
        await world.ImportAsync(news);
        await world.LiveUntilAsync("2026-03-04");
        await world.ConfirmAsync("school:98000001");
        var link = await world.TokenAsync("school:98000002");
        await world.Get<RegisterImport>().ImportFilesAsync(news.Merged("BROMMA", "FARSTA"));

        var moved = await world.Get<MovedLinks>().FollowAsync(link, Ct);
        var view = await world.OpenAsync(moved);
        await world.Get<MaterialReceipts>().ConfirmAsync(moved, [.. view.Items.Select(i => i.Key)], Ct);

        var version = new VersionName("M", "2");
        Assert.True((await world.StateAsync("school:98000001", "FARSTA"))!.HasConfirmed(version));
        Assert.True((await world.StateAsync("school:98000002", "FARSTA"))!.HasConfirmed(version));
    }

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("2026-03-04")]
    [InlineData("2026-03-13")]
    [InlineData("2026-03-23")]
    [InlineData("2026-03-25")]
    public async Task A_round_is_asked_reminded_of_and_told_as_without_a_merger(string day)
    {
        var city = FollowUpsWorld.City().WithFarsta();
        Assert.Equal(await LogAsync(null), await LogAsync(day));

        async Task<IReadOnlyList<string>> LogAsync(string? merged)
        {
            await using var world = new FollowUpsWorld("2026-03-01T12:00");
            await world.ImportAsync(city);
            await LiveAsync(world.LiveUntilAsync, world.At, world.Get<RegisterImport>(), city, merged, "2026-04-10");
            return Log(world.Sent());
        }
    }

    [Fact]
    public async Task An_answer_to_a_questionnaire_counts_in_the_result_that_the_successor_tells()
    {
        var city = FollowUpsWorld.City().WithFarsta();
        await using var world = new FollowUpsWorld("2026-03-01T12:00");
        await world.ImportAsync(city);
        await world.LiveUntilAsync("2026-03-03");
        await world.AnswerAsync("rektor@skola98000001.example", [.. Enumerable.Repeat<int?>(4, 16)]);
        await world.Get<RegisterImport>().ImportFilesAsync(city.Merged("BROMMA", "FARSTA"));

        var moved = await world.Get<MovedLinks>().FollowAsync(world.TokenOf("rektor@skola98000002.example"), Ct);
        var view = (await world.Get<FollowUpReplies>().ViewAsync(moved, Ct))!;
        var choices = view.Round.Questionnaire.Statements.ToDictionary(s => s.Key, _ => 4);
        await world.Get<FollowUpReplies>().AnswerAsync(moved, new(choices, view.Round.Questionnaire.Fingerprint(), view.Times), Ct);
        await world.LiveUntilAsync("2026-03-24");

        Assert.Equal(2, Assert.Single(await world.RowsAsync("FARSTA")).Round.Result!.Answered);
    }

    /// <summary>Lives until the last day; the districts are merged before seven on the one day.</summary>
    private static async Task LiveAsync(Func<string, Task> until, Action<string> at, RegisterImport import, RegisterBuilder city, string? merged, string last)
    {
        if (merged is not null)
        {
            await until(DateOnly.ParseExact(merged, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            at(merged + "T06:00");
            await import.ImportFilesAsync(city.Merged("BROMMA", "FARSTA"));
        }

        await until(last);
    }

    private static string UidOf(MailMessage mail) =>
        mail.Attachments!.First(a => a.MediaType == "text/calendar").Text.Split('\n').Single(l => l.StartsWith("UID:", StringComparison.Ordinal));

    private static IReadOnlyList<string> Log(IReadOnlyList<MailMessage> sent)
    {
        Assert.NotEmpty(sent);
        return [.. sent.Select(m => string.Create(CultureInfo.InvariantCulture, $"{StockholmTime.DateOf(m.Date):yyyy-MM-dd} {m.Kind} {string.Join(' ', m.To.Concat(m.Cc ?? []))}")).Order(StringComparer.Ordinal)];
    }
}
