using Notify.Core.Delivery;
using Notify.Core.FollowUps;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Testing.FollowUps;
using Notify.Testing.Register;
using Xunit;
using Record = Notify.Core.Store.Record;

namespace Notify.Core.Tests.FollowUps;

/// <summary>The life of a round: it opens, is answered or not, closes, and is told. 2 March 2026 is a Monday, 20 March a Friday.</summary>
public sealed class RoundTests : IAsyncDisposable
{
    private static readonly int?[] Fours = [.. Enumerable.Repeat<int?>(4, 16)];

    private static readonly string[] Everybody =
        ["anna@bromma.example", "bo@bromma.example", "eva@bromma.example", "rektor@skola98000001.example", "rektor@skola98000002.example", "rektor@skola98000003.example", "ulf@bromma.example"];

    private readonly FollowUpsWorld _world = new("2026-03-01T12:00");

    [Fact]
    public async Task Everybody_is_invited_at_seven_reminded_twice_and_the_result_is_told_when_it_has_closed()
    {
        await _world.ImportAsync(FollowUpsWorld.City());

        await _world.LiveUntilAsync("2026-04-10");

        Assert.Equal(
            [
                .. Everybody.Select(a => $"2026-03-02 followup-open {a}"),
                .. Everybody.Select(a => $"2026-03-13 followup-reminder {a}"),
                .. Everybody.Select(a => $"2026-03-18 followup-reminder {a}"),
                "2026-03-23 followup-result samordnare@bromma.example",
            ],
            _world.Log());
    }

    [Fact]
    public async Task A_school_gets_one_mail_at_both_addresses_and_the_result_goes_to_coordinator_and_group_with_a_copy_to_the_director()
    {
        await _world.ImportAsync(FollowUpsWorld.City());
        await _world.LiveUntilAsync("2026-03-23");

        var sent = _world.Sent();
        Assert.Equal(
            ["rektor@skola98000001.example", "expedition@skola98000001.example"],
            sent.First(m => m.To[0].ToString() == "rektor@skola98000001.example").To.Select(a => a.ToString()));
        var result = sent[^1];
        Assert.Equal(["samordnare@bromma.example", "eva@bromma.example", "ulf@bromma.example"], result.To.Select(a => a.ToString()));
        Assert.Equal(["direktor@bromma.example"], result.Cc!.Select(a => a.ToString()));
    }

    [Fact]
    public async Task Whoever_wears_three_hats_gets_one_mail_and_gives_one_answer_that_counts_in_each_group()
    {
        var eva = EmailAddress.Parse("eva@bromma.example");
        await _world.ImportAsync(FollowUpsWorld.City()
            .ChangeSchool("98000003", s => s with { PrincipalEmail = null, Email = eva })
            .Contact("eva", c => c with { Email = eva }));
        await _world.LiveUntilAsync("2026-03-02");

        Assert.Single(_world.Sent(), m => m.Everyone.Contains(eva));
        await _world.AnswerAsync("eva@bromma.example", Fours);
        await _world.LiveUntilAsync("2026-03-23");

        var result = (await _world.RowsAsync()).Single().Round.Result!;
        Assert.Equal((6, 1), (result.Asked, result.Answered));
        Assert.Equal([("Municipal", 2), ("Independent", 1), ("Contacts", 3), ("SteeringGroup", 2)], result.Groups.Select(g => (g.Group.ToString(), g.Asked)));
    }

