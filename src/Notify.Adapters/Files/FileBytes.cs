using Notify.Core.Register;
using Notify.Core.Register.Reading;

namespace Notify.Adapters.Files;

/// <summary>Reads a file whole, within a bound.</summary>
internal static class FileBytes
{
    /// <returns>The bytes; or null with what is wrong and what to do.</returns>
    public static async Task<(byte[]? Bytes, Bilingual? Problem)> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, useAsync: true);
            if (stream.Length > RegisterFileSize.MaxBytes)
            {
                return (null, RegisterFileSize.TooLarge);
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
