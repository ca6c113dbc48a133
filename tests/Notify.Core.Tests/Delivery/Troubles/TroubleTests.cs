using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Delivery.Events;
using Notify.Core.Delivery.Troubles;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Delivery.Troubles;

/// <summary>What becomes of addresses that take no mail: left out, reported to the coordinator, tried again when the register changes.</summary>
public sealed class TroubleTests : IAsyncDisposable
{
    private const string School = "98000007";
    private static readonly EmailAddress Principal = EmailAddress.Parse("rektor@skola.example");
    private static readonly EmailAddress Office = EmailAddress.Parse("expedition@skola.example");
    private static readonly RegisterBuilder City = RegisterBuilder.City().District("BROMMA").Contact("anna").Contact("bo").Contact("cilla")
        .School(School, s => s with { PrincipalEmail = Principal, Email = Office, Phone = "08-508 00 100" });

    private readonly ContactsWorld _world = new("2026-03-02T09:00");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bounce_leaves_the_address_out_from_then_on_and_is_told_to_the_coordinator_at_once_and_once()
    {
        var mail = await ChangeAsync("anna", "bo", "2026-03-02T10:20");
        await TellAsync(mail, Principal, ProviderEventKind.Bounced, "550 5.1.1 no such user");
        await TellAsync(mail, Principal, ProviderEventKind.Bounced, "550 5.1.1 no such user");
        await _world.RunAsync();

        var report = Assert.Single(_world.Sent());
        Assert.Equal(TroubleRule.Kind, report.Kind);
        Assert.Equal((await DistrictAsync()).CoordinatorEmail, Assert.Single(report.To));
        Assert.Contains("08-508 00 100", report.Content.Text, StringComparison.Ordinal);
        Assert.Contains(Principal.ToString(), report.Content.Text, StringComparison.Ordinal);
        Assert.Contains("andra adress", report.Content.Text, StringComparison.Ordinal);

        var next = await ChangeAsync("bo", "cilla", "2026-03-03T10:20");
        Assert.Equal([Office], next.To);
        Assert.DoesNotContain(_world.Sent(), m => m.Kind == TroubleRule.Kind);
    }

    [Fact]
    public async Task The_register_that_changes_the_address_brings_it_back_to_life()
    {
        await TellAsync(await ChangeAsync("anna", "bo", "2026-03-02T10:20"), Principal, ProviderEventKind.Bounced, "550");
        await _world.RunAsync();

        var other = City.ChangeSchool(School, s => s with { PrincipalEmail = EmailAddress.Parse("annan@skola.example") });
        await _world.ImportAsync(other.Assign("bo"));
        await _world.RunAsync();
        var mail = await ChangeAsync("bo", "cilla", "2026-03-03T10:20");

        Assert.Equal([Principal, Office], mail.To);
    }

    [Fact]
    public async Task When_every_address_is_dead_somebody_has_to_ring()
    {
        var mail = await ChangeAsync("anna", "bo", "2026-03-02T10:20");
        await TellAsync(mail, Principal, ProviderEventKind.Bounced, "550");
        await TellAsync(mail, Office, ProviderEventKind.Dropped, "Bounced Address");
        await _world.RunAsync();
        Assert.Equal([CallReason.Undeliverable], await CallsAsync());

        _world.At("2026-03-03T10:00");
        await _world.ImportAsync(City.Assign("cilla"));
        _world.At("2026-03-03T10:20");
        _world.Sent();
        await _world.RunAsync();

        Assert.DoesNotContain(_world.Sent(), m => m.Kind == "contact-changed");
        Assert.Equal([CallReason.Undeliverable], await CallsAsync());
        Assert.False((await _world.SchoolAsync(School)).IsTold);
        var silent = await NewestAsync("contact-changed");
        Assert.Equal(NotificationState.Suppressed, silent.State);
        Assert.All(silent.Recipients, r => Assert.Equal(RecipientOutcome.Dead, r.Outcome));
    }

