using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Notify.Core.Store;

/// <summary>The alphabet of partitions and keys: ASCII letters, digits and <c>. _ ~ : -</c>, at most 200 characters, parts separated by a colon.</summary>
public static class RecordKey
{
    /// <summary>The greatest length of a partition or key, in characters.</summary>
    public const int MaxLength = 200;

    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~:-");

    /// <summary>Whether the text can be a partition or key.</summary>
    public static bool IsValid(string text) => text.Length is > 0 and <= MaxLength && IsInAlphabet(text);

    /// <summary>Refuses what cannot be a partition or key.</summary>
    /// <exception cref="ArgumentException">Empty, too long, or outside the alphabet.</exception>
    public static void ThrowIfInvalid(string text, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        if (!IsValid(text))
        {
            throw new ArgumentException($"'{text}' is not a key: 1–{MaxLength} characters of A–Z a–z 0–9 . _ ~ : -", parameter);
        }
    }

    /// <summary>Refuses what cannot begin a key; an empty prefix is allowed.</summary>
    /// <exception cref="ArgumentException">Too long, or outside the alphabet.</exception>
    public static void ThrowIfInvalidPrefix(string prefix, string parameter)
    {
        ArgumentNullException.ThrowIfNull(prefix, parameter);
        if (prefix.Length > 0)
        {
            ThrowIfInvalid(prefix, parameter);
        }
    }

    /// <summary>The form a time has in a key: <c>yyyyMMddTHHmmssfffZ</c>, so that keys sort by time.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The time of a key part written by <see cref="Time"/>.</summary>
    public static DateTimeOffset ParseTime(string text) =>
        DateTimeOffset.ParseExact(text, "yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>A time in a key whose index is read from the newest on: every digit of <see cref="Time"/> taken from nine, as a store reads in one direction only.</summary>
    public static string NewestFirst(DateTimeOffset time) => string.Create(19, Time(time), (key, text) =>
    {
        for (var i = 0; i < key.Length; i++)
        {
            key[i] = char.IsAsciiDigit(text[i]) ? (char)('0' + '9' - text[i]) : text[i];
        }
    });

    /// <summary>Free text as a key part: 26 characters of lower-case base32 of its SHA-256.</summary>
    public static string Hash(string text) => Base32(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The first 130 bits as 26 characters of lower-case base32 (RFC 4648 alphabet).</summary>
    public static string Base32(ReadOnlySpan<byte> hash)
    {
        const string digits = "abcdefghijklmnopqrstuvwxyz234567";
        Span<char> text = stackalloc char[26];
        for (var i = 0; i < text.Length; i++)
        {
            var bit = i * 5;
            var pair = (hash[bit / 8] << 8) | hash[(bit / 8) + 1];
            text[i] = digits[(pair >> (11 - (bit % 8))) & 31];
        }

        return new string(text);
    }

    private static bool IsInAlphabet(string text) => !text.AsSpan().ContainsAnyExcept(Alphabet);
}
