using System.Buffers;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Notify.Core.Register;

namespace Notify.Adapters.Files;

/// <summary>Writes tables of a register as CSV files that Excel opens well: UTF-8 with a byte order mark, semicolons.</summary>
public static class RegisterCsv
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\";,\t\r\n");

    /// <summary>Writes each table to <c>NAME.csv</c>, making the folder if need be. A file is there whole, or as it was.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static async Task WriteAsync(string folder, IReadOnlyList<RawTable> tables, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        foreach (var table in tables)
        {
            var path = Path.Combine(folder, table.Name + ".csv");
            var unfinished = Path.Combine(folder, $".{table.Name}.{Path.GetRandomFileName()}");
            try
            {
                await WriteFileAsync(unfinished, table, ct);
                File.Move(unfinished, path, overwrite: true);
            }
            finally
            {
                File.Delete(unfinished);
            }
        }
    }

    private static async Task WriteFileAsync(string path, RawTable table, CancellationToken ct)
    {
        await using var file = File.Create(path);
        await WriteAsync(file, table, ct);
    }

    /// <summary>Writes a table to a stream, which stays open.</summary>
    public static async Task WriteAsync(Stream stream, RawTable table, CancellationToken ct)
    {
        var format = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";", NewLine = "\r\n", ShouldQuote = MustQuote };
        await using var csv = new CsvWriter(new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true), format);
        foreach (var cells in table.Rows.Select(r => r.Cells).Prepend(table.Header))
        {
            ct.ThrowIfCancellationRequested();
            foreach (var cell in cells)
            {
                csv.WriteField(cell);
            }

            await csv.NextRecordAsync();
        }
    }

    // Whatever separator the reader may try, and blanks at the edges.
    private static bool MustQuote(ShouldQuoteArgs args) =>
        args.Field is { Length: > 0 } field
        && (field.AsSpan().ContainsAny(Special) || char.IsWhiteSpace(field[0]) || char.IsWhiteSpace(field[^1]));
}
