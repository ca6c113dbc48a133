using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Notify.Core.Register;

/// <summary>A district's code, <c>[A-Z0-9]{1,12}</c>; also the partition that holds the district's records.</summary>
[JsonConverter(typeof(ParsableJsonConverter<DistrictCode>))]
public readonly record struct DistrictCode : IParsable<DistrictCode>
{
    private readonly string? _code;

    private DistrictCode(string code) => _code = code;

    /// <summary>The code for a text that is known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static DistrictCode Parse(string s) =>
        TryParse(s, out var code) ? code : throw new FormatException($"'{s}' is not a district code: 1–12 characters of A–Z 0–9.");

    static DistrictCode IParsable<DistrictCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out DistrictCode)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, out DistrictCode result) => TryParse(s, null, out result);

    /// <summary>Whether the text is a code exactly as written.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DistrictCode result)
    {
        var valid = s is { Length: >= 1 and <= 12 } && s.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
        result = valid ? new(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => _code ?? string.Empty;
}
