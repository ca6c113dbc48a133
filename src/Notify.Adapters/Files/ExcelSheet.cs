using ExcelDataReader;
using Notify.Core.Register;

namespace Notify.Adapters.Files;

/// <summary>Reads one sheet into a table, its cells as the text that a CSV file would have.</summary>
internal sealed class ExcelSheet(string name, string path, Findings findings)
{
    private const int MaxColumns = 1000;

    private readonly List<RawRow> _rows = [];
    private string[] _header = [];
    private int _headerLine;

    public void Read(IExcelDataReader reader, CancellationToken ct)
    {
        if (reader.FieldCount > MaxColumns)
        {
            findings.Lost(name, path, $"The sheet has {reader.FieldCount} columns, which no table has: delete the columns to the right of the table.");
            return;
        }

        for (var line = 1; _rows.Count <= CsvTable.MaxRows && reader.Read(); line++)
        {
            ct.ThrowIfCancellationRequested();
            ReadRow(reader, line);
        }

        if (_headerLine == 0)
        {
            findings.Lost(name, path, "The sheet is empty: there must at least be a header line. Remove the sheet to leave this part of the register as it is.", 1);
            return;
        }

        var tooLong = _rows.Count > CsvTable.MaxRows;
        if (tooLong)
        {
            findings.Error(path, $"The sheet has more than {CsvTable.MaxRows} rows, which no register has: remove what does not belong there.");
        }

        findings.Add(new(name, path, _header, _rows) { HeaderLine = _headerLine, Incomplete = tooLong });
    }

    private void ReadRow(IExcelDataReader reader, int line)
    {
        var end = reader.FieldCount;
        while (end > 0 && IsEmpty(reader, end - 1))
        {
            end--;
        }

        if (end == 0)
        {
            return;
        }

        var cells = new string[Math.Max(end, _header.Length)];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = i < end ? Text(reader, line, i) : string.Empty;
        }

        if (_headerLine == 0)
        {
            (_headerLine, _header) = (line, cells);
        }
        else
        {
            _rows.Add(new(line, cells));
        }
    }

    private static bool IsEmpty(IExcelDataReader reader, int i) =>
        reader.GetCellError(i) is null && reader.GetValue(i) is null or string { Length: 0 };

    private string Text(IExcelDataReader reader, int line, int i)
    {
        if (reader.GetCellError(i) is { } error)
        {
            var column = i < _header.Length ? _header[i].Trim() : string.Empty;
            findings.Error(path, line, "The formula in this cell fails in Excel: correct it, or write its value.", column, ExcelCell.ErrorText(error));
            return ExcelCell.ErrorText(error);
        }

        return ExcelCell.Text(reader.GetValue(i), reader.GetNumberFormatString(i));
    }
}
