using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Delivery.Events;
using Notify.Core.Links;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Contacts;

public sealed class ReceiptTests : IAsyncLifetime
{
    private const string School = "99000001";

    private static readonly RegisterBuilder City = RegisterBuilder.City()
        .District("BROMMA").Contact("anna").Contact("bertil").Contact("cecilia")
        .School(School).Assign("anna");

    private static readonly RegisterBuilder Changed = City.Replace("anna", "bertil", School);

    private readonly ContactsWorld _world = new("2026-03-02T09:00");

    public async ValueTask InitializeAsync()
    {
        await _world.ImportAsync(City);
        await _world.RunAsync();
        await _world.ImportAsync(Changed);
        _world.At("2026-03-02T10:00");
        await _world.RunAsync();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_school_that_was_told_has_not_confirmed_until_it_does()
    {
        var before = await _world.SchoolAsync(School);
        Assert.True(before is { IsTold: true, IsConfirmed: false });

        var view = await _world.Get<ContactReceipts>().ConfirmAsync(Token(), Ct);

        Assert.True(view is { IsConfirmed: true, IsOutdated: false });
        Assert.True((await _world.SchoolAsync(School)).IsConfirmed);
        Assert.Equal(new ContactsProof(1, 1, 1), ContactsProof.Of([await _world.SchoolAsync(School)]));
    }

    [Fact]
    public async Task Looking_confirms_nothing()
    {
        var view = await _world.Get<ContactReceipts>().ViewAsync(Token(), Ct);

        Assert.False(view!.IsConfirmed);
        Assert.False((await _world.SchoolAsync(School)).IsConfirmed);
    }

    [Fact]
    public async Task Silence_is_answered_by_one_reminder_after_five_working_days_and_the_call_list_after_ten()
    {
        _world.Sent();
        foreach (var day in Enumerable.Range(3, 29))
        {
            _world.At($"2026-03-{day:D2}T07:00");
            await _world.RunAsync();
            var sent = _world.Sent();
            Assert.Equal(day == 9 ? ["contact-receipt-reminder"] : [], sent.Select(m => m.Kind));
            var open = (await ContactsAsync()).Calls.Where(c => !c.Done);
            Assert.Equal(day >= 16 ? [CallReason.NoReceipt] : [], open.Select(c => c.Reason));
        }
    }

    [Fact]
    public async Task After_a_fortnight_of_downtime_the_school_goes_straight_to_the_call_list()
    {
        _world.Sent();
        _world.At("2026-03-20T10:00");
        await _world.RunAsync();

        Assert.Empty(_world.Sent());
        Assert.Equal(CallReason.NoReceipt, Assert.Single((await ContactsAsync()).Calls).Reason);
    }

    [Fact]
    public async Task A_late_receipt_takes_the_school_off_the_call_list()
    {
        _world.At("2026-03-20T10:00");
        await _world.RunAsync();
        await _world.Get<ContactReceipts>().ConfirmAsync(Token(), Ct);
        await _world.RunAsync();

        Assert.True(Assert.Single((await ContactsAsync()).Calls).Done);
    }

    [Fact]
    public async Task A_receipt_while_the_reminder_waits_keeps_it_from_leaving()
    {
        _world.Sent();
        _world.At("2026-03-09T07:00");
        await _world.Get<ContactsJob>().RunAsync(DistrictCode.Parse("BROMMA"), Ct);
        Assert.Single(await _world.WaitingAsync(), n => n.Kind == "contact-receipt-reminder");
        await _world.Get<ContactReceipts>().ConfirmAsync(Token(), Ct);

        await _world.DeliverAsync();
        Assert.Empty(_world.Sent());
        Assert.Empty(await _world.WaitingAsync());
    }

    [Fact]
    public async Task A_click_on_an_older_mail_shows_the_present_contact_and_confirms_nothing()
    {
        var old = Token();
        await _world.ImportAsync(City.Replace("anna", "cecilia", School));
        _world.At("2026-03-03T10:00");
        await _world.RunAsync();

        var view = await _world.Get<ContactReceipts>().ConfirmAsync(old, Ct);

        Assert.True(view is { IsOutdated: true, IsConfirmed: false });
        Assert.Equal("Cecilia", Assert.Single(view!.Holders).Name);
        Assert.False((await _world.SchoolAsync(School)).IsConfirmed);
        Assert.True((await _world.Get<ContactReceipts>().ConfirmAsync(old with { Sequence = view.Sequence }, Ct))!.IsConfirmed);
    }

    [Fact]
    public async Task Told_at_a_meeting_counts_as_confirmed_and_sends_no_mail()
    {
        await _world.ImportAsync(City.Replace("anna", "cecilia", School));
        _world.At("2026-03-03T08:00");
        await _world.Get<ContactsCommands>().ToldAsync(DistrictCode.Parse("BROMMA"), SchoolUnitCode.Parse(School), null, Ct);
        _world.Sent();
        _world.At("2026-03-03T10:00");
        await _world.RunAsync();

        Assert.DoesNotContain(_world.Sent(), m => m.Kind == "contact-changed");
        Assert.True((await _world.SchoolAsync(School)).IsConfirmed);
    }

    [Fact]
    public async Task Announce_introduces_the_schools_of_the_baseline_once()
    {
        await using var world = new ContactsWorld("2026-03-02T09:00");
        await world.ImportAsync(City);
        await world.RunAsync();

        Assert.Equal(1, (await world.Get<ContactsCommands>().AnnounceAsync(DistrictCode.Parse("BROMMA"), null, Ct))!.Done);
        Assert.Equal(0, (await world.Get<ContactsCommands>().AnnounceAsync(DistrictCode.Parse("BROMMA"), null, Ct))!.Done);
        await world.RunAsync();
        Assert.Equal(["contact-introduced"], world.Sent().Select(m => m.Kind));
        Assert.Equal(0, (await world.Get<ContactsCommands>().AnnounceAsync(DistrictCode.Parse("BROMMA"), null, Ct))!.Done);
    }

    [Fact]
    public async Task Baseline_takes_what_waits_back()
    {
        await _world.ImportAsync(City.Replace("anna", "cecilia", School));
        await _world.Get<ContactsCommands>().BaselineAsync(DistrictCode.Parse("BROMMA"), Ct);
        _world.Sent();
        _world.At("2026-03-30T10:00");
        await _world.RunAsync();

        Assert.Empty(_world.Sent());
        Assert.True((await _world.SchoolAsync(School)).IsTold);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mail_that_fails_or_is_suppressed_never_counts_as_told_and_is_not_planned_again_by_itself(bool fails)
    {
        await using var world = new ContactsWorld("2026-03-02T09:00", options: new() { Mail = new() { Trial = !fails } });
        world.Transport.Script(new SendOutcome.Permanent("550"));
        await world.ImportAsync(City);
        await world.RunAsync();
        await world.ImportAsync(Changed);
        world.At("2026-03-02T10:00");
        await world.RunAsync();
        var calls = world.Sent().Count;
        await world.RunAsync();
        world.At("2026-03-05T10:00");
        await world.RunAsync();

        // The fourth tells the coordinator of the other three; that it fails, too, is told by none.
        Assert.Equal(fails ? 4 : 0, calls);
        Assert.Empty(world.Sent());
        Assert.False((await world.SchoolAsync(School)).IsTold);
        var contacts = (await world.Get<ContactsReader>().ReadAsync(DistrictCode.Parse("BROMMA"), Ct))!;
        Assert.Equal(fails ? [CallReason.Undeliverable] : [], contacts.Calls.Select(c => c.Reason));
    }

    [Fact]
    public async Task Another_address_in_the_register_sends_what_could_not_be_delivered_again()
    {
        await using var world = new ContactsWorld("2026-03-02T09:00");
        world.Transport.Script(new SendOutcome.Permanent("550"));
        await world.ImportAsync(City);
        await world.RunAsync();
        await world.ImportAsync(Changed);
        world.At("2026-03-02T10:00");
        await world.RunAsync();
        world.Sent();
        world.Transport.Script(new SendOutcome.Accepted(null, []));
        await world.ImportAsync(Changed.ChangeSchool(School, s => s with { Email = EmailAddress.Parse("ratt@skola.example") }));
        world.At("2026-03-02T11:00");
        await world.RunAsync();

        Assert.Single(world.Sent(), m => m.Kind == "contact-changed");
        Assert.True((await world.SchoolAsync(School)).IsTold);
    }

    [Fact]
    public async Task A_bounce_after_it_was_accepted_returns_to_what_was_known_before()
    {
        var known = (await _world.SchoolAsync(School)).State.Known;
        Assert.Equal(KnownBy.Mail, known.By);
        var stored = (await NotificationRows.FindAsync(_world.Store, known.Mail!.Value, Ct))!;
        var bounced = stored.Notification.Recipients.Aggregate(
            stored.Notification, (n, r) => DeliveryPolicy.Told(n, [new(n.Id, r.Address, ProviderEventKind.Bounced, _world.Clock.GetUtcNow(), null, "550 no such user")], _world.Clock.GetUtcNow()).Next ?? n);
        Assert.Equal(NotificationState.Bounced, bounced.State);
        await _world.Get<NotificationMoves>().ApplyAsync(stored, _ => bounced, Ct);
        await _world.RunAsync();

        var school = await _world.SchoolAsync(School);
        Assert.False(school.IsTold);
        Assert.Equal("Anna", Assert.Single(school.State.Known.Holders).Name);
        Assert.Equal(CallReason.Undeliverable, Assert.Single((await ContactsAsync()).Calls).Reason);
    }

    [Fact]
    public async Task A_school_without_an_address_is_on_the_call_list()
    {
        await using var world = new ContactsWorld("2026-03-02T09:00");
        var silent = City.ChangeSchool(School, s => s with { Email = null, PrincipalEmail = null });
        await world.ImportAsync(silent);
        await world.RunAsync();
        await world.ImportAsync(silent.Replace("anna", "bertil", School));
        world.At("2026-03-02T10:00");
        await world.RunAsync();

        Assert.DoesNotContain(world.Sent(), m => m.Kind == "contact-changed");
        var contacts = (await world.Get<ContactsReader>().ReadAsync(DistrictCode.Parse("BROMMA"), Ct))!;
        Assert.Equal(CallReason.NoAddress, Assert.Single(contacts.Calls).Reason);
        Assert.False(contacts.Schools.Single().IsTold);
    }

    [Theory]
    [InlineData("Ny Rektor", "", ProposalOutcome.Recorded)]
    [InlineData("", "ny@skola.example", ProposalOutcome.Recorded)]
    [InlineData("", "", ProposalOutcome.Invalid)]
    [InlineData("Ny\u0000Rektor", "", ProposalOutcome.Invalid)]
    [InlineData("", "inte en adress", ProposalOutcome.Invalid)]
    public async Task What_a_school_proposes_of_itself_goes_to_the_coordinator(string name, string email, ProposalOutcome expected)
    {
        var outcome = await _world.Get<ContactReceipts>().ProposeAsync(Token(), name, email, Ct);

        Assert.Equal(expected, outcome);
        Assert.Equal(expected == ProposalOutcome.Recorded ? 1 : 0, (await ContactsAsync()).Calls.Count(c => c.Reason == CallReason.WrongDetails));
        Assert.Equal(expected == ProposalOutcome.Recorded ? ProposalOutcome.AlreadyRecorded : expected, await _world.Get<ContactReceipts>().ProposeAsync(Token(), name, email, Ct));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private LinkToken Token()
    {
        var mail = _world.Transport.Calls.Last(m => m.Kind == "contact-changed");
        var link = mail.Content.Text.Split('\n').Select(l => l.Trim()).Single(l => l.StartsWith("http://localhost:5080/r/", StringComparison.Ordinal));
        return new PlainLinkTokens().Open(link[(link.LastIndexOf('/') + 1)..]).Token!;
    }

    private async Task<DistrictContacts> ContactsAsync() =>
        (await _world.Get<ContactsReader>().ReadAsync(DistrictCode.Parse("BROMMA"), Ct))!;
}
