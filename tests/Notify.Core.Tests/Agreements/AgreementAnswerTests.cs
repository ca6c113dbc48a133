using Notify.Core.Agreements;
using Notify.Core.Delivery;
using Notify.Core.Register;
using Notify.Testing.Agreements;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Agreements;

/// <summary>What an answer does, and who is told.</summary>
public sealed class AgreementAnswerTests
{
    private static readonly EmailAddress School = EmailAddress.Parse("rektor@friskolan.example");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_counts_at_once_and_is_kept_with_who_and_when()
    {
        await using var world = await RemindedAsync();

        var result = await world.AnswerAsync(AnswerKind.Revised, Day("2027-10-01"));

        Assert.Equal((ReplyOutcome.Recorded, Day("2027-10-01")), (result.Outcome, result.View.Standing.Counts));
        var answer = (await world.StateAsync("A")).Answer!;
        Assert.Equal((AnswerKind.Revised, "ordforande@bromma.example", world.Clock.GetUtcNow(), Day("2026-11-16")), (answer.Kind, answer.By, answer.At, answer.Registered));
        Assert.Equal(AnswerStanding.Counts, result.View.Standing.Answer);
    }

    [Fact]
    public async Task Everyone_who_was_reminded_and_the_informed_are_told_the_new_day_and_who_answered()
    {
        await using var world = await RemindedAsync(a => a with { Informed = [School] });
        await world.AnswerAsync(AnswerKind.Unchanged);

        await world.RunAsync();

        var mails = world.Sent();
        Assert.Equal([AgreementKinds.Revised, AgreementKinds.Revised], mails.Select(m => m.Kind));
        Assert.Equal(["ordforande@bromma.example", "rektor@friskolan.example"], mails.SelectMany(m => m.To).Select(a => a.ToString()).Order(StringComparer.Ordinal));
        Assert.All(mails, m => Assert.Contains("genomgången utan ändringar (ordforande@bromma.example, torsdag 12 november 2026)", m.Content.Text, StringComparison.Ordinal));
        Assert.All(mails, m => Assert.Contains("fredag 12 november 2027", m.Content.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reminder_that_waits_when_the_answer_comes_never_leaves_even_if_the_watch_has_not_run_since()
    {
        await using var world = new AgreementsWorld("2026-10-17T09:00"); // a Saturday: the mail waits for Monday
        await world.ImportAsync(AgreementsWorld.City("2026-11-16"));
        await world.RunAsync();
        Assert.Single(await world.WaitingAsync());
        await world.AnswerAsync(AnswerKind.Revised, Day("2027-10-01"));

        world.At("2026-10-19T09:00");
        await world.Get<DeliverJob>().DeliverAsync(DistrictCode.Parse("BROMMA"), Ct);

        Assert.Empty(world.Log());
        Assert.Empty(await world.WaitingAsync());
    }

    [Fact]
    public async Task A_crash_between_the_answer_and_its_mails_loses_none_and_doubles_none()
    {
        var store = new InMemoryRecordStore();
        await using var world = await RemindedAsync(store: store);
        await world.AnswerAsync(AnswerKind.Revised, Day("2027-10-01"));

        await using var after = new AgreementsWorld("2026-11-12T11:00", store: store); // the process that answered is gone
        await after.RunAsync();
        await after.RunAsync();

        Assert.Equal(["2026-11-12 agreement-revised"], after.Log());
    }

    [Fact]
    public async Task Under_way_puts_the_reminders_off_and_the_days_overdue_are_counted_on()
    {
        await using var world = await RemindedAsync();
        world.At("2026-11-20T10:00");
        var result = await world.AnswerAsync(AnswerKind.UnderWay, Day("2027-01-15"));
        Assert.Equal((Day("2027-01-15"), Day("2026-11-16"), 4), (result.View.Standing.Counts, result.View.Standing.OverdueFrom, result.View.Standing.OverdueDays(result.View.Today)));

        await world.LiveUntilAsync("2027-01-25");

        Assert.Equal(
            [
                "2026-11-20 agreement-revised", "2026-12-16 agreement-reminder", "2026-12-30 agreement-reminder", "2027-01-08 agreement-reminder",
                "2027-01-15 agreement-reminder", "2027-01-22 agreement-overdue",
            ],
            world.Log());
    }

    [Fact]
    public async Task Under_way_and_done_before_the_day_leaves_the_day_as_it_is()
    {
        await using var world = await RemindedAsync();

        var result = await world.AnswerAsync(AnswerKind.UnderWay, Day("2026-11-13"));
        await world.LiveUntilAsync("2026-11-16");

        Assert.Equal(Day("2026-11-16"), result.View.Standing.Counts);
        var mail = Assert.Single(world.Sent());
        Assert.Equal(AgreementKinds.Reminder, mail.Kind);
        Assert.Contains("arbetet pågår (ordforande@bromma.example", mail.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_import_with_an_older_day_does_not_undo_the_answer_and_the_coordinator_is_told_of_the_conflict()
    {
        await using var world = await RemindedAsync();
        await world.AnswerAsync(AnswerKind.Revised, Day("2027-10-01"));
        await world.RunAsync();
        world.Sent();
        await world.ImportAsync(AgreementsWorld.City("2026-12-24"));

        await world.LiveUntilAsync("2026-12-31");

        var mail = Assert.Single(world.Sent());
        Assert.Equal((AgreementKinds.Conflict, "samordnare@bromma.example"), (mail.Kind, Assert.Single(mail.To).ToString()));
        var standing = (await world.OpenAsync()).Standing;
        Assert.Equal((AnswerStanding.Conflict, Day("2027-10-01"), Day("2026-12-24")), (standing.Answer, standing.Counts, standing.Registered));
    }

    [Fact]
    public async Task When_the_register_agrees_the_conflict_is_over_and_a_later_day_in_it_counts()
    {
        await using var world = await RemindedAsync();
        await world.AnswerAsync(AnswerKind.Revised, Day("2027-10-01"));
        await world.ImportAsync(AgreementsWorld.City("2026-12-24"));
        await world.RunAsync();

        await world.ImportAsync(AgreementsWorld.City("2027-10-01"));
        await world.RunAsync();
        Assert.Equal(AnswerStanding.Agreed, (await world.OpenAsync()).Standing.Answer);

        await world.ImportAsync(AgreementsWorld.City("2028-01-10"));
        await world.RunAsync();
        Assert.Equal((AnswerStanding.Overtaken, Day("2028-01-10")), ((await world.OpenAsync()).Standing.Answer, (await world.OpenAsync()).Standing.Counts));
    }

    [Fact]
    public async Task The_same_answer_twice_is_one()
    {
        await using var world = await RemindedAsync();
        await world.AnswerAsync(AnswerKind.Unchanged);
        world.At("2026-11-13T09:00");

        var again = await world.AnswerAsync(AnswerKind.Unchanged, seen: 0);

        Assert.Equal((ReplyOutcome.AlreadySaid, 1), (again.Outcome, (await world.StateAsync("A")).Answers));
    }

    [Fact]
    public async Task Who_answers_differently_without_having_seen_the_first_answer_is_told_it_and_can_then_change_it()
    {
        await using var world = await RemindedAsync();
        var token = await world.TokenAsync();
        await world.AnswerAsync(AnswerKind.Unchanged);
        var other = new AgreementReply(AnswerKind.UnderWay, Day("2027-02-01"), "", "Bo Ek", Seen: 0);

        var told = (await world.Get<AgreementReplies>().AnswerAsync(token, other, Ct))!;
        Assert.Equal((ReplyOutcome.Overtaken, AnswerKind.Unchanged, 1), (told.Outcome, told.View.Answer!.Kind, (await world.StateAsync("A")).Answers));

        var changed = (await world.Get<AgreementReplies>().AnswerAsync(await world.TokenAsync(), other with { Seen = 1 }, Ct))!;
        var state = await world.StateAsync("A");
        Assert.Equal((ReplyOutcome.Recorded, "Bo Ek", "ordforande@bromma.example"), (changed.Outcome, state.Answer!.By, Assert.Single(state.Earlier).By));
    }

    [Fact]
    public async Task Of_two_members_in_the_same_second_one_is_recorded_and_the_other_is_told()
    {
        var store = new MeetingStore(new InMemoryRecordStore(), AgreementsKeys.Agreement("A"));
        await using var world = await RemindedAsync(store: store);
        var token = await world.TokenAsync();
        var replies = world.Get<AgreementReplies>();
        store.MeetTwo();
        AgreementReply[] both =
        [
            new(AnswerKind.Revised, Day("2027-10-01"), "", "Eva Sandberg", 0),
            new(AnswerKind.UnderWay, Day("2027-02-01"), "", "Bo Ek", 0),
        ];

        var results = await Task.WhenAll(both.Select(r => Task.Run(() => replies.AnswerAsync(token, r, Ct))));

        Assert.Equal([ReplyOutcome.Recorded, ReplyOutcome.Overtaken], results.Select(r => r!.Outcome).Order());
        Assert.Equal(1, (await world.StateAsync("A")).Answers);
        Assert.All(results, r => Assert.NotNull(r!.View.Answer));
    }

    [Fact]
    public async Task A_page_that_stood_open_while_the_register_got_another_day_answers_nothing()
    {
        await using var world = await RemindedAsync();
        var token = await world.TokenAsync();
        await world.ImportAsync(AgreementsWorld.City("2027-03-15"));
        await world.RunAsync();

        var result = (await world.Get<AgreementReplies>().AnswerAsync(token, new(AnswerKind.Unchanged, null, "", "Bo Ek", 0), Ct))!;

        Assert.Equal((ReplyOutcome.Overtaken, 0), (result.Outcome, (await world.StateAsync("A")).Answers));
    }

    [Theory]
    [InlineData(AnswerKind.Revised, null)]
    [InlineData(AnswerKind.Revised, "2026-11-12")] // today
    [InlineData(AnswerKind.Revised, "2036-11-13")]
    [InlineData(AnswerKind.UnderWay, null)]
    [InlineData(AnswerKind.UnderWay, "2026-11-11")]
    [InlineData(AnswerKind.UnderWay, "2027-11-13")] // nobody is reminded meanwhile
    public async Task A_day_that_cannot_be_is_refused(AnswerKind kind, string? day)
    {
        await using var world = await RemindedAsync();

        var result = await world.AnswerAsync(kind, day is null ? null : Day(day));

        Assert.Equal((ReplyOutcome.WrongDay, 0), (result.Outcome, (await world.StateAsync("A")).Answers));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "B")]
    [InlineData("", "Bo\nEk")]
    [InlineData("nobody", "Bo Ek")]
    public async Task Without_saying_who_it_is_nobody_answers(string member, string name)
    {
        await using var world = await RemindedAsync();

        var result = (await world.Get<AgreementReplies>().AnswerAsync(await world.TokenAsync(), new(AnswerKind.Unchanged, null, member, name, 0), Ct))!;

        Assert.Equal((ReplyOutcome.NoName, 0), (result.Outcome, (await world.StateAsync("A")).Answers));
    }

    [Fact]
    public async Task Of_an_ended_agreement_nothing_is_asked_and_of_one_that_is_gone_nothing_is_shown()
    {
        await using var world = await RemindedAsync();
        await world.ImportAsync(AgreementsWorld.City("2026-11-16", a => a with { Status = AgreementStatus.Ended }));
        Assert.Equal(ReplyOutcome.Ended, (await world.AnswerAsync(AnswerKind.Unchanged)).Outcome);

        await world.ImportAsync(RegisterBuilder.City().District("BROMMA"));

        Assert.Null(await world.Get<AgreementReplies>().ViewAsync(await world.TokenAsync(), Ct));
    }

    [Fact]
    public async Task An_agreement_that_is_revised_as_needed_is_next_looked_at_in_a_year()
    {
        await using var world = new AgreementsWorld("2026-11-12T10:00");
        await world.ImportAsync(AgreementsWorld.City("2026-11-16", a => a with { NextRevision = null, IntervalMonths = null, SignedOn = Day("2020-11-20") }));
        await world.RunAsync();

        await world.AnswerAsync(AnswerKind.Unchanged);
        world.Sent();
        await world.LiveUntilAsync("2027-10-13");

        Assert.Equal(Day("2027-11-12"), (await world.OpenAsync()).Standing.Counts);
        Assert.Equal(["2026-11-12 agreement-revised", "2027-08-13 agreement-reminder", "2027-10-13 agreement-reminder"], world.Log());
    }

    [Fact]
    public async Task Days_overdue_are_counted_while_they_last_and_kept_when_they_end()
    {
        await using var world = await RemindedAsync();
        await world.LiveUntilAsync("2026-11-26");
        await world.AnswerAsync(AnswerKind.Unchanged);
        await world.LiveUntilAsync("2026-12-10");

        var state = await world.StateAsync("A");

        Assert.Equal([new(Day("2026-11-17"), Day("2026-11-25"))], state.Overdue!);
        Assert.Equal(new(Day("2027-11-26"), Day("2026-11-26")), state.Clock);
    }

    [Fact]
    public async Task A_wrong_day_that_is_put_right_at_once_leaves_no_day_overdue()
    {
        await using var world = await RemindedAsync();
        await world.ImportAsync(AgreementsWorld.City("2016-11-16"));
        await world.RunAsync();
        await world.ImportAsync(AgreementsWorld.City("2027-11-16"));
        await world.RunAsync();

        Assert.Null((await world.StateAsync("A")).Overdue);
    }

    private static DateOnly Day(string day) => AgreementsWorld.Day(day);

    /// <summary>A steering group that was reminded today of a day four days ahead.</summary>
    private static async Task<AgreementsWorld> RemindedAsync(Func<Agreement, Agreement>? with = null, Notify.Core.Store.IRecordStore? store = null)
    {
        var world = new AgreementsWorld("2026-11-12T10:00", store: store);
        await world.ImportAsync(AgreementsWorld.City("2026-11-16", with));
        await world.RunAsync();
        Assert.Equal(["2026-11-12 agreement-reminder"], world.Log());
        return world;
    }
}
