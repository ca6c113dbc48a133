using System.Text;
using Notify.Adapters.Files;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Adapters.Tests.Files;

public sealed class CsvReadingTests
{
    private static readonly string Whole = Text(RegisterReader.Read(SmallRegister.Tables(), new RegisterContent()).Content);

    [Theory]
    [InlineData(';', "utf-8")]
    [InlineData(',', "utf-8")]
    [InlineData('\t', "utf-8")]
    [InlineData(';', "utf-8-bom")]
    [InlineData(';', "windows-1252")]
    [InlineData(',', "windows-1252")]
    public async Task Separators_and_encodings_are_found(char separator, string encoding)
    {
        using var folder = new RegisterFolder(filled: false);
        foreach (var (table, lines) in SmallRegister.Lines)
        {
            folder.Write(table.ToUpperInvariant() + ".CSV", string.Join("\r\n", lines).Replace(';', separator), encoding switch
            {
                "utf-8" => new UTF8Encoding(false),
                "utf-8-bom" => new UTF8Encoding(true),
                _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
            });
        }

        var reading = await folder.ReadAsync();
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
        Assert.Equal(Whole, Text(reading.Content));
    }

    [Fact]
    public async Task Quoted_cells_hold_separators_quotes_and_line_breaks_and_lines_count_as_an_editor_counts_them()
    {
        using var folder = new RegisterFolder();
        folder.Write("materials.csv", "\r\nid;title;version;published;url;summary\r\n\r\nM1;\"a;b \"\"c\"\"\";1;2026-01-01;https://a.example;\"one\r\ntwo\"\r\nM2;t;1;2026-13-01;https://a.example;\r\n ; \r\nM3;t;1;x;https://a.example;");
        var reading = await folder.ReadAsync();
        Assert.Equal([6, 8], reading.Errors.Select(e => e.Line));
        Assert.Equal(("a;b \"c\"", "one\ntwo"), (reading.Content.Materials![0].Title, reading.Content.Materials[0].Summary));
    }

    [Fact]
    public async Task A_header_fault_is_told_on_the_line_of_the_header()
    {
        using var folder = new RegisterFolder();
        folder.Write("attendance.csv", "\n\nforum;scool;attended\nF2;99000001;yes\n");
        Assert.Equal([("attendance.csv", 3, "scool")], await folder.ErrorsAsync());
    }

    [Fact]
    public async Task A_quotation_mark_in_the_middle_of_a_cell_is_text()
    {
        using var folder = new RegisterFolder();
        folder.WriteLine("contacts", 4, "K3;SOD;Bo \"Bosse\" Berg;role;;bo@sodermalm.example;08-13;;");
        var reading = await folder.ReadAsync();
        Assert.Empty(reading.Errors);
        Assert.Equal("Bo \"Bosse\" Berg", reading.Content.Contacts![2].Name);
    }

    [Fact]
    public async Task Empty_cells_beyond_the_header_do_no_harm()
    {
        using var folder = new RegisterFolder();
        folder.Write("attendance.csv", "forum;school;attended;;\nF2;99000001;yes;;\n;;;;\n");
        var reading = await folder.ReadAsync();
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
        Assert.Single(reading.Content.Attendance!);
    }

    [Fact]
    public async Task What_was_written_is_read_again()
    {
        using var folder = new RegisterFolder(filled: false);
        var content = RegisterReader.Read(SmallRegister.Tables(), new RegisterContent()).Content;
        content = content with { Materials = [content.Materials![0] with { Summary = " \"en\"\ntvå;tre,\tfyra".Trim().Replace('\t', ' '), Title = "Å;ä" }] };
        await RegisterCsv.WriteAsync(folder.Path, RegisterWriter.Write(content), TestContext.Current.CancellationToken);
        await RegisterCsv.WriteAsync(folder.Path, RegisterWriter.Write(content), TestContext.Current.CancellationToken);

        Assert.Equal(KnownTables.Names.Order(StringComparer.Ordinal), Directory.GetFiles(folder.Path).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));
        Assert.Equal([0xEF, 0xBB, 0xBF], (await File.ReadAllBytesAsync(folder.File("schools.csv"), TestContext.Current.CancellationToken))[..3]);
        var reading = await folder.ReadAsync();
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
        Assert.Equal(Text(content), Text(reading.Content));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_leaves_nothing_half_done()
    {
        using var folder = new RegisterFolder();
        Directory.CreateDirectory(folder.File("taken.csv"));
        var table = SmallRegister.Table("taken", "a;b");
        await Assert.ThrowsAnyAsync<Exception>(() => RegisterCsv.WriteAsync(folder.Path, [table], TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Directory.GetFiles(folder.Path), f => Path.GetFileName(f).StartsWith('.'));
    }

    [Fact]
    public async Task Reading_can_be_cancelled()
    {
        using var folder = new RegisterFolder();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RegisterFiles.ReadAsync(folder.Path, new CancellationToken(canceled: true)));
    }

    private static string Text(RegisterContent content) =>
        string.Join('\n', RegisterWriter.Write(content).SelectMany(t => t.Rows.Select(r => string.Join('|', r.Cells)).Prepend(t.Name)));
}
