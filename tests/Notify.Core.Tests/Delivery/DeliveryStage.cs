using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Notify.Core.Delivery;
using Notify.Core.Delivery.Events;
using Notify.Core.Delivery.Pace;
using Notify.Core.Delivery.Troubles;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Telemetry;
using Notify.Core.Templates;
using Notify.Core.Time;
using Notify.Testing.Contacts;
using Notify.Testing.Delivery;
using Notify.Testing.Store;

namespace Notify.Core.Tests.Delivery;

/// <summary>One store, one way out for mail and one clock, on which any number of processes deliver.</summary>
internal sealed class DeliveryStage
{
    private readonly MailMeter _meter = new(new());
    private readonly WorkingCalendar _calendar = new(new SendWindowOptions());

    public DeliveryStage()
    {
        Counted = new(Memory);
        Owner = new(Counted);
    }

    public InMemoryRecordStore Memory { get; } = new();

    public CountingRecordStore Counted { get; }

    public FakeTransport Transport { get; } = new();

    public FakeOwner Owner { get; }

    public FakeRenderer Renderer { get; } = new();

    public FakeTimeProvider Clock { get; } = new(Sample.Monday);

    public MailOptions Options { get; } = new() { Trial = false };

    public EmailAddress? ReplyTo { get; set; } = EmailAddress.Parse("samordnare@stad.example");

    public NotificationActions Actions => new(Counted, Moves, _calendar, Clock);

    public ProviderEvents Events => new(
        Counted, Moves, Troubles(Counted), Reports(Counted), Options, _meter, Clock, NullLogger<ProviderEvents>.Instance);

    public NotificationMoves Moves => new(Counted, Troubles(Counted), [Owner], _meter);

    public UnconfirmedSends Unconfirmed =>
        new(Moves, Transport, new FakeClaimOwners("sweeper"), _calendar, Options, Clock, NullLogger<UnconfirmedSends>.Instance);

    public MailPace Pace(IRecordStore? store = null) => new(store ?? Counted, Options, Clock, NullLogger<MailPace>.Instance);

    public DeliverJob Process(string name = "p1", IRecordStore? store = null, INotificationOwner? owner = null, IMailRenderer? renderer = null, params string[] gone)
    {
        store ??= Counted;
        var (moves, claimOwners, pace) = (new NotificationMoves(store, Troubles(store), [owner ?? Owner], _meter), new FakeClaimOwners(name, gone), Pace(store));
        var handover = new Handover(Transport, [], [], Options, Clock, NullLogger<Handover>.Instance);
        var unconfirmed = new UnconfirmedSends(moves, Transport, claimOwners, _calendar, Options, Clock, NullLogger<UnconfirmedSends>.Instance);
        var courier = new Courier(store, moves, renderer ?? Renderer, handover, unconfirmed, claimOwners, pace, _calendar, Options, Clock, NullLogger<Courier>.Instance);
        return new(new(store), courier, Troubles(store), Reports(store), pace, new Replies(this), _calendar, Options, Clock, _meter, NullLogger<DeliverJob>.Instance);
    }

    public Task<DeliveryReport> DeliverAsync(CancellationToken ct) => Process().DeliverAsync(Sample.District, ct);

    public async Task<NotificationId> QueueAsync(Notification notification, CancellationToken ct)
    {
        await Memory.CommitAsync(Sample.District.ToString(), [.. NotificationRows.Insert(notification)], ct);
        return notification.Id;
    }

    public async Task<Notification> ReadAsync(NotificationId id, CancellationToken ct) =>
        (await NotificationRows.FindAsync(Memory, id, ct))!.Notification;

    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken ct)
    {
        var keys = new List<string>();
        await foreach (var row in Memory.ScanAsync(Sample.District.ToString(), NotificationRows.PendingPrefix, ct))
        {
            keys.Add(row.Key);
        }

        return keys;
    }

    private TroubleBook Troubles(IRecordStore store) => new(store, new(store), Clock);

    private ProblemReports Reports(IRecordStore store) =>
        new(store, new(store), new(new PlainLinkTokens(), new(), Clock), Renderer, _calendar, Clock, NullLogger<ProblemReports>.Instance);

    private sealed class Replies(DeliveryStage stage) : IReplyAddresses
    {
        public Task<EmailAddress?> OfAsync(DistrictCode district, CancellationToken ct) => Task.FromResult(stage.ReplyTo);
    }
}
