using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Links;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Templates;
using Notify.Core.Time;
using Notify.Testing.Delivery;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Delivery;

/// <summary>Delivery with the contacts watch, the register and the templates as they are, counted against the budget of DESIGN.</summary>
public sealed class ContactMailDeliveryTests
{
    private static readonly RegisterBuilder Before = RegisterBuilder.City().District("BROMMA").Contact("anna").Contact("bo").School("98000007").Assign("anna");
    private static readonly RegisterBuilder After = RegisterBuilder.City().District("BROMMA").Contact("anna").Contact("bo").School("98000007").Assign("bo");

    private readonly FakeTimeProvider clock = new(Sample.Monday);
    private readonly FakeTransport transport = new();
    private readonly CountingRecordStore store = new(new InMemoryRecordStore());
    private readonly RegisterStore register;
    private readonly ContactsJob contacts;
    private readonly DeliverJob deliver;

    public ContactMailDeliveryTests()
    {
        var (window, links, options) = (new SendWindowOptions(), new LinkOptions(), new MailOptions { Trial = false });
        var (calendar, renderer) = (new WorkingCalendar(window), new MailRenderer());
        register = new(store);
        var factory = new NotificationFactory(renderer, new Tokens(), links, clock);
        contacts = new(store, register, factory, calendar, window, new(), clock, NullLogger<ContactsJob>.Instance);
        var (moves, self) = (new NotificationMoves(store, [new ContactsDelivery(store, contacts, clock)]), new FakeClaimOwners("p1"));
        var unconfirmed = new UnconfirmedSends(moves, transport, self, clock, NullLogger<UnconfirmedSends>.Instance);
        var handover = new Handover(transport, renderer, options, clock, NullLogger<Handover>.Instance);
        var courier = new Courier(store, moves, handover, unconfirmed, self, calendar, options, clock, NullLogger<Courier>.Instance);
        deliver = new(new(store), courier, new RegisterReplyAddresses(register), calendar, options, clock, NullLogger<DeliverJob>.Instance);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_contact_mail_costs_at_most_eight_store_operations_and_one_call()
    {
        await ImportAsync(Before);
        await contacts.RunAsync(Sample.District, Ct);
        await ImportAsync(After);
        clock.Advance(TimeSpan.FromMinutes(20));
        await contacts.RunAsync(Sample.District, Ct);
        store.Reset();

        var report = await deliver.DeliverAsync(Sample.District, Ct);

        Assert.Equal(["contact-assigned", "contact-assigned", "contact-changed"], transport.Calls.Select(m => m.Kind).Order());
        Assert.Equal(3, report[DeliveryResult.Accepted]);
        Assert.True(store.Operations <= 8 * 3, $"{store.Operations} operations for 3 mails");
        TestContext.Current.SendDiagnosticMessage($"{store.Operations} operations for 3 mails");
    }

    [Fact]
    public async Task A_contact_replaced_between_planning_and_claim_is_never_named()
    {
        await ImportAsync(Before);
        await contacts.RunAsync(Sample.District, Ct);
        await ImportAsync(After);
        clock.Advance(TimeSpan.FromMinutes(20));
        await contacts.RunAsync(Sample.District, Ct);
        await ImportAsync(Before);

        await deliver.DeliverAsync(Sample.District, Ct);

        Assert.Empty(transport.Calls);
    }

    private async Task ImportAsync(RegisterBuilder builder) =>
        await new RegisterImport(store, register, clock, new()).ImportAsync(builder.Build(), new("test"), null, Ct);

    private sealed class Tokens : ILinkTokens
    {
        public string Protect(LinkToken token) => "token";

        public LinkTokenReading Open(string token) => new(null, false);
    }
}
