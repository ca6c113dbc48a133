using System.Net;
using Notify.Adapters.SendGrid;
using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Store;
using Notify.Testing.Sinks;
using Notify.Testing.Store;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Hooks;

/// <summary>The whole way: signed by SendGrid's key, over HTTP, into the notification.</summary>
public sealed class SignedEventsTests : IDisposable
{
    private readonly SendGridFeed _feed = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_events_in_one_call_disordered_and_repeated_end_as_in_order()
    {
        await using var world = await ToldAsync();
        var mail = TakenBySendGrid(world);
        var story = mail.To.SelectMany(to => SinkEvent.StoryOf(mail, to, SinkEventKind.Delivered)).ToList();
        var told = SendGridFeed.Disorder(story, new Random(1), repeated: 1_000 - story.Count);
        var call = Assert.Single(_feed.Calls(told, world.Clock.GetUtcNow()));

        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(world, call));

        var notification = await FindAsync(world, mail);
        Assert.Equal(NotificationState.Delivered, notification.State);
        Assert.All(notification.Recipients, r => Assert.Equal(RecipientOutcome.Delivered, r.Outcome));
    }

    [Fact]
    public async Task A_call_that_was_changed_or_is_old_changes_nothing()
    {
        await using var world = await ToldAsync();
        var mail = TakenBySendGrid(world);
        var story = SinkEvent.StoryOf(mail, mail.To[0], SinkEventKind.Delivered);
        var call = Assert.Single(_feed.Calls(story, world.Clock.GetUtcNow()));

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(world, call with { Body = [.. call.Body, (byte)' '] }));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(world, Assert.Single(_feed.Calls(story, world.Clock.GetUtcNow().AddMinutes(-11)))));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(world, _feed.Sign("{}"u8.ToArray(), world.Clock.GetUtcNow())));

        Assert.Equal(NotificationState.Accepted, (await FindAsync(world, mail)).State);
    }

    [Fact]
    public async Task What_cannot_be_taken_in_now_is_taken_in_when_SendGrid_comes_again()
    {
        var store = new FailingStore(new InMemoryRecordStore());
        await using var world = await ToldAsync(store);
        var mail = TakenBySendGrid(world);
        var call = Assert.Single(_feed.Calls(SinkEvent.StoryOf(mail, mail.To[0], SinkEventKind.Delivered), world.Clock.GetUtcNow()));

        store.IsDown = true;
        Assert.Equal(HttpStatusCode.InternalServerError, await PostAsync(world, call));
        store.IsDown = false;
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(world, call));

        Assert.Equal(NotificationState.Delivered, (await FindAsync(world, mail)).State);
    }

    /// <inheritdoc/>
    public void Dispose() => _feed.Dispose();

    private Task<WebWorld> ToldAsync(IRecordStore? store = null) =>
        Cities.ToldOfBeritAsync(store, services: services => services.AddSendGridWebhook(new() { WebhookPublicKey = _feed.PublicKey }));

    private static SinkMail TakenBySendGrid(WebWorld world)
    {
        var mail = world.Transport.Calls.Last(m => m.Kind == ContactKinds.Changed);
        return new(mail.Id.ToString(), [.. mail.To.Select(a => a.ToString())], mail.Content.Subject, [mail.Kind], "provider-1", $"<{mail.Id}@stad.example>", mail.Date);
    }

    private static async Task<HttpStatusCode> PostAsync(WebWorld world, SignedCall call)
    {
        using var client = world.Server.CreateClient();
        return (await client.SendAsync(call.ToRequest(new("https://notify.example")), Ct)).StatusCode;
    }

    private static async Task<Notification> FindAsync(WebWorld world, SinkMail mail) =>
        (await NotificationRows.FindAsync(world.Get<IRecordStore>(), NotificationId.Parse(mail.Id), Ct))!.Notification;
}
