using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Notify.Core.Links;

namespace Notify.Web.Links;

/// <summary>
/// Tokens as <c>{purpose}.{base64url}</c>, encrypted and signed by ASP.NET Core Data Protection. Every purpose has a protector of
/// its own, so that changing the prefix opens nothing. The expiry lies inside and is judged by the injected clock; the keys'
/// own lifetimes follow the machine's clock and only decide with which key a new token is made, never whether an old one opens.
/// </summary>
public sealed class DataProtectionLinkTokens(IDataProtectionProvider protection, IXmlRepository keys, TimeProvider clock) : ILinkTokens
{
    /// <summary>Longer texts are none of ours; the longest token has about 300 characters.</summary>
    public const int MaxLength = 1000;

    /// <inheritdoc/>
    public string Protect(LinkToken token)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(token, LinkTokenJson.Default.LinkToken);
        return $"{token.Purpose}.{Base64Url.EncodeToString(ProtectorOf(token.Purpose).Protect(payload))}";
    }

    /// <inheritdoc/>
    public LinkTokenReading Open(string token)
    {
        var dot = token.Length <= MaxLength ? token.IndexOf('.', StringComparison.Ordinal) : -1;
        if (dot is < 1 or > 20 || !token.AsSpan(0, dot).ContainsOnlyLowerLetters() || !Base64Url.IsValid(token.AsSpan(dot + 1)))
        {
            return new(null, false);
        }

        return Unprotect(token[..dot], token.AsSpan(dot + 1)) is { } read ? new(read, read.Expires <= clock.GetUtcNow()) : new(null, false);
    }

    private LinkToken? Unprotect(string purpose, ReadOnlySpan<char> text)
    {
        try
        {
            var payload = ProtectorOf(purpose).Unprotect(Base64Url.DecodeFromChars(text));
            return JsonSerializer.Deserialize(payload, LinkTokenJson.Default.LinkToken) is { } token && token.Purpose == purpose ? token : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            // Data Protection says the same of a forged token and of keys that it could not read. The latter throws here.
            keys.GetAllElements();
            return null;
        }
    }

    private IDataProtector ProtectorOf(string purpose) => protection.CreateProtector("Notify.Links", purpose);
}

/// <summary>How a token is written before it is encrypted.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LinkToken))]
public sealed partial class LinkTokenJson : JsonSerializerContext;

/// <summary>What a purpose is written with.</summary>
internal static class PurposeText
{
    /// <summary>Whether there is nothing but a–z.</summary>
    public static bool ContainsOnlyLowerLetters(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('a', 'z');
}