    [Fact]
    public async Task Nobody_who_has_answered_is_reminded_not_even_when_the_reminder_was_queued()
    {
        await _world.ImportAsync(FollowUpsWorld.City(f => f with { Closes = FollowUpsWorld.Day("2026-03-21") })); // reminders on Saturday the 14th are sent on Friday, at 7
        await _world.LiveUntilAsync("2026-03-02");
        _world.Log();
        Assert.Equal(FollowUpReplyOutcome.Saved, await _world.AnswerAsync("anna@bromma.example", Fours));
        _world.At("2026-03-13T07:00");
        await _world.Get<FollowUpsJob>().RunAsync(FollowUpsWorld.Bromma, TestContext.Current.CancellationToken);
        Assert.Equal(6, (await _world.WaitingAsync()).Count);

        Assert.Equal(FollowUpReplyOutcome.Saved, await _world.AnswerAsync("bo@bromma.example", [null, 3]));
        await _world.RunAsync();

        Assert.Equal(5, _world.Log().Count(l => l.StartsWith("2026-03-13 followup-reminder", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_comes_late_is_invited_alone()
    {
        await _world.ImportAsync(FollowUpsWorld.City());
        await _world.LiveUntilAsync("2026-03-09");
        _world.Log();

        await _world.ImportAsync(FollowUpsWorld.City().Contact("cilla"));
        await _world.LiveUntilAsync("2026-03-12");

        Assert.Equal(["2026-03-09 followup-open cilla@bromma.example"], _world.Log());
    }

    [Fact]
    public async Task Whoever_comes_after_a_reminder_was_due_is_invited_and_not_reminded_at_once()
    {
        await _world.ImportAsync(FollowUpsWorld.City());
        await _world.LiveUntilAsync("2026-03-17");
        _world.Log();

        await _world.ImportAsync(FollowUpsWorld.City().Contact("cilla"));
        await _world.LiveUntilAsync("2026-03-17");
        Assert.Equal(["2026-03-17 followup-open cilla@bromma.example"], _world.Log());

        await _world.LiveUntilAsync("2026-03-18");
        Assert.Contains("2026-03-18 followup-reminder cilla@bromma.example", _world.Log());
    }

    [Fact]
    public async Task Whoever_leaves_is_no_longer_asked_but_an_answer_given_counts()
    {
        var city = FollowUpsWorld.City();
        await _world.ImportAsync(city);
        await _world.LiveUntilAsync("2026-03-02");
        await _world.AnswerAsync("anna@bromma.example", Fours);
        _world.Log();

        await _world.ImportAsync(city.With(c => c with { Contacts = [] }));
        await _world.LiveUntilAsync("2026-03-23");

        Assert.DoesNotContain(_world.Log(), l => l.Contains("bo@", StringComparison.Ordinal) || l.Contains("anna@", StringComparison.Ordinal));
        Assert.Equal((6, 1), ((await _world.RowsAsync()).Single().Asked, (await _world.RowsAsync()).Single().Answered));
        Assert.Null(await _world.OpenAsync("bo@bromma.example"));
    }

    [Fact]
    public async Task A_school_that_has_answered_is_not_asked_again_because_its_principal_is_replaced()
    {
        var city = FollowUpsWorld.City();
        await _world.ImportAsync(city);
        await _world.LiveUntilAsync("2026-03-02");
        await _world.AnswerAsync("rektor@skola98000001.example", Fours);
        _world.Log();

        await _world.ImportAsync(city
            .ChangeSchool("98000001", s => s with { PrincipalEmail = EmailAddress.Parse("ny@skola98000001.example") })
            .ChangeSchool("98000002", s => s with { PrincipalEmail = EmailAddress.Parse("ny@skola98000002.example") }));
        await _world.RunAsync();

        Assert.Equal(["2026-03-02 followup-open ny@skola98000002.example"], _world.Log());
        Assert.Equal(7, (await _world.RowsAsync()).Single().Asked);
    }

    [Fact]
    public async Task When_the_closing_day_comes_closer_the_silent_are_told_and_when_it_is_put_off_they_are_reminded_anew()
    {
        await _world.ImportAsync(FollowUpsWorld.City());
        await _world.LiveUntilAsync("2026-03-04");
        _world.Log();

        await _world.ImportAsync(FollowUpsWorld.City(f => f with { Closes = FollowUpsWorld.Day("2026-03-09") }));
        await _world.LiveUntilAsync("2026-03-05");
        Assert.Equal(Everybody.Select(a => $"2026-03-04 followup-reminder {a}"), _world.Log());

        await _world.ImportAsync(FollowUpsWorld.City(f => f with { Closes = FollowUpsWorld.Day("2026-03-27") }));
        await _world.LiveUntilAsync("2026-03-28");
        Assert.Equal(
            [.. Everybody.Select(a => $"2026-03-20 followup-reminder {a}"), .. Everybody.Select(a => $"2026-03-25 followup-reminder {a}")],
            _world.Log());
    }

    [Fact]
    public async Task A_mail_that_waits_with_a_closing_day_that_no_longer_holds_is_replaced()
    {
        _world.At("2026-03-01T23:00");
        await _world.ImportAsync(FollowUpsWorld.City(f => f with { Opens = FollowUpsWorld.Day("2026-03-01") }));
        await _world.RunAsync(); // a Sunday
        Assert.Equal(7, (await _world.WaitingAsync()).Count);

        await _world.ImportAsync(FollowUpsWorld.City(f => f with { Opens = FollowUpsWorld.Day("2026-03-01"), Closes = FollowUpsWorld.Day("2026-03-27") }));
        await _world.LiveUntilAsync("2026-03-02");

        var sent = _world.Sent();
        Assert.Equal(7, sent.Count);
        Assert.All(sent, m => Assert.Contains("27 mars 2026", m.Content.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_round_that_leaves_the_register_falls_silent_and_its_links_say_so()
    {
        await _world.ImportAsync(FollowUpsWorld.City());
        await _world.LiveUntilAsync("2026-03-02");
        _world.Log();

        await _world.ImportAsync(FollowUpsWorld.City().With(c => c with { FollowUps = [] }));
        await _world.LiveUntilAsync("2026-04-10");

        Assert.Empty(_world.Log());
        Assert.Null(await _world.OpenAsync("anna@bromma.example"));
        Assert.Empty(await _world.RowsAsync());
    }

    [Fact]
    public async Task A_round_that_had_closed_when_the_watch_first_saw_it_is_not_mailed_about()
    {
        _world.At("2026-06-01T10:00");

        await _world.ImportAsync(FollowUpsWorld.City());
        await _world.LiveUntilAsync("2026-06-05");

        Assert.Empty(_world.Log());
        Assert.Equal(RoundStage.Missed, (await _world.RowsAsync()).Single().Round.Stage);
    }

    [Fact]
    public async Task After_days_of_downtime_one_reminder_goes_the_latest_due_and_a_round_that_closed_meanwhile_is_told()
    {
        await _world.ImportAsync(FollowUpsWorld.City());
        await _world.LiveUntilAsync("2026-03-02");
        _world.Log();

        _world.At("2026-03-19T09:00");
        await _world.RunAsync();
        await _world.RunAsync();
        Assert.Equal(Everybody.Select(a => $"2026-03-19 followup-reminder {a}"), _world.Log());

        _world.At("2026-04-20T09:00");
        await _world.RunAsync();
        await _world.RunAsync();
        Assert.Equal(["2026-04-20 followup-result samordnare@bromma.example"], _world.Log());
    }

    [Fact]
    public async Task Once_closed_a_round_stays_closed_and_its_result_is_never_worked_out_again()
    {
        await _world.ImportAsync(FollowUpsWorld.City());
        await _world.LiveUntilAsync("2026-03-02");
        foreach (var address in Everybody)
        {
            await _world.AnswerAsync(address, Fours);
        }

        await _world.LiveUntilAsync("2026-03-23");
        var before = (await _world.RowsAsync()).Single();

        await _world.ImportAsync(FollowUpsWorld.City(f => f with { Closes = FollowUpsWorld.Day("2026-04-30"), Title = "Nytt namn" }).Contact("cilla"));
        await _world.LiveUntilAsync("2026-03-24");

        var after = (await _world.RowsAsync()).Single();
        Assert.Equal(("Nytt namn", before.Round.Closes, before.Figures!.Index), (after.Round.Title, after.Round.Closes, after.Figures!.Index));
        Assert.Equal(FollowUpReplyOutcome.NotOpen, await _world.AnswerAsync("anna@bromma.example", Fours));
        Assert.Null(await _world.OpenAsync("cilla@bromma.example"));
    }

    [Fact]
    public async Task An_invitation_that_bounced_is_not_sent_again_but_the_reminder_is_tried()
    {
        await _world.ImportAsync(FollowUpsWorld.City());
        _world.Transport.Script(new SendOutcome.Permanent("no such user"));
        await _world.LiveUntilAsync("2026-03-10");
        Assert.Equal(7, _world.Log().Count(l => l.Contains("followup-open", StringComparison.Ordinal)));

        _world.Transport.Script(new SendOutcome.Accepted("1", []));
        await _world.LiveUntilAsync("2026-03-16");

        Assert.Equal(7, _world.Log().Count(l => l.StartsWith("2026-03-13 followup-reminder", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Baseline_takes_everybody_as_invited_and_what_falls_due_later_is_sent()
    {
        _world.At("2026-03-02T06:00");
        await _world.ImportAsync(FollowUpsWorld.City());

        Assert.Equal(1, await _world.Get<FollowUpsCommands>().BaselineAsync(FollowUpsWorld.Bromma, TestContext.Current.CancellationToken));

        await _world.LiveUntilAsync("2026-03-13");
        Assert.Equal(Everybody.Select(a => $"2026-03-13 followup-reminder {a}"), _world.Log());
    }

    [Fact]
    public async Task A_crash_between_any_two_commits_loses_nothing_and_doubles_nothing()
    {
        for (var crash = 1; crash < 8; crash++)
        {
            await using var world = new FollowUpsWorld("2026-03-02T07:05", store: new CrashingStore(crash));
            await world.ImportAsync(Enumerable.Range(1, 100).Aggregate(FollowUpsWorld.City(), (city, n) => city.Contact($"k{n}")));
            ((CrashingStore)world.Store).Arm();
            try
            {
                await world.Get<FollowUpsJob>().RunAsync(FollowUpsWorld.Bromma, TestContext.Current.CancellationToken);
            }
            catch (IOException)
            {
                // The process is gone; the next one begins anew.
            }

            await world.RunAsync();

            Assert.Equal(107, world.Sent().Select(m => m.To[0]).Distinct().Count());
            Assert.Equal(107, world.Transport.Calls.Count);
        }
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    /// <summary>Fails one commit, before or after it was done.</summary>
    private sealed class CrashingStore(int at) : IRecordStore
    {
        private readonly Notify.Testing.Store.InMemoryRecordStore _store = new();
        private int _left = int.MaxValue;

        public void Arm() => _left = at;

        public Task<Record?> FindAsync(string partition, string key, CancellationToken ct) => _store.FindAsync(partition, key, ct);

        public IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, CancellationToken ct) => _store.ScanAsync(partition, keyPrefix, ct);

        public async Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct)
        {
            _left--;
            return _left == 0 ? throw new IOException("the power is gone") : await _store.CommitAsync(partition, changes, ct);
        }
    }
}
