using Microsoft.Extensions.Logging.Abstractions;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Templates;
using Notify.Core.Templates.Wording;
using Notify.Testing.Delivery;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Delivery;

/// <summary>Every mail that left is stamped with the text that it left in, and that text is kept: wherever a process dies.</summary>
public sealed class SentAsWordedTests
{
    private readonly DeliveryStage _stage = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_that_waits_while_the_wording_changes_is_stamped_with_the_new_one()
    {
        var id = await _stage.QueueAsync(Sample.Notification() with { NotBefore = Sample.Monday.AddHours(1) }, Ct);
        await _stage.DeliverAsync(Ct);
        _stage.Renderer.Wording = "second";
        _stage.Clock.Advance(TimeSpan.FromHours(1));

        await _stage.DeliverAsync(Ct);

        Assert.Equal(FakeRenderer.VersionOf("second"), (await _stage.ReadAsync(id, Ct)).TemplateVersion);
        Assert.Contains(FakeRenderer.VersionOf("second"), _stage.Renderer.Kept.Keys);
    }

    [Fact]
    public async Task A_copy_that_goes_again_after_no_answer_goes_in_the_wording_of_the_first()
    {
        var id = await _stage.QueueAsync(Sample.Notification(), Ct);
        _stage.Transport.Script(new SendOutcome.Transient("the line broke"), new SendOutcome.Accepted("p", []));
        await _stage.DeliverAsync(Ct);
        _stage.Renderer.Wording = "second";
        _stage.Clock.Advance(TimeSpan.FromMinutes(2));

        await _stage.DeliverAsync(Ct);

        var sent = await _stage.ReadAsync(id, Ct);
        Assert.Equal((NotificationState.Accepted, FakeRenderer.VersionOf("first")), (sent.State, sent.TemplateVersion));
    }

    public static TheoryData<int, bool> Commits() => [.. Enumerable.Range(0, 4).SelectMany(n => new[] { (n, false), (n, true) })];

    [Theory]
    [MemberData(nameof(Commits))]
    public async Task Killed_at_any_commit_no_mail_is_stamped_with_a_text_that_nobody_kept(int commits, bool isWritten)
    {
        var crashing = new CrashingRecordStore(_stage.Memory, commits, isWritten);
        var builtIn = new BuiltInTemplates();
        var rows = new WordingStore(crashing, _stage.Clock);
        using var mails = new MailWordings(builtIn, rows, new(builtIn, _stage.Clock), _stage.Clock, NullLogger<MailWordings>.Instance);
        var (values, links) = builtIn.Sample("contact-changed", "sv");
        var id = await _stage.QueueAsync(Sample.Notification() with { Values = values, Links = links }, Ct);

        await Assert.ThrowsAnyAsync<Exception>(() => _stage.Process("p1", crashing, renderer: mails).DeliverAsync(Sample.District, Ct));

        Assert.True(crashing.HasCrashed);
        var left = await _stage.ReadAsync(id, Ct);
        Assert.True(left.TemplateVersion is not null || _stage.Transport.Calls.Count == 0);
        Assert.True(left.TemplateVersion is null || await new WordingStore(_stage.Memory, _stage.Clock).TextAsync(left.TemplateVersion, Ct) is not null);
    }

    [Fact]
    public async Task A_throttled_mail_goes_in_the_wording_in_use_when_it_goes()
    {
        var id = await _stage.QueueAsync(Sample.Notification(), Ct);
        _stage.Transport.Script(new SendOutcome.Throttled(TimeSpan.FromMinutes(1)), new SendOutcome.Accepted("p", []));
        await _stage.DeliverAsync(Ct);
        _stage.Renderer.Wording = "second";
        _stage.Clock.Advance(TimeSpan.FromMinutes(2));

        await _stage.DeliverAsync(Ct);

        Assert.Equal(FakeRenderer.VersionOf("second"), (await _stage.ReadAsync(id, Ct)).TemplateVersion);
    }
}
