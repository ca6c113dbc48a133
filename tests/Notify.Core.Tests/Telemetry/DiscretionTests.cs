using System.Text.RegularExpressions;
using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Delivery.Events;
using Notify.Core.Jobs;
using Notify.Core.Links;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Telemetry;
using Notify.Core.Templates;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Notify.Testing.Telemetry;
using Xunit;

namespace Notify.Core.Tests.Telemetry;

/// <summary>Logs, figures and spans name nobody: no address, person, phone, token or text of a mail, whatever goes wrong on the way.</summary>
public sealed partial class DiscretionTests : IAsyncDisposable
{
    private const string Complaint = "550 5.1.1 <rektor@lindskolan.example> Torbjörn Rektorsson, 070-555 66 77, is not known here";

    private static readonly RegisterBuilder City = RegisterBuilder.City().District("BROMMA")
        .Contact("gunhild", c => c with { Name = "Gunhild Ödesmark", Phone = "070-111 22 33" })
        .Contact("sixten", c => c with { Name = "Sixten Björnbär", Phone = "070-444 55 66" })
        .School("98000007", s => s with { PrincipalName = "Torbjörn Rektorsson", PrincipalEmail = EmailAddress.Parse("rektor@lindskolan.example"), Phone = "070-555 66 77" });

    private static readonly string[] Persons = ["Gunhild", "Ödesmark", "Sixten", "Björnbär", "Torbjörn", "Rektorsson", "070-", "08-508"];

    private readonly CapturedLogs _logs = new();
    private readonly TalkingStore _store = new(new InMemoryRecordStore());
    private readonly ContactsWorld _world;
    private readonly CapturedTelemetry _heard;

    public DiscretionTests()
    {
        _world = new("2026-03-02T10:00", _store, logs: _logs);
        _heard = new(_world.Get<NotifyTelemetry>());
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_whole_road_with_everything_that_can_go_wrong_names_nobody()
    {
        await GoTheWholeRoadAsync();

        var said = _logs.Lines.Concat(_heard.Words()).ToList();
        Assert.True(_logs.Lines.Count > 10 && _heard.Spans.Count > 10 && _heard.Figures.Count > 50, "too little was said to prove anything");
        Assert.DoesNotContain(said, line => Address().IsMatch(line));
        Assert.All(Persons, person => Assert.DoesNotContain(said, line => line.Contains(person, StringComparison.OrdinalIgnoreCase)));
        foreach (var secret in await SecretsAsync())
        {
            Assert.DoesNotContain(said, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_error_is_still_told_by_its_type_and_place()
    {
        await GoTheWholeRoadAsync();

        Assert.Contains(_logs.Lines, line => line.Contains("System.IO.IOException", StringComparison.Ordinal) && line.Contains(nameof(DiscretionTests), StringComparison.Ordinal));
        Assert.Contains(_heard.Spans, span => Equals(span.GetTagItem("error.type"), "IOException"));
    }

    public async ValueTask DisposeAsync()
    {
        _heard.Dispose();
        await _world.DisposeAsync();
    }

    private async Task GoTheWholeRoadAsync()
    {
        await _world.ImportAsync(City.Assign("gunhild"));
        await RunAsync("contacts");
        await _world.ImportAsync(City.Assign("sixten"));
        _world.At("2026-03-02T10:20");
        await RunAsync("contacts");

        _world.Transport.Answer = (mail, _) => mail.Kind == "contact-changed"
            ? throw new IOException(Complaint, new InvalidOperationException(Complaint))
            : Task.FromResult<SendOutcome>(new SendOutcome.Permanent(Complaint) { Refused = [new(mail.To[0], Complaint, IsDead: true)] });
        await RunAsync("deliver");

        _store.Complaint = Complaint;
        await Assert.ThrowsAsync<AggregateException>(() => RunAsync("contacts"));
        await Assert.ThrowsAsync<AggregateException>(() => RunAsync("deliver"));
        _store.Complaint = null;

        _world.Transport.Answer = (_, _) => Task.FromResult<SendOutcome>(new SendOutcome.Accepted("p", []));
        var failed = _world.Sent().First(m => m.Kind == "contact-assigned").Id;
        Assert.Equal(ActionResult.Done, (await _world.Get<NotificationActions>().RetryAsync(failed, "Gunhild Ödesmark", Ct)).Result);
        _world.At("2026-03-02T10:25");
        await RunAsync("deliver");

        var changed = _world.Sent().Single(m => m.Kind == "contact-changed");
        await ConfirmAsync(changed.Id);
        await _world.Get<ProviderEvents>().ApplyAsync(
            [.. changed.To.Select(a => new ProviderEvent(changed.Id, a, ProviderEventKind.Bounced, _world.Clock.GetUtcNow(), "p", Complaint))], Ct);
        await RunAsync("deliver");
        await RunAsync("sweep");
    }

    private async Task ConfirmAsync(NotificationId id)
    {
        var mail = (await NotificationRows.FindAsync(_world.Store, id, Ct))!.Notification;
        var token = _world.Get<ILinkTokens>().Open(mail.Links["receipt"].Segments[^1]).Usable;
        Assert.NotNull(await _world.Get<ContactReceipts>().ConfirmAsync(token!, Ct));
    }

    private Task RunAsync(string job) => _world.Get<JobRunner>().RunAsync(job, null, Ct);

    /// <summary>Every token, and every line of every mail that is long enough to be recognised.</summary>
    private async Task<IReadOnlyList<string>> SecretsAsync()
    {
        var secrets = new List<string>();
        await foreach (var mail in _world.Get<NotificationReader>().RecentAsync(Testing.Delivery.Sample.District, Ct))
        {
            var rendered = (await _world.Get<IMailRenderer>().RenderAsync(mail, default)).Mail!;
            secrets.AddRange(mail.Links.Values.Select(l => l.Segments[^1]).Where(s => s.Length > 1));
            secrets.AddRange(rendered.Text.Split('\n').Append(rendered.Subject).Select(l => l.Trim()).Where(l => l.Length > 15));
        }

        Assert.True(secrets.Count > 20);
        return secrets;
    }

    [GeneratedRegex(@"\w@\w")]
    private static partial Regex Address();
}
