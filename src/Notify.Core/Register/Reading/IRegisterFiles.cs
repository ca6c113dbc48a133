namespace Notify.Core.Register.Reading;

/// <summary>A file that somebody sent.</summary>
/// <param name="Name">As the sender calls it; shown, and read as the name of a table, never used as a path.</param>
public sealed record SentFile(string Name, byte[] Bytes);

/// <summary>The files of a register that come and go over the network: CSV files or one Excel workbook. CONTRACT.md "Register files".</summary>
public interface IRegisterFiles
{
    /// <summary>
    /// Reads all that can be read. Whatever is wrong with the files is an error in the result, never an exception; memory stays
    /// within a bound whatever they hold, and nothing is kept.
    /// </summary>
    Task<RawRegister> ReadAsync(IReadOnlyList<SentFile> files, CancellationToken ct);

    /// <summary>One <c>.xlsx</c> with a sheet for each table, every cell as text, so that no program runs one as a formula.</summary>
    Task<byte[]> WriteWorkbookAsync(IReadOnlyList<RawTable> tables, CancellationToken ct);

    /// <summary>A table as CSV that Excel opens well.</summary>
    Task<byte[]> WriteCsvAsync(RawTable table, CancellationToken ct);
}

/// <summary>How large a file of a register can be.</summary>
public static class RegisterFileSize
{
    /// <summary>A national register is some 10 MB.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>That a file is larger.</summary>
    public static Bilingual TooLarge { get; } = Bilingual.Of(
        $"The file is larger than {MaxBytes / 1024 / 1024} MB, which no register is: look what it holds, and remove what does not belong there.",
        $"Filen är större än {MaxBytes / 1024 / 1024} MB, vilket inget register är: se efter vad den innehåller, och ta bort det som inte hör dit.");
}
