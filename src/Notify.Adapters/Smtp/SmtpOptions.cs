using System.Net;

namespace Notify.Adapters.Smtp;

/// <summary>Settings <c>Mail:Smtp:*</c>.</summary>
public sealed class SmtpOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Mail:Smtp";

    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(2);

    /// <summary>The mail server's name or address.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port. Default 587, the port for submission (RFC 6409).</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is protected. Default <see cref="SmtpSecurity.StartTls"/>.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>The user; empty: no authentication.</summary>
    public string User { get; set; } = "";

    /// <summary>The user's password.</summary>
    public string Password { get; set; } = "";

    /// <summary>
    /// How long the server may take over one answer. Default 30 seconds. Over the answer to a whole mail it may take four times
    /// as long, since a mail whose answer is not awaited is sent twice.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>All errors at once, each with the setting's name and allowed range; empty when the options can be used.</summary>
    /// <param name="isTransport">Whether mail is sent this way; else the host may be absent.</param>
    public IReadOnlyList<string> Validate(bool isTransport = true)
    {
        var errors = new List<string>();
        if ((isTransport || Host.Length > 0) && Uri.CheckHostName(Host) is UriHostNameType.Unknown)
        {
            errors.Add($"{SectionName}:Host: needed for the transport smtp; allowed: the name or address of a mail server.");
        }

        if (Port is < 1 or > 65_535)
        {
            errors.Add($"{SectionName}:Port: allowed: 1 to 65535.");
        }

        if (Timeout < ShortestTimeout || Timeout > LongestTimeout)
        {
            errors.Add($"{SectionName}:Timeout: allowed: {ShortestTimeout:c} to {LongestTimeout:c}.");
        }

        if (User.Length > 0 != Password.Length > 0)
        {
            errors.Add($"{SectionName}:{(User.Length > 0 ? "Password" : "User")}: needed because the other of User and Password is given.");
        }

        if (User.Length > 0 && Security is SmtpSecurity.None && !IsThisMachine(Host))
        {
            errors.Add($"{SectionName}:Security: none would let anyone on the way read User and Password; allowed with them: starttls, tls, or a Host on this machine.");
        }

        return errors;
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}

/// <summary>How a connection to a mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Begins in the clear and must go over to TLS before anything else is said (RFC 3207).</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314), usually on port 465.</summary>
    Tls,

    /// <summary>In the clear: only for a server on this machine or a network that is trusted.</summary>
    None,
}
