using System.Globalization;
using System.Net.Http.Headers;

namespace Notify.Adapters.SendGrid;

/// <summary>How long SendGrid wants to be left alone after 429.</summary>
/// <remarks>Source: twilio.com/docs/sendgrid, "Rate Limits"; RFC 9110 section 10.2.3 for Retry-After.</remarks>
internal static class SendGridPause
{
    private const string ResetHeader = "X-RateLimit-Reset";
    private const long LastUnixSecond = 253_402_300_799;

    private static readonly TimeSpan Default = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>The pause, from one second to one hour.</summary>
    /// <param name="clock">The time by our clock, which is taken only where the answer does not say the time by its own.</param>
    public static TimeSpan Of(HttpResponseHeaders headers, DateTimeOffset clock)
    {
        var now = headers.Date ?? clock;
        var asked = headers.RetryAfter?.Delta ?? ((headers.RetryAfter?.Date ?? ResetOf(headers)) - now) ?? Default;
        return asked < Shortest ? Shortest : asked > Longest ? Longest : asked;
    }

    private static DateTimeOffset? ResetOf(HttpResponseHeaders headers) =>
        headers.TryGetValues(ResetHeader, out var values)
        && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LastUnixSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
