using System.Globalization;

namespace Notify.Local.Sample;

/// <summary>
/// Phone numbers that ring nowhere: 08-465 004 00 to 99, which Post- och telestyrelsen keeps free for books and films. (The city's
/// own begin with 08-508; an invented one there would be somebody's.)
/// </summary>
internal static class Phones
{
    /// <summary>The number with the index; after a hundred they come again.</summary>
    public static string At(int index) => string.Create(CultureInfo.InvariantCulture, $"08-465 004 {index % 100:00}");
}
