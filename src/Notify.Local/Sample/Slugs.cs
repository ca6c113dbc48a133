using System.Globalization;
using System.Text;

namespace Notify.Local.Sample;

/// <summary>Swedish words as they stand in addresses.</summary>
internal static class Slugs
{
    /// <summary>Lower case, without accents, everything else a separator.</summary>
    public static string Of(string text, char separator = '-')
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != separator)
            {
                slug.Append(separator);
            }
        }

        return slug.ToString().Trim(separator);
    }
}
