using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Delivery.Events;
using Notify.Web.Access;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Hooks;

/// <summary>The route alone: what it passes on, and what it answers.</summary>
public sealed class SendGridHookTests
{
    private const int MaxBody = 4 * 1024 * 1024;

    private static readonly WebhookCall.Genuine Nothing = new([]);

    [Fact]
    public async Task Bytes_and_headers_are_passed_on_as_they_came()
    {
        var webhook = new StubWebhook(Nothing);
        await using var world = await StartAsync(webhook);
        byte[] body = [0xEF, 0xBB, 0xBF, .. "[ {\"å\": 1.0},\r\n{} ]\r\n"u8, 0x00, 0xFF];

        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(world, body, signature: "sign+/=", timestamp: "17")).StatusCode);

        var call = Assert.Single(webhook.Calls);
        Assert.Equal(body, call.Body);
        Assert.Equal(("sign+/=", "17"), (call.Signature, call.Timestamp));
    }

    [Fact]
    public async Task Headers_that_are_absent_or_stand_twice_are_none()
    {
        var webhook = new StubWebhook(new WebhookCall.Forbidden());
        await using var world = await StartAsync(webhook);

        await PostAsync(world, "[]"u8.ToArray());
        await PostAsync(world, "[]"u8.ToArray(), with: request =>
        {
            request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Signature", ["a", "b"]);
            request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Timestamp", ["1", "2"]);
        });

        Assert.Equal(2, webhook.Calls.Count);
        Assert.All(webhook.Calls, call => Assert.Equal((null, null), (call.Signature, call.Timestamp)));
    }

    public static TheoryData<string, HttpStatusCode> Answers() => new()
    {
        { "none", HttpStatusCode.Forbidden },
        { "forbidden", HttpStatusCode.Forbidden },
        { "unreadable", HttpStatusCode.BadRequest },
        { "genuine", HttpStatusCode.NoContent },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task What_was_read_is_the_answer_for_whoever_calls_from_wherever(string read, HttpStatusCode status)
    {
        foreach (var portal in new[] { new PortalOptions(), new PortalOptions { Auth = PortalOptions.Platform } })
        {
            await using var world = await StartAsync(StubOf(read), portal);
            world.Remote = IPAddress.Parse("192.0.2.1");

            var answer = await PostAsync(world, "[]"u8.ToArray());

            Assert.Equal((status, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Theory]
    [InlineData(MaxBody, true, HttpStatusCode.NoContent)]
    [InlineData(MaxBody, false, HttpStatusCode.NoContent)]
    [InlineData(MaxBody + 1, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(MaxBody + 1, false, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_of_more_than_4_MiB_is_refused_unread_whether_its_length_is_said_or_not(int length, bool isSaid, HttpStatusCode status)
    {
        var webhook = new StubWebhook(Nothing);
        await using var world = await StartAsync(webhook);

        Assert.Equal(status, (await PostAsync(world, new byte[length], with: request => request.Headers.TransferEncodingChunked = !isSaid)).StatusCode);

        Assert.Equal(status is HttpStatusCode.NoContent ? [length] : [], webhook.Calls.Select(c => c.Body.Length));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Other_methods_are_none_of_it(string method)
    {
        var webhook = new StubWebhook(Nothing);
        await using var world = await StartAsync(webhook, new PortalOptions { Auth = PortalOptions.Platform });

        using var client = world.Server.CreateClient();
        var answer = await client.SendAsync(new(new HttpMethod(method), "/hooks/sendgrid"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Empty(webhook.Calls);
    }

    [Fact]
    public async Task No_longer_and_no_shorter_path_is_open()
    {
        await using var world = await StartAsync(new StubWebhook(Nothing));
        world.Remote = IPAddress.Parse("192.0.2.1");

        foreach (var path in new[] { "/hooks", "/hooks/sendgrid/x", "/hooks/other" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(world, "[]"u8.ToArray(), path: path)).StatusCode);
        }
    }

    private static StubWebhook? StubOf(string read) => read switch
    {
        "forbidden" => new(new WebhookCall.Forbidden()),
        "unreadable" => new(new WebhookCall.Unreadable("the body is no JSON array")),
        "genuine" => new(Nothing),
        _ => null,
    };

    private static Task<WebWorld> StartAsync(IProviderWebhook? webhook, PortalOptions? portal = null) =>
        WebWorld.StartAsync(portal: portal, with: services =>
        {
            if (webhook is not null)
            {
                services.AddSingleton(webhook);
            }
        });

    private static async Task<HttpResponseMessage> PostAsync(
        WebWorld world, byte[] body, string? signature = null, string? timestamp = null, Action<HttpRequestMessage>? with = null, string path = "/hooks/sendgrid")
    {
        using var client = world.Server.CreateClient();
        var request = new HttpRequestMessage(HttpMethod.Post, $"https://notify.example{path}") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Signature", signature);
            request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
        }

        with?.Invoke(request);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
