using System.Text.Json;
using Notify.Core.Delivery.Events;
using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Adapters.SendGrid;

/// <summary>
/// What SendGrid's events mean. What is not about a mail of ours, not whole, or of a kind that says nothing about the way of the
/// mail (opens, clicks, subscriptions) is left out.
/// </summary>
/// <remarks>Source: twilio.com/docs/sendgrid, "Event Webhook Reference".</remarks>
internal static class SendGridEvents
{
    private const long LastUnixSecond = 253_402_300_799;

    /// <summary>
    /// Why SendGrid drops what it was given, where the address is at fault. Its other documented reasons (Invalid SMTPAPI header,
    /// Spam Content, Recipient List over Package Quota) are about the mail or the account, and so may be those it does not document.
    /// </summary>
    private static readonly string[] AddressReasons = ["Bounced Address", "Spam Reporting Address", "Unsubscribed Address", "Invalid"];

    /// <summary>The events in an array, in its order.</summary>
    public static IReadOnlyList<ProviderEvent> Read(JsonElement array) => [.. array.EnumerateArray().Select(ReadOne).OfType<ProviderEvent>()];

    private static ProviderEvent? ReadOne(JsonElement told)
    {
        if (KindOf(told) is not { } kind || !NotificationId.TryParse(told.TextOf(SendGridRequest.IdArgument), out var id)
            || !EmailAddress.TryParse(told.TextOf("email"), out var address) || TimeOf(told) is not { } at)
        {
            return null;
        }

        var reason = told.TextOf("reason") ?? told.TextOf("response");
        return new(id, address, kind, at, MessageIdOf(told), reason is { Length: > 0 } ? SendGridText.Short(reason) : null);
    }

    private static ProviderEventKind? KindOf(JsonElement told) => told.TextOf("event") switch
    {
        "processed" or "deferred" => ProviderEventKind.Processed,
        "delivered" => ProviderEventKind.Delivered,
        "bounce" => told.TextOf("type") is null or "bounce" ? ProviderEventKind.Bounced : ProviderEventKind.Blocked,
        "dropped" => IsAboutAddress(told.TextOf("reason")) ? ProviderEventKind.Dropped : ProviderEventKind.Blocked,
        "spamreport" => ProviderEventKind.SpamReport,
        _ => null,
    };

    // Without a word why, a drop is what it mostly is: the address bounced before.
    private static bool IsAboutAddress(string? reason) =>
        string.IsNullOrWhiteSpace(reason) || AddressReasons.Contains(reason.Trim(), StringComparer.OrdinalIgnoreCase);

    private static DateTimeOffset? TimeOf(JsonElement told) =>
        told.NumberOf("timestamp") is { } seconds and >= 0 and <= LastUnixSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>SendGrid appends to the id that it gave with the acceptance, behind a full stop, which of its machines took the mail.</summary>
    private static string? MessageIdOf(JsonElement told) =>
        told.TextOf("sg_message_id")?.Split('.')[0] is { Length: > 0 } id ? SendGridText.Short(id) : null;
}
