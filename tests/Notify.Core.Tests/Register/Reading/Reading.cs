using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Register.Reading;

/// <summary>Reads spoilt small registers and says briefly what was found.</summary>
internal static class Reading
{
    public static RegisterContent Whole { get; } = Sound(SmallRegister.Tables());

    public static RegisterReading Of(IReadOnlyList<RawTable> tables) => RegisterReader.Read(tables, new RegisterContent());

    public static RegisterContent Sound(IReadOnlyList<RawTable> tables)
    {
        var reading = Of(tables);
        Assert.Empty(reading.Errors);
        return reading.Content;
    }

    /// <summary>Reads a register with one line replaced.</summary>
    public static RegisterReading WithLine(string table, int line, string text) => Of(SmallRegister.WithLine(table, line, text));

    /// <summary>The only error.</summary>
    public static RegisterIssue Refused(string table, int line, string text) => Assert.Single(WithLine(table, line, text).Errors);

    /// <summary>Reads a register in which one cell holds another text.</summary>
    public static RegisterReading WithCell(string table, int line, string column, string text)
    {
        var cells = SmallRegister.Lines[table][line - 1].Split(';');
        cells[Array.IndexOf(SmallRegister.Lines[table][0].Split(';'), column)] = text;
        var rows = SmallRegister.Table(table, SmallRegister.Lines[table]);
        var spoilt = rows with { Rows = [.. rows.Rows.Select(r => r.Line == line ? new RawRow(line, cells) : r)] };
        return Of([.. SmallRegister.Tables(table), spoilt]);
    }

    /// <summary>Asserts one error in that cell, and gives it.</summary>
    public static RegisterIssue RefusedCell(string table, int line, string column, string text)
    {
        var error = Assert.Single(WithCell(table, line, column, text).Errors);
        Assert.Equal((table + ".csv", line, column), (error.File, error.Line, error.Column));
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
        return error;
    }

    /// <summary>Register contents as text: equal exactly when the contents are.</summary>
    public static string Text(RegisterContent content) => string.Join(
        '\n',
        RegisterWriter.Write(content).SelectMany(t => t.Rows.Select(r => string.Join('\u001f', r.Cells)).Prepend(t.Name)));
}
