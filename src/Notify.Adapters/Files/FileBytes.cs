using Notify.Core.Register;

namespace Notify.Adapters.Files;

/// <summary>Reads a file whole, within a bound.</summary>
internal static class FileBytes
{
    /// <summary>A national register is some 10 MB.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <returns>The bytes; or null with what is wrong and what to do.</returns>
    public static async Task<(byte[]? Bytes, Bilingual? Problem)> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, useAsync: true);
            if (stream.Length > MaxBytes)
            {
                return (null, Bilingual.Of(
                    $"The file is larger than {MaxBytes / 1024 / 1024} MB, which no register is: look what it holds, and remove what does not belong there.",
                    $"Filen är större än {MaxBytes / 1024 / 1024} MB, vilket inget register är: se efter vad den innehåller, och ta bort det som inte hör dit."));
            }

            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, ct);
            return (bytes, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, Bilingual.Of(
                $"The file cannot be read ({e.GetType().Name}): close it in other programs, and see that you may read it.",
                $"Filen går inte att läsa ({e.GetType().Name}): stäng den i andra program, och se efter att du får läsa den."));
        }
    }
}
