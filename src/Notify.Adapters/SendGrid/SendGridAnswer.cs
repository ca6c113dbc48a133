using System.Text.RegularExpressions;
using Notify.Core.Delivery;
using Notify.Core.Register;
using SendGrid;

namespace Notify.Adapters.SendGrid;

/// <summary>What an answer of SendGrid means.</summary>
/// <remarks>Source: twilio.com/docs/sendgrid, "Mail Send", "Responses" and "Errors".</remarks>
internal static partial class SendGridAnswer
{
    private const string IdHeader = "X-Message-Id";

    /// <summary>The outcome of the send that was answered so.</summary>
    /// <param name="to">The recipients in the order of the request.</param>
    /// <param name="sandbox">Whether mail is only validated: then, and only then, 200 says that all is well.</param>
    public static async Task<SendOutcome> ToOutcomeAsync(Response response, IReadOnlyList<EmailAddress> to, bool sandbox, TimeProvider clock)
    {
        var status = (int)response.StatusCode;
        if (status is 202 || (status is 200 && sandbox))
        {
            return new SendOutcome.Accepted(response.Headers.TryGetValues(IdHeader, out var ids) ? SendGridText.Short(ids.First()) : null, []);
        }

        if (status is 429)
        {
            return new SendOutcome.Throttled(SendGridPause.Of(response.Headers, clock.GetUtcNow()));
        }

        var errors = SendGridError.Read(await response.Body.ReadAsByteArrayAsync());
        var reason = SendGridText.Short(errors.Count == 0 ? $"SendGrid answered {status}" : $"SendGrid answered {status}: {string.Join("; ", errors)}");
        return status switch
        {
            // A wrong setting must not fail every mail for good: the ladder leaves time to put it right.
            401 or 403 => new SendOutcome.Transient($"{reason} (see {SendGridOptions.SectionName}:ApiKey, its rights, and {MailOptions.SectionName}:From)"),
            > 200 and < 300 => new SendOutcome.Unanswered($"{reason}, which it does not document"),
            < 400 or 404 or 405 or 407 => new SendOutcome.Transient($"{reason} (see {SendGridOptions.SectionName}:Host)"),
            408 or >= 500 => new SendOutcome.Transient(reason),
            _ => new SendOutcome.Permanent(reason) { Refused = [.. errors.SelectMany(e => RefusedBy(e, to)).DistinctBy(r => r.Address)] },
        };
    }

    private static IEnumerable<RefusedRecipient> RefusedBy(SendGridError error, IReadOnlyList<EmailAddress> to) =>
        Recipient().Match(error.Field ?? "") is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, out var at) && at < to.Count
            ? [new(to[at], SendGridText.Short(error.Message), IsDead: true)]
            : [];

    [GeneratedRegex(@"^personalizations\.0\.to\.([0-9]{1,4})(?:\.email)?$")]
    private static partial Regex Recipient();
}