    [Fact]
    public async Task Retry_by_hand_tries_a_dead_address_again()
    {
        var mail = await ChangeAsync("anna", "bo", "2026-03-02T10:20");
        await TellAsync(mail, Principal, ProviderEventKind.Bounced, "550");
        await TellAsync(mail, Office, ProviderEventKind.Bounced, "550");
        await _world.RunAsync();
        _world.Sent();

        Assert.Equal(ActionResult.Done, (await _world.Get<NotificationActions>().RetryAsync(mail.Id, "anna", Ct)).Result);
        await _world.RunAsync();

        Assert.Equal([Principal, Office], _world.Sent().Single(m => m.Id == mail.Id).To);
        Assert.Empty((await _world.Get<TroubleBook>().ReadAsync(mail.District, Ct)).Dead);
    }

    [Fact]
    public async Task A_block_is_told_but_the_address_lives_and_a_complaint_is_told_and_ends_it()
    {
        var mail = await ChangeAsync("anna", "bo", "2026-03-02T10:20");
        await TellAsync(mail, Principal, ProviderEventKind.Blocked, "554 policy");
        await TellAsync(mail, Office, ProviderEventKind.SpamReport, null);
        await _world.RunAsync();

        Assert.Contains(_world.Sent(), m => m.Kind == TroubleRule.Kind && m.Content.Text.Contains("stoppade", StringComparison.Ordinal));
        Assert.Equal([Principal], (await ChangeAsync("bo", "cilla", "2026-03-03T10:20")).To);
    }

    [Fact]
    public async Task A_refusal_by_the_mail_server_is_told_and_one_mail_lists_them_all()
    {
        _world.Transport.Answer = (mail, _) => Task.FromResult<SendOutcome>(mail.Kind == "contact-changed"
            ? new SendOutcome.Permanent("refused") { Refused = [new(Principal, "550 5.1.1", IsDead: true), new(Office, "552 5.2.2")] }
            : new SendOutcome.Accepted(null, []));
        await ChangeAsync("anna", "bo", "2026-03-02T10:20", expectSent: false);

        var report = Assert.Single(_world.Sent(), m => m.Kind == TroubleRule.Kind);
        Assert.StartsWith("2 mejl", report.Content.Subject, StringComparison.Ordinal);
        Assert.Equal([Principal], (await _world.Get<TroubleBook>().ReadAsync(report.District, Ct)).Dead.Select(d => d.Value.Address));
        Assert.Empty((await _world.Get<TroubleBook>().ReadAsync(report.District, Ct)).Problems);
    }

    [Fact]
    public async Task A_report_that_does_not_arrive_begets_no_report()
    {
        _world.Transport.Script(new SendOutcome.Permanent("no"));
        await ChangeAsync("anna", "bo", "2026-03-02T10:20", expectSent: false);
        Assert.Single(_world.Sent(), m => m.Kind == TroubleRule.Kind);
        await _world.RunAsync();
        Assert.Empty(_world.Sent());
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private async Task<MailMessage> ChangeAsync(string from, string to, string at, bool expectSent = true)
    {
        if (from == "anna")
        {
            await _world.ImportAsync(City.Assign(from));
            await _world.RunAsync();
        }

        await _world.ImportAsync(City.Assign(to));
        _world.At(at);
        await _world.RunAsync();
        return expectSent ? _world.Sent().Single(m => m.Kind == "contact-changed") : null!;
    }

    private Task TellAsync(MailMessage mail, EmailAddress address, ProviderEventKind kind, string? reason) =>
        _world.Get<ProviderEvents>().ApplyAsync([new(mail.Id, address, kind, _world.Clock.GetUtcNow(), null, reason)], Ct);

    private async Task<District> DistrictAsync() =>
        (await _world.Get<ContactsReader>().ReadAsync(DistrictCode.Parse("BROMMA"), Ct))!.District;

    private async Task<IEnumerable<CallReason>> CallsAsync() =>
        (await _world.Get<ContactsReader>().ReadAsync(DistrictCode.Parse("BROMMA"), Ct))!.Calls.Where(c => !c.Done).Select(c => c.Reason);

    private async Task<Notification> NewestAsync(string kind) =>
        await _world.Get<NotificationReader>().RecentAsync(DistrictCode.Parse("BROMMA"), Ct).FirstAsync(n => n.Kind == kind, Ct);
}
