using Notify.Core.Store;
using Notify.Core.Templates;
using Notify.Core.Templates.Wording;
using Notify.Testing.Store;
using Xunit;
using Record = Notify.Core.Store.Record;

namespace Notify.Core.Tests.Templates.Wording;

/// <summary>A municipality's own wording: put in place, taken back, never in the way of a mail; and what was sent stays as it was sent.</summary>
public sealed class WordingsTests
{
    private readonly WordingWorld _world = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_queued_mail_leaves_in_the_wording_in_use_when_it_leaves()
    {
        var process = _world.Start();
        var mail = WordingWorld.Mail();
        Assert.Equal("Hej", await process.OpeningAsync(mail));

        Assert.Equal(WordingResult.Done, (await process.SaveAsync(WordingWorld.Greeting("God morgon!"))).Result);

        Assert.Equal("God morgon", await process.OpeningAsync(mail));
    }

    [Fact]
    public async Task Another_process_learns_of_a_change_within_a_minute()
    {
        var (portal, deliverer) = (_world.Start(), _world.Start());
        Assert.Equal("Hej", await deliverer.OpeningAsync(WordingWorld.Mail()));
        await portal.SaveAsync(WordingWorld.Greeting("God morgon!"));

        _world.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("Hej", await deliverer.OpeningAsync(WordingWorld.Mail()));
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("God morgon", await deliverer.OpeningAsync(WordingWorld.Mail()));
    }

    [Fact]
    public async Task A_mail_reads_as_it_was_sent_after_two_changes_of_wording_and_an_upgrade_of_text_footer_and_layout()
    {
        var process = _world.Start();
        var ours = await process.LeaveAsync(WordingWorld.Mail(1));
        await process.SaveAsync(WordingWorld.Greeting("God morgon!"));
        var first = await process.LeaveAsync(WordingWorld.Mail(2));
        await process.SaveAsync(WordingWorld.Greeting("Tjena!"));
        var second = await process.LeaveAsync(WordingWorld.Mail(3));

        var later = _world.Start(
            null,
            ("contacts/contact-changed.sv.liquid", s => s.Replace("Hej! Från", "Goddag! Från", StringComparison.Ordinal)),
            ("_footer.sv.liquid", s => "Hälsningar. " + s),
            ("layout.html", s => s.Replace("<body", "<body class=\"new\"", StringComparison.Ordinal)));

        foreach (var (mail, text) in new[] { ours, first, second })
        {
            var shown = await later.Mails.RenderAsync(mail, Ct);
            Assert.Equal(text, shown.Mail);
            Assert.True(shown.IsAsStamped);
        }

        var next = await later.Mails.RenderAsync(WordingWorld.Mail(4), Ct);
        Assert.StartsWith("Tjena!", next.Mail!.Text, StringComparison.Ordinal);
        Assert.Contains("Hälsningar.", next.Mail.Text, StringComparison.Ordinal);
        Assert.Contains("class=\"new\"", next.Mail.Html, StringComparison.Ordinal);
        Assert.NotEqual(second.Mail.TemplateVersion, next.Version);
    }

    [Fact]
    public async Task What_left_in_a_version_that_nobody_kept_is_shown_in_the_present_one_and_says_so()
    {
        var shown = await _world.Start().Mails.RenderAsync(WordingWorld.Mail() with { TemplateVersion = "0123456789ab" }, Ct);

        Assert.StartsWith("Hej!", shown.Mail!.Text, StringComparison.Ordinal);
        Assert.False(shown.IsAsStamped);
    }

    [Fact]
    public async Task Ours_is_taken_back_and_an_earlier_one_after_it_each_with_a_line_of_history()
    {
        var process = _world.Start();
        await process.SaveAsync(WordingWorld.Greeting("Ett!"), "Eva");
        await process.SaveAsync(WordingWorld.Greeting("Två!"), "Bo");
        var first = (await StateAsync(process)).History.Entries[1].Version;

        Assert.Equal(WordingResult.Done, (await process.Wordings.RevertAsync(WordingWorld.Kind, "sv", null, 2, "Eva", Ct)).Result);
        Assert.Equal("Hej", await process.OpeningAsync(WordingWorld.Mail()));
        Assert.Equal(WordingResult.Done, (await process.Wordings.RevertAsync(WordingWorld.Kind, "sv", first, 3, "Bo", Ct)).Result);
        Assert.Equal("Ett", await process.OpeningAsync(WordingWorld.Mail()));

        var history = (await StateAsync(process)).History;
        Assert.Equal([(4, "Bo", first), (3, "Eva", null), (2, "Bo", history.Entries[2].Version), (1, "Eva", first)], history.Entries.Select(e => (e.Revision, e.By, e.Version)));
    }

