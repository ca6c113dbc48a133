using System.Globalization;
using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Core.Delivery;

/// <summary>Settings <c>Mail:*</c> that hold whatever the transport.</summary>
public sealed class MailOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Mail";

    private static readonly TimeSpan ShortestLease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLease = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestReconcile = TimeSpan.FromDays(3);

    /// <summary>The sender, as <c>Notify &lt;notify@stad.example&gt;</c> or a bare address.</summary>
    public string From { get; set; } = "Notify <notify@stad.example>";

    /// <summary>Trial mode: only addresses on the allow-list receive. Default true; the local host with pickup turns it off.</summary>
    public bool Trial { get; set; } = true;

    /// <summary>Who receives in trial mode: addresses and <c>@domains</c> (of which subdomains are no part). Default nobody.</summary>
    public IReadOnlyList<string> AllowList { get; set; } = [];

    /// <summary>How long a claim holds: longer than any transport's timeout. Default 5 minutes.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many mails of a district are sent at once. Default 8.</summary>
    public int Concurrency { get; set; } = 8;

    /// <summary>How many mails leave in any 60 seconds, by all processes on one store together; 0: no limit. Default 600.</summary>
    public int MaxPerMinute { get; set; } = 600;

    /// <summary>
    /// How long after its claim a send without a known outcome waits for an event of the provider, before it is sent again.
    /// Default 2 hours. Matters only where the provider reports events.
    /// </summary>
    public TimeSpan ReconcileAfter { get; set; } = TimeSpan.FromHours(2);

    /// <summary>The sender that <see cref="From"/> names.</summary>
    /// <exception cref="FormatException">It names none: see <see cref="Validate"/>.</exception>
    public MailSender ToSender() =>
        ParseSender(From) ?? throw new FormatException($"{SectionName}:From is not 'Name <address>' or an address.");

    /// <summary>Why trial mode keeps mail from an address; null when it may receive.</summary>
    public LeftOut? WhyNot(EmailAddress address) => Allows(address) ? null : new(RecipientOutcome.Suppressed, HistoryPhrases.TrialMode.With());

    /// <summary>Whether an address may receive.</summary>
    public bool Allows(EmailAddress address) =>
        !Trial || AllowList.Any(entry => entry.StartsWith('@')
            ? entry.AsSpan(1).Equals(address.Domain, StringComparison.OrdinalIgnoreCase)
            : entry.Equals(address.ToString(), StringComparison.OrdinalIgnoreCase));

    /// <summary>All errors at once, each with the setting's name and allowed range; empty when the options can be used.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new List<string>();
        if (ParseSender(From) is null)
        {
            errors.Add($"{SectionName}:From is '{From}'; allowed: an address, or Name <address>.");
        }

        errors.AddRange(AllowList.Where(entry => !IsAllowListEntry(entry)).Select(entry =>
            $"{SectionName}:AllowList has '{entry}'; allowed: addresses, and domains such as @stad.example."));
        if (Lease < ShortestLease || Lease > LongestLease)
        {
            errors.Add($"{SectionName}:Lease is {Lease:c}; allowed: {ShortestLease:c} to {LongestLease:c}.");
        }

        if (Concurrency is < 1 or > 64)
        {
            errors.Add(string.Create(CultureInfo.InvariantCulture, $"{SectionName}:Concurrency is {Concurrency}; allowed: 1 to 64."));
        }

        if (MaxPerMinute is < 0 or > 1_000_000)
        {
            errors.Add(string.Create(CultureInfo.InvariantCulture, $"{SectionName}:MaxPerMinute is {MaxPerMinute}; allowed: 0 (no limit) to 1000000."));
        }

        if (ReconcileAfter < (Lease < LongestLease ? Lease : LongestLease) || ReconcileAfter > LongestReconcile)
        {
            errors.Add($"{SectionName}:ReconcileAfter is {ReconcileAfter:c}; allowed: {SectionName}:Lease ({Lease:c}) to {LongestReconcile:c}.");
        }

        return errors;
    }

    private static bool IsAllowListEntry(string entry) => EmailAddress.TryParse(entry.StartsWith('@') ? $"a{entry}" : entry, out _);

    // Not by System.Net.Mail, which takes two addresses for a name and an address.
    private static MailSender? ParseSender(string? text)
    {
        if (text is null || text.Any(char.IsControl))
        {
            return null;
        }

        var open = text.LastIndexOf('<');
        var (name, address) = open >= 0 && text.EndsWith('>') ? (text[..open], text[(open + 1)..^1]) : (string.Empty, text);
        return EmailAddress.TryParse(address.Trim(), out var parsed) && !name.AsSpan().ContainsAny('<', '>', '@')
            ? new(name.Trim().Trim('"'), parsed)
            : null;
    }
}
