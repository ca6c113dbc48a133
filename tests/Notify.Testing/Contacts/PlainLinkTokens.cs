using System.Globalization;
using System.Text;
using Notify.Core.Links;
using Notify.Core.Register;

namespace Notify.Testing.Contacts;

/// <summary>Tokens that anybody could read and make: for tests that are not about tokens.</summary>
public sealed class PlainLinkTokens : ILinkTokens
{
    /// <inheritdoc/>
    public string Protect(LinkToken token) => Convert.ToHexString(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{token.Purpose}|{token.District}|{token.Subject}|{token.Sequence}|{token.Expires:O}")));

    /// <inheritdoc/>
    public LinkTokenReading Open(string token)
    {
        var parts = Encoding.UTF8.GetString(Convert.FromHexString(token)).Split('|');
        return new(
            new(parts[0], DistrictCode.Parse(parts[1]), parts[2], long.Parse(parts[3], CultureInfo.InvariantCulture), DateTimeOffset.Parse(parts[4], CultureInfo.InvariantCulture)),
            IsExpired: false);
    }
}