    [Fact]
    public async Task A_text_of_another_kind_cannot_be_taken_back_here()
    {
        var process = _world.Start();
        var other = process.BuiltIn.Of("contact-fallback", "sv").Source.Text.Replace("Hej!", "God dag!", StringComparison.Ordinal);
        await process.SaveAsync(other, kind: "contact-fallback");
        var version = (await process.Wordings.ReadAsync("contact-fallback", "sv", Ct))!.History.Present!.Version;

        Assert.Equal(WordingResult.Unknown, (await process.Wordings.RevertAsync(WordingWorld.Kind, "sv", version, 0, "Eva", Ct)).Result);
    }

    [Fact]
    public async Task Of_two_who_save_at_once_the_second_is_told_and_nothing_is_lost()
    {
        var (eva, bo) = (_world.Start(), _world.Start());
        Assert.Equal(WordingResult.Done, (await eva.Wordings.SaveAsync(WordingWorld.Kind, "sv", WordingWorld.Greeting("Ett!"), 0, "Eva", "", Ct)).Result);

        Assert.Equal(WordingResult.Outrun, (await bo.Wordings.SaveAsync(WordingWorld.Kind, "sv", WordingWorld.Greeting("Två!"), 0, "Bo", "", Ct)).Result);

        Assert.Equal("Eva", Assert.Single((await StateAsync(bo)).History.Entries).By);
    }

    [Fact]
    public async Task So_is_the_second_when_both_have_read_before_either_writes()
    {
        var eva = _world.Start();
        var between = new MeanwhileStore(_world.Store, () => eva.Wordings.SaveAsync(WordingWorld.Kind, "sv", WordingWorld.Greeting("Ett!"), 0, "Eva", "", Ct));
        var bo = _world.Start(between);

        Assert.Equal(WordingResult.Outrun, (await bo.Wordings.SaveAsync(WordingWorld.Kind, "sv", WordingWorld.Greeting("Två!"), 0, "Bo", "", Ct)).Result);

        Assert.Equal("Eva", Assert.Single((await StateAsync(eva)).History.Entries).By);
    }

    [Fact]
    public async Task What_is_in_place_already_leaves_no_line_and_what_says_the_same_as_ours_is_ours()
    {
        var process = _world.Start();
        Assert.Equal(WordingResult.Same, (await process.SaveAsync(WordingWorld.Ours.ReplaceLineEndings("\r\n") + "\r\n\r\n")).Result);
        await process.SaveAsync(WordingWorld.Greeting("Ett!"));
        Assert.Equal(WordingResult.Same, (await process.SaveAsync(WordingWorld.Greeting("Ett!"))).Result);

        Assert.Equal(WordingResult.Done, (await process.SaveAsync(WordingWorld.Ours)).Result);

        Assert.Null((await StateAsync(process)).History.Present!.Version);
    }

    [Fact]
    public async Task A_wording_that_breaks_a_rule_is_stored_nowhere()
    {
        var store = new CountingRecordStore(_world.Store);
        var process = _world.Start(store);

        var answer = await process.Wordings.SaveAsync(WordingWorld.Kind, "sv", "Subject: Hej\n\nHej!", 0, "Eva", "", Ct);

        Assert.Equal(WordingResult.Refused, answer.Result);
        Assert.NotEmpty(answer.Faults);
        Assert.Equal(0, store.Commits);
    }

    [Fact]
    public async Task After_an_upgrade_that_needs_more_the_mail_leaves_in_our_text_and_the_coordinator_sees_why()
    {
        var process = _world.Start();
        await process.SaveAsync(WordingWorld.Greeting("God morgon!"));
        var sent = await process.LeaveAsync(WordingWorld.Mail());

        // The next version of ours carries the link to the portal, so a wording has to.
        var later = _world.Start(null, ("contacts/_receipt.sv.liquid", s => s + "\n\n[Portalen]({{ links.portal }})"));
        var state = await StateAsync(later);
        var portal = new Dictionary<string, Uri>(WordingWorld.Mail().Links) { ["portal"] = new("https://notify.example/") };

        Assert.Equal((WordingRule.Link, "links.portal"), (state.Faults[0].Rule, state.Faults[0].Detail));
        Assert.Equal(state.Ours, state.InUse);
        Assert.Equal(WordingWorld.Kind, Assert.Single(await later.Wordings.ProblemsAsync(Ct)).Ours.Kind);
        Assert.Equal("Hej", await later.OpeningAsync(WordingWorld.Mail() with { Links = portal }));
        Assert.Equal(sent.Text, (await later.Mails.RenderAsync(sent.Mail, Ct)).Mail);
    }

