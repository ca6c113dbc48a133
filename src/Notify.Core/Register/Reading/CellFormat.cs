namespace Notify.Core.Register.Reading;

/// <summary>Reads a cell that is not empty. Returns what is wrong with it and how to write it instead; null when nothing is.</summary>
internal delegate Bilingual? CellParser<T>(string text, out T value);

/// <summary>How a value stands in a cell.</summary>
/// <param name="Write">The text that <paramref name="Parse"/> reads back.</param>
/// <param name="Empty">What an empty cell means.</param>
internal sealed record CellFormat<T>(CellParser<T> Parse, Func<T, string> Write, T Empty);

internal static class CellFormat
{
    /// <summary>The same, but an empty cell is null.</summary>
    public static CellFormat<T?> Optional<T>(this CellFormat<T> format)
        where T : struct => new(
            (string text, out T? value) =>
            {
                var problem = format.Parse(text, out var read);
                value = read;
                return problem;
            },
            value => value is { } present ? format.Write(present) : string.Empty,
            null);

    /// <summary>The same, but an empty cell means this value.</summary>
    public static CellFormat<T> Or<T>(this CellFormat<T> format, T empty) => format with { Empty = empty };
}
