using Notify.Core.FollowUps;
using Notify.Core.Register;
using Notify.Testing.FollowUps;
using Xunit;

namespace Notify.Core.Tests.FollowUps;

/// <summary>What becomes of an answer.</summary>
public sealed class ReplyRuleTests : IAsyncDisposable
{
    private readonly FollowUpsWorld _world = new("2026-03-02T07:05");

    [Fact]
    public async Task An_answer_in_parts_is_kept_and_can_be_changed_until_the_last_minute()
    {
        await OpenAsync();

        Assert.Equal(FollowUpReplyOutcome.Saved, await _world.AnswerAsync("anna@bromma.example", [4, 0]));
        Assert.Equal((1, 2, false), await SeenAsync());

        _world.At("2026-03-20T23:59");
        Assert.Equal(FollowUpReplyOutcome.Saved, await _world.AnswerAsync("anna@bromma.example", [.. Enumerable.Repeat<int?>(5, 16)]));
        Assert.Equal((2, 16, true), await SeenAsync());

        _world.At("2026-03-21T00:00");
        Assert.Equal(FollowUpReplyOutcome.NotOpen, await _world.AnswerAsync("anna@bromma.example", [1]));
        Assert.Equal((2, 16, true), await SeenAsync());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    [InlineData(int.MaxValue)]
    public async Task A_step_that_is_not_on_the_scale_is_no_answer(int step)
    {
        await OpenAsync();

        Assert.Equal(FollowUpReplyOutcome.Empty, await _world.AnswerAsync("anna@bromma.example", [step]));
        Assert.Equal(0, (await _world.OpenAsync("anna@bromma.example"))!.Times);
    }

    [Fact]
    public async Task Whoever_has_not_seen_that_somebody_else_saved_must_look_first()
    {
        await OpenAsync();
        var old = (await _world.OpenAsync("anna@bromma.example"))!;
        await _world.AnswerAsync("anna@bromma.example", [4, 4]);

        var statement = old.Round.Questionnaire.Statements[0];
        var result = await SaveAsync(old, new() { [statement.Key] = 1 });

        Assert.Equal(FollowUpReplyOutcome.Overtaken, result.Outcome);
        Assert.Equal(4, result.View.Answer!.Choices[statement.Key]);
        Assert.Equal(FollowUpReplyOutcome.Saved, (await SaveAsync(result.View, new() { [statement.Key] = 1 })).Outcome);
    }

    [Fact]
    public async Task What_was_answered_on_a_page_with_other_statements_is_kept_for_those_that_are_left()
    {
        await OpenAsync();
        var old = (await _world.OpenAsync("anna@bromma.example"))!;
        var choices = old.Round.Questionnaire.Statements.ToDictionary(s => s.Key, _ => 3);
        await _world.ImportAsync(WithOtherTrust());
        await _world.RunAsync();

        var result = await SaveAsync(old, choices);

        Assert.Equal(FollowUpReplyOutcome.SavedInPart, result.Outcome);
        Assert.Equal((14, 15), (result.View.Done, result.View.Round.Questionnaire.Statements.Count));
    }

    [Fact]
    public async Task Nothing_but_statements_that_are_gone_is_told_too()
    {
        await OpenAsync();
        var old = (await _world.OpenAsync("anna@bromma.example"))!;
        var trust = old.Round.Questionnaire.Statements.Where(s => s.Axis == "Tillit").ToDictionary(s => s.Key, _ => 3);
        await _world.ImportAsync(WithOtherTrust());
        await _world.RunAsync();

        Assert.Equal(FollowUpReplyOutcome.SavedInPart, (await SaveAsync(old, trust)).Outcome);
    }

    [Fact]
    public async Task Two_who_save_at_once_behind_the_same_link_do_not_overwrite_each_other()
    {
        await OpenAsync();
        var view = (await _world.OpenAsync("anna@bromma.example"))!;
        var key = view.Round.Questionnaire.Statements[0].Key;

        var results = await Task.WhenAll(Enumerable.Range(1, 5).Select(step => Task.Run(() => SaveAsync(view, new() { [key] = step }))));

        Assert.Single(results, r => r.Outcome == FollowUpReplyOutcome.Saved);
        Assert.Equal(4, results.Count(r => r.Outcome == FollowUpReplyOutcome.Overtaken));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private static Notify.Testing.Register.RegisterBuilder WithOtherTrust() => FollowUpsWorld.City().With(c => c with
    {
        Questionnaires = [.. c.Questionnaires!.Where(q => q.Axis != "Tillit"), new QuestionnaireStatement(DefaultQuestionnaire.Id, "1", "Tillit", "Vi litar på varandra.", 5)],
    });

    private async Task OpenAsync()
    {
        await _world.ImportAsync(FollowUpsWorld.City());
        await _world.RunAsync();
    }

    private async Task<(int Times, int Done, bool IsWhole)> SeenAsync()
    {
        var view = (await _world.OpenAsync("anna@bromma.example"))!;
        return (view.Times, view.Done, view.IsWhole);
    }

    private async Task<FollowUpReplyResult> SaveAsync(FollowUpView seen, Dictionary<string, int> choices) =>
        (await _world.Get<FollowUpReplies>().AnswerAsync(
            _world.TokenOf("anna@bromma.example"), new(choices, seen.Round.Questionnaire.Fingerprint(), seen.Times), TestContext.Current.CancellationToken))!;
}
