using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Adapters.Tests.Files;

public sealed class ExcelReadingTests
{
    [Fact]
    public async Task A_workbook_is_read_as_the_files_would_be()
    {
        using var folder = new RegisterFolder(filled: false);
        Save(folder, SmallRegister.Lines.ToDictionary(t => $" {t.Key.ToUpperInvariant()} ", object (t) => Rows(t.Value, cell => cell)));
        var reading = await folder.ReadAsync(folder.File("register.xlsx"));
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
        Assert.Equal(Text(RegisterReader.Read(SmallRegister.Tables(), new RegisterContent()).Content), Text(reading.Content));
    }

    [Fact]
    public async Task Numbers_dates_and_booleans_are_read_as_what_they_show()
    {
        using var folder = new RegisterFolder(filled: false);
        Save(folder, SmallRegister.Lines.ToDictionary(t => t.Key, object (t) => Rows(t.Value, Native)));
        var reading = await folder.ReadAsync(folder.File("register.xlsx"));
        Assert.Empty(reading.Errors);
        Assert.Equal(Text(RegisterReader.Read(SmallRegister.Tables(), new RegisterContent()).Content), Text(reading.Content));
    }

    [Fact]
    public async Task Times_off_by_a_fraction_midnight_and_leading_zeros_are_read_as_shown()
    {
        using var folder = new RegisterFolder();
        folder.Write("register.xlsx", RawWorkbook.Make(("forums", string.Concat(
            RawWorkbook.Row(2, "id", "district", "kind", "title", "starts", "ends", "capacity", "rsvp_by"),
            RawWorkbook.Row(4, """<c r="A4" s="3"><v>12</v></c>""", "BRO", "local", "T", """<c r="E4" s="2"><v>46082</v></c>""", """<c r="F4" s="2"><v>46082.430555555555</v></c>""", """<c r="G4"><v>4E1</v></c>""", """<c r="H4" s="1"><v>46080</v></c>""")))));
        var reading = await folder.ReadAsync(folder.File("register.xlsx"));
        var error = Assert.Single(reading.Errors);
        Assert.Equal(("register.xlsx/forums", 4, "district"), (error.File, error.Line, error.Column));
        var forum = Assert.Single(reading.Content.Forums!);
        Assert.Equal(("00000012", 40, new DateOnly(2026, 2, 27)), (forum.Id, forum.Capacity, forum.RsvpBy));
        Assert.Equal(new DateTimeOffset(2026, 2, 28, 23, 0, 0, TimeSpan.Zero), forum.Starts);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 9, 20, 0, TimeSpan.Zero), forum.Ends);
    }

    [Fact]
    public async Task A_formula_that_fails_is_an_error_with_its_cell()
    {
        var errors = await ErrorsAsync(("attendance", RawWorkbook.Row(1, "forum", "school", "attended", "persons") + RawWorkbook.Row(2, "F2", "99000001", "yes", """<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c>""") + RawWorkbook.Row(3, "=F", "99000001", "yes")));
        Assert.Contains(errors, e => (e.File, e.Line, e.Column, e.Value) == ("register.xlsx/attendance", 2, "persons", "#DIV/0!"));
        Assert.Contains(errors, e => (e.Line, e.Column, e.Value) == (3, "forum", "=F"));
    }

    [Fact]
    public async Task A_sheet_that_is_no_table_is_passed_over_with_a_warning()
    {
        using var folder = new RegisterFolder(filled: false);
        folder.Write("register.xlsx", RawWorkbook.Make(("materials", RawWorkbook.Row(1, "id", "title", "version", "published", "url")), ("scools", RawWorkbook.Row(1, "x")), ("Blad1", string.Empty)));
        var reading = await folder.ReadAsync(folder.File("register.xlsx"));
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Content.Materials!);
        Assert.Equal(["register.xlsx/Blad1", "register.xlsx/scools"], reading.Warnings.Select(w => w.File));
        Assert.Contains("Did you mean schools?", reading.Warnings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_without_a_table_is_refused() =>
        Assert.Equal(("register.xlsx", 0), Place(Assert.Single(await ErrorsAsync(("Blad1", RawWorkbook.Row(1, "code"))))));

    [Fact]
    public async Task An_empty_sheet_and_two_of_one_name_are_refused()
    {
        var header = RawWorkbook.Row(1, "id", "title", "version", "published", "url");
        var errors = await ErrorsAsync(("attendance", string.Empty), ("materials", header), ("Materials ", header));
        Assert.Equal([("register.xlsx/attendance", 1), ("register.xlsx/Materials", 0)], errors.Select(Place));
    }

    [Theory]
    [InlineData("XFD1", 1)]
    [InlineData("A2000000000", 2_000_000_000)]
    public async Task A_sheet_larger_than_any_table_is_refused(string cell, int row)
    {
        var rows = RawWorkbook.Row(1, "id", "title") + $"""<row r="{row}"><c r="{cell}"><v>1</v></c></row>""";
        Assert.Contains(await ErrorsAsync(("materials", rows)), e => Place(e) == ("register.xlsx/materials", 0));
    }

    [Fact]
    public async Task A_sheet_of_more_cells_than_any_table_is_refused()
    {
        var rows = RawWorkbook.Row(1, "id", "title", """<c r="IV1"><v>1</v></c>""") + string.Concat(Enumerable.Repeat("""<row><c r="A2"><v>1</v></c></row>""", 32_000));
        Assert.Contains(await ErrorsAsync(("materials", rows)), e => Place(e) == ("register.xlsx/materials", 0));
    }

    [Fact]
    public async Task A_row_far_down_is_read()
    {
        var rows = RawWorkbook.Row(1, "forum", "school", "attended") + RawWorkbook.Row(1_048_576, "F2", "x y", "yes");
        Assert.Contains(await ErrorsAsync(("attendance", rows)), e => e is { Line: 1_048_576, Column: "school" });
    }

    [Fact]
    public async Task More_sheets_than_any_register_has_are_refused() =>
        Assert.Single(await ErrorsAsync([.. Enumerable.Range(0, 300).Select(i => ($"s{i}", string.Empty))]));

    [Theory]
    [InlineData("not a workbook at all")]
    [InlineData("PK\u0003\u0004 nor this")]
    [InlineData("")]
    public async Task What_is_no_workbook_is_refused(string text)
    {
        using var folder = new RegisterFolder(filled: false);
        folder.Write("register.xlsx", text);
        Assert.Equal([("register.xlsx", 0, "")], await folder.ErrorsAsync(folder.File("register.xlsx")));
    }

    [Fact]
    public async Task A_workbook_with_a_password_is_refused_by_that_name()
    {
        using var folder = new RegisterFolder(filled: false);
        folder.Write("register.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1000]]);
        Assert.Contains("password", Assert.Single((await folder.ReadAsync(folder.File("register.xlsx"))).Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_damage_to_a_workbook_is_an_error_or_harmless_and_never_an_exception()
    {
        using var folder = new RegisterFolder(filled: false);
        Save(folder, new() { ["materials"] = Rows(SmallRegister.Lines["materials"], c => c) });
        var whole = await File.ReadAllBytesAsync(folder.File("register.xlsx"), TestContext.Current.CancellationToken);
        var random = new Random(7);
        for (var i = 0; i < 60; i++)
        {
            byte[] spoilt = i % 2 == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
            spoilt[random.Next(Math.Max(1, spoilt.Length - 1))] ^= 0x55;
            folder.Write("register.xlsx", spoilt);
            var reading = await folder.ReadAsync(folder.File("register.xlsx"));
            Assert.All(reading.Errors, e => Assert.StartsWith("register.xlsx", e.File, StringComparison.Ordinal));
            Assert.True(i % 2 != 0 || reading.Errors.Count > 0);
        }
    }

    [Theory]
    [InlineData("xl/worksheets/sheet0.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("nowhere.bin")]
    public async Task A_zip_bomb_is_refused(string part)
    {
        using var folder = new RegisterFolder(filled: false);
        await using (var stream = File.Create(folder.File("register.xlsx")))
        await using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            await using var entry = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
            var blanks = new byte[1 << 20];
            for (var i = 0; i < 300; i++)
            {
                await entry.WriteAsync(blanks, TestContext.Current.CancellationToken);
            }
        }

        var error = Assert.Single((await folder.ReadAsync(folder.File("register.xlsx"))).Errors);
        Assert.Equal(("register.xlsx", 0), Place(error));
        Assert.Contains("128 MB", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_with_entities_that_multiply_is_refused()
    {
        using var folder = new RegisterFolder(filled: false);
        var bytes = new MemoryStream();
        await bytes.WriteAsync(RawWorkbook.Make(("materials", string.Empty)), TestContext.Current.CancellationToken);
        await using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet0.xml")!.Delete();
            RawWorkbook.Write(zip, "xl/worksheets/sheet0.xml", """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>""");
        }

        folder.Write("register.xlsx", bytes.ToArray());
        Assert.Equal([("register.xlsx", 0, "")], await folder.ErrorsAsync(folder.File("register.xlsx")));
    }

    private static (string File, int Line) Place(RegisterIssue issue) => (issue.File, issue.Line);

    private static async Task<IReadOnlyList<RegisterIssue>> ErrorsAsync(params (string Name, string Rows)[] sheets)
    {
        using var folder = new RegisterFolder(filled: false);
        folder.Write("register.xlsx", RawWorkbook.Make(sheets));
        return (await folder.ReadAsync(folder.File("register.xlsx"))).Errors;
    }

    private static void Save(RegisterFolder folder, Dictionary<string, object> sheets) =>
        MiniExcel.SaveAs(folder.File("register.xlsx"), sheets, printHeader: false);

    private static List<Dictionary<string, object>> Rows(string[] lines, Func<string, object> cell) =>
        lines.Select((line, row) => line.Split(';').Select((text, i) => (text, i)).ToDictionary(x => $"c{x.i}", x => row == 0 || x.text.Length == 0 ? x.text : cell(x.text))).ToList();

    private static object Native(string text) => text switch
    {
        "yes" => true,
        "no" => false,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ when DateTime.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => time,
        _ => text,
    };

    private static string Text(RegisterContent content) =>
        string.Join('\n', RegisterWriter.Write(content).SelectMany(t => t.Rows.Select(r => string.Join('|', r.Cells)).Prepend(t.Name)));
}
