using System.Text;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Adapters.Tests.Files;

public sealed class MalformedCsvTests
{
    /// <summary>What, the file, its text, and where the errors are: <c>line column</c>, one for each.</summary>
    public static TheoryData<string, string, string, string> Spoilt { get; } = new()
    {
        { "truncated inside quotes", "materials", "id;title;version;published;url\nM1;t;1;2026-01-01;https://a.example\nM2;\"t;1;2026-01-01;https://a.example\nM3;t;1;2026-01-01;https://a.example\n", "3" },
        { "truncated inside quotes that opened after a line break", "materials", "id;title;version;published;url;summary\nM1;\"a\nb\";1;2026-01-01;https://a.example;\"cut", "3" },
        { "a quotation mark closed too early", "materials", "id;title;version;published;url\nM1;\"t\" x;1;2026-01-01;https://a.example\nM2;t;1;x;https://a.example\n", "2|3 published" },
        { "truncated inside a row", "attendance", "forum;school;attended\nF2;99000001;yes\nF2;9900", "3 attended|3 school" },
        { "duplicate keys", "attendance", "forum;school;attended\nF2;99000001;yes\nF2;99000002;yes\nF2;99000001;no\n", "4 forum" },
        { "unknown references", "attendance", "forum;school;attended\nF8;99000001;yes\nF2;99000009;yes\nF2;99000008;yes\n", "2 forum|3 school|4 school" },
        { "cells like formulas", "attendance", "forum;school;attended\n=F2;99000001;yes\nF2;@99000001;yes\nF2;\"\t99000001\";yes\n", "2 forum|3 school|4 school" },
        { "no header line", "attendance", "F2;99000001;yes\nF2;99000002;yes\n", "1" },
        { "another table's header", "attendance", "title;version;published\nF2;99000001;yes\n", "1" },
        { "a misspelt header", "attendance", "forum;school;atended\nF2;99000001;yes\n", "1 atended" },
        { "a required column missing", "attendance", "forum;attended\nF2;yes\n", "1 school" },
        { "a column twice", "attendance", "forum;school;attended;forum\nF2;99000001;yes;F1\n", "1 forum" },
        { "a column in both languages", "attendance", "forum;school;attended;deltog\nF2;99000001;yes;ja\n", "1 deltog" },
        { "values in each other's columns", "attendance", "school;forum;attended\nF2;99000001;yes\n99000001;F2;yes\n", "2 forum|2 school" },
        { "a row too wide", "attendance", "forum;school;attended\nF2;99000001;yes;2;3\nF2;99000002;maybe\n", "2|3 attended" },
        { "separators that differ from the header's", "attendance", "forum;school;attended\nF2,99000001,yes\n", "2 school|2 attended|2 forum" },
        { "double-encoded letters", "materials", "id;title;version;published;url\nM1;VÃ¤gledning;1;2026-01-01;https://a.example\nM2;FÃ¶r;1;x;https://a.example\n", "2|3 published" },
        { "letters lost", "materials", "id;title;version;published;url\nM1;V\ufffdgledning;1;2026-01-01;https://a.example\n", "2 title" },
        { "control characters", "materials", "id;title;version;published;url\nM1;a\u0001b;1;2026-01-01;https://a.example\n", "2 title" },
        { "NUL bytes", "attendance", "forum;school;attended\nF2;99000001;yes\nF2;9900\00002;yes\nF1;99000001;x\n", "3|4 attended" },
        { "an address that is none", "contacts", "id;district;name;kind;email\nK1;BRO;A;function;a@b\nK2;BRO;B;person;b@c.example\nK3;SOD;C;person;Bo <b@c.example>\n", "2 email|4 email" },
        { "a field too long", "materials", "id;title;version;published;url\nM1;" + new string('x', 4001) + ";1;2026-01-01;https://a.example\nM2;t;1;x;https://a.example\n", "2 title|3 published" },
        { "a line of 10 MB", "materials", "id;title;version;published;url\nM1;" + new string('x', 10_000_000) + ";1;2026-01-01;https://a.example\nM2;t;1;x;https://a.example\n", "2|3 published" },
        { "a line of 10 MB of separators", "materials", "id;title;version;published;url\n" + new string(';', 10_000_000) + "x\nM2;t;1;x;https://a.example\n", "2|3 published" },
        { "a line of 10 MB that opens quotes", "materials", "id;title;version;published;url\nM1;\"" + new string('x', 10_000_000) + "\nM2;t;1;x;https://a.example\n", "2|3 published" },
        { "many thousand cells", "attendance", "forum;school;attended\n" + string.Join(';', Enumerable.Repeat("y", 5000)) + "\nF2;99000001;q\n", "2|3 attended" },
        { "times that do not exist", "forums", "id;district;kind;title;starts;ends\nF2;BRO;local;t;2026-03-29 02:30;2026-03-29 04:00\nF1;BRO;local;t;2026-02-30 09:00;2026-03-01 10:00\n", "2 starts|3 starts" },
        { "ends before starts", "forums", "id;district;kind;title;starts;ends\nF2;BRO;local;t;2026-03-02 10:00;2026-03-02 09:00\n", "2 ends" },
        { "an interval of nothing and a revision in 1970", "agreements", "id;district;title;steering_group;interval_months;next_revision\nA1;BRO;t;G1;0;1970-01-01\n", "2 interval_months|2 next_revision" },
        { "a school code of seven digits", "schools", "code;name;provider;email;districts\n99000001;a;municipal;a@b.example;BRO\n99000002;a;municipal;a@b.example;BRO SOD\nF-17;a;municipal;a@b.example;SOD\n9900003;a;municipal;a@b.example;SOD\n", "4 code|5 code" },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Spoilt))]
    public async Task Every_error_is_told_with_its_place(string what, string table, string text, string places)
    {
        using var folder = new RegisterFolder();
        folder.Write(table + ".csv", text);
        var expected = places.Split('|').Select(p => p.Split(' ')).Select(p => (table + ".csv", int.Parse(p[0], null), p.Length > 1 ? p[1] : string.Empty));

        // The last line of the register's last file has an error too: no fault may hide another file's.
        folder.WriteLine("followups", 2, "U1;BRO;Q1;1;T;2026-04-01;2026-04-30;nobody;");
        Assert.Equal([.. expected.Order(), ("followups.csv", 2, "respondents")], (await SortedAsync(folder)).AsEnumerable());
        Assert.NotEmpty(what);
    }

    [Fact]
    public async Task Two_header_faults_and_a_row_fault_are_told_together()
    {
        using var folder = new RegisterFolder();
        folder.Write("attendance.csv", "forum;scool;persons\nF2;99000001;-1\n");
        folder.WriteLine("districts", 2, "BRO;;nobody;;;M;m@b.example;1;;;");
        Assert.Equal(
            [("districts.csv", 2, "name"), ("districts.csv", 2, "coordinator_email"), ("attendance.csv", 1, "scool"), ("attendance.csv", 1, "attended"), ("attendance.csv", 2, "persons")],
            await folder.ErrorsAsync());
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-16 without mark")]
    public async Task UTF_16_is_refused_with_the_way_out(string encoding)
    {
        using var folder = new RegisterFolder();
        folder.Write("schools.csv", string.Join('\n', SmallRegister.Lines["schools"]), encoding switch
        {
            "utf-16" => Encoding.Unicode,
            "utf-16BE" => Encoding.BigEndianUnicode,
            _ => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
        });
        var error = Assert.Single((await folder.ReadAsync()).Errors);
        Assert.Equal(("schools.csv", 1), (error.File, error.Line));
        Assert.Contains("UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ufeff")]
    [InlineData("\r\n  \r\n")]
    public async Task An_empty_file_is_refused(string text)
    {
        using var folder = new RegisterFolder();
        folder.Write("schools.csv", text);
        Assert.Equal([("schools.csv", 1, "")], await folder.ErrorsAsync());
    }

    [Fact]
    public async Task A_header_alone_is_an_empty_table()
    {
        using var folder = new RegisterFolder();
        folder.Write("attendance.csv", "forum;school;attended");
        var reading = await folder.ReadAsync();
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Content.Attendance!);
    }

    [Fact]
    public async Task A_file_cut_in_the_middle_of_a_letter_is_refused()
    {
        using var folder = new RegisterFolder();
        var bytes = Encoding.UTF8.GetBytes("id;title;version;published;url;summary\nM1;Vägledning;1;2026-01-01;https://a.example;Å");
        folder.Write("materials.csv", bytes[..^1]);
        Assert.Equal([("materials.csv", 2, "")], await folder.ErrorsAsync());
    }

    [Fact]
    public async Task A_Windows_file_that_ends_with_a_letter_beyond_ASCII_is_read()
    {
        using var folder = new RegisterFolder();
        folder.Write("materials.csv", Encoding.Latin1.GetBytes("id;title;version;published;url;summary\nM1;Vagledning;1;2026-01-01;https://a.example;Å"));
        var reading = await folder.ReadAsync();
        Assert.Empty(reading.Errors);
        Assert.Equal("Å", reading.Content.Materials![0].Summary);
    }

    [Fact]
    public async Task A_file_of_more_than_32_MB_is_refused_unread()
    {
        using var folder = new RegisterFolder();
        await using (var stream = File.OpenWrite(folder.File("schools.csv")))
        {
            stream.SetLength(5_000_000_000);
        }

        Assert.Equal([("schools.csv", 0, "")], await folder.ErrorsAsync());
    }

    [Fact]
    public async Task A_file_that_another_program_holds_is_named()
    {
        using var folder = new RegisterFolder();
        await using var held = new FileStream(folder.File("schools.csv"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal([("schools.csv", 0, "")], await folder.ErrorsAsync());
    }

    [Fact]
    public async Task Two_files_of_one_table_are_refused()
    {
        using var folder = new RegisterFolder();
        folder.Write("Schools.CSV", "code;name;provider;districts\n");
        Assert.Contains(await folder.ErrorsAsync(), e => e is ("schools.csv", 0, ""));
    }

    [Theory]
    [InlineData("scholls.csv", "schools.csv")]
    [InlineData("district.csv", "districts.csv")]
    [InlineData("steering-groups.csv", "steering_groups.csv")]
    [InlineData("contacts.txt", "contacts.csv")]
    [InlineData("notes.csv", null)]
    [InlineData("README.md", null)]
    public async Task A_file_that_is_no_table_is_passed_over_with_a_warning(string file, string? meant)
    {
        using var folder = new RegisterFolder();
        folder.Write(file, "x");
        folder.Write(".hidden", "x");
        var reading = await folder.ReadAsync();
        Assert.Empty(reading.Errors);
        var warning = Assert.Single(reading.Warnings);
        Assert.Equal(file, warning.File);
        Assert.Equal(meant is not null, warning.Message.Contains($"Did you mean {meant}?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_without_a_table_is_refused()
    {
        using var folder = new RegisterFolder(filled: false);
        Assert.Equal([(folder.Path, 0, "")], await folder.ErrorsAsync());
        folder.Write("scholls.csv", "x");
        Assert.Single(await folder.ErrorsAsync());
    }

    [Fact]
    public async Task A_path_that_is_not_there_and_a_kind_that_is_not_read_are_refused()
    {
        using var folder = new RegisterFolder();
        Assert.Equal([(folder.File("nowhere"), 0, "")], await folder.ErrorsAsync(folder.File("nowhere")));
        Assert.Contains("folder", Assert.Single((await folder.ReadAsync(folder.File("schools.csv"))).Errors).Message, StringComparison.Ordinal);
        folder.Write("register.xls", "x");
        Assert.Contains(".xlsx", Assert.Single((await folder.ReadAsync(folder.File("register.xls"))).Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_nothing_but_line_breaks_or_one_letter_rows_stays_within_memory()
    {
        using var folder = new RegisterFolder();
        folder.Write("attendance.csv", "forum;school;attended\n" + new string('\n', 5_000_000));
        Assert.Empty(await folder.ErrorsAsync());
        folder.Write("attendance.csv", "forum;school;attended\n" + string.Concat(Enumerable.Repeat("a\n", 600_000)));
        var errors = (await folder.ReadAsync()).Errors;
        Assert.InRange(errors.Count, 50_000, 50_010);
    }

    [Fact]
    public async Task A_register_of_twenty_thousand_schools_is_read()
    {
        using var folder = new RegisterFolder();
        folder.Write("schools.csv", "code;name;provider;email;districts;school_type\nF-17;a;municipal;a@b.example;SOD;preschool\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{99_000_001 + i};Skolan {i};municipal;s{i}@skola.example;BRO|SOD;\n")));
        folder.Write("assignments.csv", "district;school;contact;role\n" + string.Concat(Enumerable.Range(0, 22_000).Select(i => $"BRO;{99_000_001 + (i % 20_000)};K{1 + (i / 20_000)};primary\n")));
        var reading = await folder.ReadAsync();
        Assert.Empty(reading.Errors);
        Assert.Equal((20_001, 22_000), (reading.Content.Schools!.Count, reading.Content.Assignments!.Count));
    }

    private static async Task<IReadOnlyList<(string File, int Line, string Column)>> SortedAsync(RegisterFolder folder)
    {
        var errors = await folder.ErrorsAsync();
        return [.. errors.Where(e => e.File != "followups.csv").Order(), .. errors.Where(e => e.File == "followups.csv")];
    }
}
