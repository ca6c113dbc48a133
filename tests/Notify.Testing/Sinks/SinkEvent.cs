using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Notify.Testing.Sinks;

/// <summary>What SendGrid can tell of a mail.</summary>
public enum SinkEventKind
{
    Processed,
    Deferred,
    Delivered,
    Bounce,
    Blocked,
    Dropped,
    SpamReport,
    Open,
}

/// <summary>An event about one recipient of a mail that a sink took, with the members that SendGrid documents.</summary>
/// <param name="EventId">The <c>sg_event_id</c>: the same when the event is told again.</param>
public sealed record SinkEvent(SinkEventKind Kind, SinkMail Mail, string To, DateTimeOffset At, string EventId)
{
    /// <summary>A new event.</summary>
    public static SinkEvent Of(SinkEventKind kind, SinkMail mail, string to, DateTimeOffset at) =>
        new(kind, mail, to, at, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24)));

    /// <summary>What SendGrid tells of a recipient whose mail ends so, in the order in which it happened, a second apart.</summary>
    public static IReadOnlyList<SinkEvent> StoryOf(SinkMail mail, string to, SinkEventKind end)
    {
        SinkEventKind[] kinds = end switch
        {
            SinkEventKind.Processed or SinkEventKind.Dropped => [end],
            SinkEventKind.Deferred or SinkEventKind.Bounce or SinkEventKind.Delivered => [SinkEventKind.Processed, end],
            SinkEventKind.Blocked => [SinkEventKind.Processed, SinkEventKind.Deferred, end],
            _ => [SinkEventKind.Processed, SinkEventKind.Delivered, end],
        };
        return [.. kinds.Select((kind, i) => Of(kind, mail, to, mail.At.AddSeconds(i + 1)))];
    }

    /// <summary>The event as it stands in the webhook's body.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["email"] = To,
            ["timestamp"] = At.ToUnixTimeSeconds(),
            ["smtp-id"] = Mail.SmtpId,
            ["event"] = Word,
            ["category"] = new JsonArray([.. Mail.Categories.Select(c => (JsonNode)c)]),
            ["sg_event_id"] = EventId,
            ["sg_message_id"] = $"{Mail.MessageId}.recvd-5f54b5d587-pczjm-1-67BADEEA-6.0",
        };
        foreach (var (name, value) in Details)
        {
            json[name] = value;
        }

        if (Mail.Id.Length > 0)
        {
            json["notify_id"] = Mail.Id;
        }

        return json;
    }

    private string Word => Kind switch
    {
        SinkEventKind.Blocked => "bounce",
        _ => Kind.ToString().ToLowerInvariant(),
    };

    private (string Name, string Value)[] Details => Kind switch
    {
        SinkEventKind.Delivered => [("ip", "192.0.2.25"), ("response", "250 2.0.0 OK"), ("tls", "1")],
        SinkEventKind.Deferred => [("ip", "192.0.2.25"), ("response", "450 4.2.1 try again later"), ("attempt", "5")],
        SinkEventKind.Bounce => [("ip", "192.0.2.25"), ("reason", "550 5.1.1 user unknown"), ("status", "5.1.1"), ("type", "bounce"), ("bounce_classification", "Invalid Address")],
        SinkEventKind.Blocked => [("reason", "554 5.7.1 message refused by policy"), ("status", "5.7.1"), ("type", "blocked"), ("bounce_classification", "Content")],
        SinkEventKind.Dropped => [("reason", "Bounced Address"), ("status", "5.0.0")],
        SinkEventKind.Open => [("ip", "192.0.2.99"), ("useragent", "Mozilla/5.0")],
        _ => [],
    };
}