    [Fact]
    public async Task A_stored_wording_that_is_no_template_at_all_stops_no_mail()
    {
        var broken = new MailSource("Subject: {% if", "", "");
        await new WordingStore(_world.Store, _world.Clock).SaveAsync(WordingWorld.Kind, "sv", broken, 0, "Eva", "", Ct);
        var process = _world.Start();

        Assert.Equal("Hej", await process.OpeningAsync(WordingWorld.Mail()));
        Assert.Equal(WordingRule.Liquid, Assert.Single((await StateAsync(process)).Faults).Rule);
    }

    [Fact]
    public async Task A_mail_whose_values_do_not_fit_leaves_in_our_text_and_the_coordinator_sees_which_it_was()
    {
        // No sample has a school without a name list; a real mail may have what nobody thought of.
        var process = _world.Start();
        await process.SaveAsync(WordingWorld.Greeting("{% if school_name == \"Udda skolan\" %}{{ former }}{% endif %}God morgon!"));
        var odd = WordingWorld.MailWith("school_name", "Udda skolan");

        var (stamped, text) = await process.LeaveAsync(odd);

        Assert.StartsWith("Hej!", text.Text, StringComparison.Ordinal);
        Assert.Equal(process.BuiltIn.Of(WordingWorld.Kind, "sv").Version, stamped.TemplateVersion);
        var state = await StateAsync(process);
        Assert.Equal((odd.Id.ToString(), state.InUse.Version), (state.Trouble!.Notification, state.Trouble.Version));
        Assert.Equal("God morgon", await process.OpeningAsync(WordingWorld.Mail()));

        await process.SaveAsync(WordingWorld.Greeting("God morgon!"));
        Assert.Null((await StateAsync(process)).Trouble);
    }

    [Fact]
    public async Task Writing_and_keeping_cost_one_read_a_minute_and_one_write_a_version_for_a_process()
    {
        var store = new CountingRecordStore(_world.Store);
        var process = _world.Start(store);

        await Task.WhenAll(Enumerable.Range(1, 50).Select(n => process.LeaveAsync(WordingWorld.Mail(n))));

        Assert.Equal((1, 1), (store.Reads, store.Commits));
    }

    [Fact]
    public async Task A_store_that_fails_as_a_text_is_kept_leaves_the_mail_unstamped_and_the_next_try_keeps_it()
    {
        var failing = new FirstCommitFails(_world.Store);
        var process = _world.Start(failing);
        await Assert.ThrowsAsync<IOException>(() => process.LeaveAsync(WordingWorld.Mail()));

        var (stamped, _) = await process.LeaveAsync(WordingWorld.Mail());

        Assert.NotNull(await new WordingStore(_world.Store, _world.Clock).TextAsync(stamped.TemplateVersion!, Ct));
    }

    [Fact]
    public async Task A_history_keeps_its_latest_two_hundred_lines_and_counts_on()
    {
        var history = Enumerable.Range(1, 250).Aggregate(WordingHistory.Empty, (h, n) => h.With($"v{n}", _world.Clock.GetUtcNow(), "Eva", ""));

        Assert.Equal((250, WordingHistory.Longest, "v250", "v51"), (history.Revision, history.Entries.Count, history.Present!.Version, history.Entries[^1].Version));
        await Task.CompletedTask;
    }

    private static async Task<WordingState> StateAsync(Process process) => (await process.Wordings.ReadAsync(WordingWorld.Kind, "sv", Ct))!;

    /// <summary>Lets somebody else in between the read and the write.</summary>
    private sealed class MeanwhileStore(IRecordStore inner, Func<Task> meanwhile) : IRecordStore
    {
        private Func<Task>? _meanwhile = meanwhile;

        public Task<Record?> FindAsync(string partition, string key, CancellationToken ct) => inner.FindAsync(partition, key, ct);

        public IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, CancellationToken ct) => inner.ScanAsync(partition, keyPrefix, ct);

        public async Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct)
        {
            await (Interlocked.Exchange(ref _meanwhile, null)?.Invoke() ?? Task.CompletedTask);
            return await inner.CommitAsync(partition, changes, ct);
        }
    }

    private sealed class FirstCommitFails(IRecordStore inner) : IRecordStore
    {
        private int _commits;

        public Task<Record?> FindAsync(string partition, string key, CancellationToken ct) => inner.FindAsync(partition, key, ct);

        public IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, CancellationToken ct) => inner.ScanAsync(partition, keyPrefix, ct);

        public Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct) =>
            Interlocked.Increment(ref _commits) == 1 ? throw new IOException("no store") : inner.CommitAsync(partition, changes, ct);
    }
}
