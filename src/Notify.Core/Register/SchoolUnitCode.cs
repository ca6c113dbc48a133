using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Notify.Core.Register;

/// <summary>
/// The code of a school unit: eight digits in Skolverket's register (skolenhetskod); a preschool, which has none there,
/// takes any of <c>[A-Za-z0-9-]{1,20}</c>.
/// </summary>
[JsonConverter(typeof(ParsableJsonConverter<SchoolUnitCode>))]
public readonly record struct SchoolUnitCode : IParsable<SchoolUnitCode>
{
    private readonly string? _code;

    private SchoolUnitCode(string code) => _code = code;

    /// <summary>Whether it has the form of Skolverket's register.</summary>
    public bool IsNational => _code is { Length: 8 } && _code.All(char.IsAsciiDigit);

    /// <summary>The code for a text that is known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static SchoolUnitCode Parse(string s) =>
        TryParse(s, out var code) ? code : throw new FormatException($"'{s}' is not a school unit code.");

    static SchoolUnitCode IParsable<SchoolUnitCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out SchoolUnitCode)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, out SchoolUnitCode result) => TryParse(s, null, out result);

    /// <summary>Whether the text is a code exactly as written.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SchoolUnitCode result)
    {
        var valid = s is { Length: >= 1 and <= 20 } && s.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        result = valid ? new(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => _code ?? string.Empty;
}
