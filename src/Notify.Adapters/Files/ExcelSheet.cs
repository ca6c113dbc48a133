using ExcelDataReader;
using Notify.Core.Register;

namespace Notify.Adapters.Files;

/// <summary>Reads one sheet into a table, its cells as the text that a CSV file would have.</summary>
internal sealed class ExcelSheet(string name, string path, IReadOnlyDictionary<(int Row, int Column), string> errors, Findings findings)
{
    private const int MaxColumns = 256;
    private const int MaxCells = 8_000_000;
    private const int ExcelRows = 1_048_576;

    private readonly List<RawRow> _rows = [];
    private string[] _header = [];
    private int _headerLine;
    private int _cells;

    private bool IsTooLong => _rows.Count > CsvTable.MaxRows || _cells > MaxCells;

    public void Read(IExcelDataReader reader, CancellationToken ct)
    {
        if (reader.FieldCount > MaxColumns || reader.RowCount > ExcelRows)
        {
            findings.Lost(name, path, Bilingual.Of(
                $"The sheet has {reader.RowCount} rows and {reader.FieldCount} columns, which no table has: delete the rows below the table and the columns to the right of it.",
                $"Bladet har {reader.RowCount} rader och {reader.FieldCount} kolumner, vilket ingen tabell har: ta bort raderna under tabellen och kolumnerna till höger om den."));
            return;
        }

        for (var line = 1; !IsTooLong && reader.Read(); line++)
        {
            ct.ThrowIfCancellationRequested();
            ReadRow(reader, line);
        }

        if (_headerLine == 0)
        {
            findings.Lost(name, path, new(
                "The sheet is empty: there must at least be a header line. Remove the sheet to leave this part of the register as it is.",
                "Bladet är tomt: det måste åtminstone finnas en rubrikrad. Ta bort bladet om den här delen av registret ska vara som den är."), 1);
            return;
        }

        if (IsTooLong)
        {
            findings.Error(path, Bilingual.Of(
                $"The sheet has more than {CsvTable.MaxRows} rows or {MaxCells} cells, which no register has: remove what does not belong there.",
                $"Bladet har mer än {CsvTable.MaxRows} rader eller {MaxCells} celler, vilket inget register har: ta bort det som inte hör dit."));
        }

        findings.Add(new(name, path, _header, _rows) { HeaderLine = _headerLine, Incomplete = IsTooLong });
    }

    private void ReadRow(IExcelDataReader reader, int line)
    {
        var end = reader.FieldCount;
        while (end > 0 && IsEmpty(reader, line, end - 1))
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

        _cells += cells.Length;
        if (_headerLine == 0)
        {
            (_headerLine, _header) = (line, cells);
        }
        else
        {
            _rows.Add(new(line, cells));
        }
    }

    private bool IsEmpty(IExcelDataReader reader, int line, int i) =>
        reader.GetValue(i) is null or string { Length: 0 } && !errors.ContainsKey((line, i + 1));

    private string Text(IExcelDataReader reader, int line, int i)
    {
        if (!errors.TryGetValue((line, i + 1), out var error))
        {
            return ExcelCell.Text(reader.GetValue(i), reader.GetNumberFormatString(i));
        }

        var column = i < _header.Length ? _header[i].Trim() : string.Empty;
        findings.Error(path, line, new("The formula in this cell fails in Excel: correct it, or write its value.", "Formeln i cellen ger fel i Excel: rätta den, eller skriv värdet."), column, error);
        return error;
    }
}
