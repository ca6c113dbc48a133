using System.Security.Cryptography;

namespace Notify.Adapters.SendGrid;

/// <summary>Settings <c>Mail:SendGrid:*</c>.</summary>
public sealed class SendGridOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Mail:SendGrid";

    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(2);

    /// <summary>The key of the account, with the right to send mail and no other.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Where the API is: a host, or an absolute address. Default <c>api.sendgrid.com</c>; for accounts in the EU <c>api.eu.sendgrid.com</c>.</summary>
    public string Host { get; set; } = "api.sendgrid.com";

    /// <summary>The public key of the signed event webhook, as SendGrid shows it: base64 of SPKI DER. Empty: no events are taken.</summary>
    public string WebhookPublicKey { get; set; } = "";

    /// <summary>Whether SendGrid only validates what it is given, and delivers nothing.</summary>
    public bool Sandbox { get; set; }

    /// <summary>How long the API may take over one mail. Default 30 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The API's address. Without encryption it is taken only on this machine.</summary>
    /// <exception cref="FormatException">The host cannot be read: see <see cref="Validate"/>.</exception>
    public Uri ToAddress() => ParseHost(Host) ?? throw new FormatException($"{SectionName}:Host is no host.");

    /// <summary>All errors at once, each with the setting's name and allowed range; empty when the options can be used.</summary>
    /// <param name="isTransport">Whether mail is sent this way; else the key may be absent.</param>
    public IReadOnlyList<string> Validate(bool isTransport)
    {
        var errors = new List<string>();
        if ((isTransport && ApiKey.Length == 0) || ApiKey.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            errors.Add($"{SectionName}:ApiKey: needed for the transport sendgrid; allowed: a key without blanks.");
        }

        if (ParseHost(Host) is null)
        {
            errors.Add($"{SectionName}:Host: allowed: a host such as api.eu.sendgrid.com, or an https address.");
        }

        if (Timeout < ShortestTimeout || Timeout > LongestTimeout)
        {
            errors.Add($"{SectionName}:Timeout: allowed: {ShortestTimeout:c} to {LongestTimeout:c}.");
        }

        if (WebhookPublicKey.Length > 0 && !IsPublicKey(WebhookPublicKey))
        {
            errors.Add($"{SectionName}:WebhookPublicKey: allowed: base64 of a P-256 public key (SPKI DER), as SendGrid shows it.");
        }

        return errors;
    }

    private static Uri? ParseHost(string host)
    {
        var text = host.Contains("://", StringComparison.Ordinal) ? host : $"https://{host}";
        return Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            && address is { AbsolutePath: "/", Query: "", UserInfo: "" } && address.Host.Length > 0 ? address : null;
    }

    private static bool IsPublicKey(string text)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
            return key.KeySize == 256;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
