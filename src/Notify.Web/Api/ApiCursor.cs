using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Notify.Web.Api;

/// <summary>
/// The place of an item in a list, by what the item is and not by how many stand before it: items that come and go meanwhile make
/// no other item stand on two pages or on none. Programs hand it back as it is.
/// </summary>
/// <param name="Part">The part of the list that is read by itself: a district, or nothing.</param>
/// <param name="Key">The item's key in it; empty: before all of them.</param>
public sealed record ApiCursor(string Part, string Key)
{
    private const int MaxLength = 1_000;

    /// <inheritdoc/>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Part}\n{Key}"));

    /// <summary>Whether the text is the place of an item.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ApiCursor? cursor)
    {
        cursor = null;
        if (text.Length is 0 or > MaxLength || !Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('\n', 2);
        cursor = parts.Length == 2 && parts[0].All(char.IsAsciiLetterOrDigit) ? new(parts[0], parts[1]) : null;
        return cursor is not null;
    }
}
