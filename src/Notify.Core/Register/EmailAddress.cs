using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;
using System.Text.Json.Serialization;

namespace Notify.Core.Register;

/// <summary>An address that mail can be sent to: <c>local@domain.tld</c>, ASCII, without display name, quotes or comments. Compared without regard to case.</summary>
[JsonConverter(typeof(ParsableJsonConverter<EmailAddress>))]
public readonly struct EmailAddress : IParsable<EmailAddress>, IEquatable<EmailAddress>
{
    private readonly string? _address;

    private EmailAddress(string address) => _address = address;

    /// <summary>What stands after the at sign, in lower case.</summary>
    public string Domain => ToString()[(ToString().LastIndexOf('@') + 1)..].ToLowerInvariant();

    /// <summary>The address for a text that is known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static EmailAddress Parse(string s) =>
        TryParse(s, out var address) ? address : throw new FormatException($"'{s}' is not an e-mail address.");

    static EmailAddress IParsable<EmailAddress>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out EmailAddress)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, out EmailAddress result) => TryParse(s, null, out result);

    /// <summary>Whether the text is an address; surrounding blanks are not allowed.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EmailAddress result)
    {
        result = default;
        if (s is not { Length: >= 6 and <= 254 } || !s.All(IsAllowed) || !MailAddress.TryCreate(s, out var parsed) || parsed.Address != s)
        {
            return false;
        }

        var labels = parsed.Host.Split('.');
        if (labels.Length < 2 || parsed.User.Length > 64 || labels.Any(l => l.Length is 0 or > 63 || l[0] == '-' || l[^1] == '-'))
        {
            return false;
        }

        result = new(s);
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(EmailAddress other) => string.Equals(_address, other._address, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EmailAddress other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(ToString());

    /// <inheritdoc/>
    public override string ToString() => _address ?? string.Empty;

    public static bool operator ==(EmailAddress left, EmailAddress right) => left.Equals(right);

    public static bool operator !=(EmailAddress left, EmailAddress right) => !left.Equals(right);

    private static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || ".!#$%&'*+-/=?^_`{|}~@".Contains(c, StringComparison.Ordinal);
}
