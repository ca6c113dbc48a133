using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Notifications;

/// <summary>
/// <c>{district}-{26 characters base32}</c> of a hash over what caused the notification: the same cause always gives the same
/// id, so a repeated run inserts nothing new. Safe as key, file name, Message-ID and URL.
/// </summary>
[JsonConverter(typeof(ParsableJsonConverter<NotificationId>))]
public readonly record struct NotificationId : IParsable<NotificationId>
{
    private const int HashLength = 26;
    private static readonly SearchValues<char> Digits = SearchValues.Create("abcdefghijklmnopqrstuvwxyz234567");
    private readonly string? _id;

    private NotificationId(string id) => _id = id;

    /// <summary>The district in whose partition the notification is kept.</summary>
    public DistrictCode District => DistrictCode.Parse(ToString()[..^(HashLength + 1)]);

    /// <summary>The id of a notification with this cause.</summary>
    /// <param name="sequence">The sequence number of the state that caused it: a restored store cannot reuse an id for another text.</param>
    /// <param name="values">Null for a digest, whose id never depends on its list of items.</param>
    public static NotificationId Of(
        DistrictCode district, string kind, string subject, long sequence, IEnumerable<EmailAddress> recipients, JsonElement? values)
    {
        var cause = string.Join('\n', [
            district.ToString(), kind, subject, sequence.ToString(System.Globalization.CultureInfo.InvariantCulture),
            string.Join(' ', recipients.Select(r => r.ToString().ToLowerInvariant())), values?.GetRawText() ?? string.Empty]);
        return new($"{district}-{RecordKey.Base32(SHA256.HashData(Encoding.UTF8.GetBytes(cause)))}");
    }

    /// <summary>The id for a text that is known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static NotificationId Parse(string s) =>
        TryParse(s, out var id) ? id : throw new FormatException($"'{s}' is not the id of a notification.");

    static NotificationId IParsable<NotificationId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out NotificationId)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, out NotificationId result) => TryParse(s, null, out result);

    /// <summary>Whether the text is an id exactly as written.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out NotificationId result)
    {
        var dash = s?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        var valid = dash > 0 && s!.Length - dash - 1 == HashLength && DistrictCode.TryParse(s[..dash], out _)
            && !s.AsSpan(dash + 1).ContainsAnyExcept(Digits);
        result = valid ? new(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => _id ?? string.Empty;
}
