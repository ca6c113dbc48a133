using System.Buffers;
using System.IO.Compression;
using Notify.Core.Register;

namespace Notify.Adapters.Files;

/// <summary>Judges a file that calls itself <c>.xlsx</c> before it is opened.</summary>
internal static class ExcelPackage
{
    private const long MaxUnpacked = 128L * 1024 * 1024;
    private const int MaxParts = 1000;

    /// <summary>What is wrong with it and what to do; null when it may be opened.</summary>
    public static Bilingual? Problem(byte[] bytes, CancellationToken ct)
    {
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            return new("The workbook is protected by a password, or it is an old .xls: save it as .xlsx without a password.", "Arbetsboken är skyddad med lösenord, eller en gammal .xls: spara den som .xlsx utan lösenord.");
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return zip.Entries.Count > MaxParts || IsTooLarge(zip, ct)
                ? Bilingual.Of(
                    $"The workbook unpacks to more than {MaxUnpacked / 1024 / 1024} MB, which no register does: look what it holds, and remove what does not belong there.",
                    $"Arbetsboken packas upp till mer än {MaxUnpacked / 1024 / 1024} MB, vilket inget register gör: se efter vad den innehåller, och ta bort det som inte hör dit.")
                : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return new("The file is damaged, or it is not an Excel workbook: open it in Excel, and save it as .xlsx again.", "Filen är skadad, eller så är den ingen arbetsbok från Excel: öppna den i Excel, och spara den som .xlsx igen.");
        }
    }

    // The sizes that an archive states are what its maker wrote there, so they are counted.
    private static bool IsTooLarge(ZipArchive zip, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            var total = 0L;
            foreach (var entry in zip.Entries)
            {
                using var part = entry.Open();
                for (var read = part.Read(buffer); read > 0; read = part.Read(buffer))
                {
                    ct.ThrowIfCancellationRequested();
                    total += read;
                    if (total > MaxUnpacked)
                    {
                        return true;
                    }
                }
            }

            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
