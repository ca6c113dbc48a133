using FsCheck;
using FsCheck.Fluent;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Register.Reading;

public sealed class RoundTripTests
{
    private static readonly string?[] Texts = [null, "Å", "-", "+46 8", "a;b", "say \"hej\"", "Örjan & Co | x", "😀"];

    [Fact]
    public void What_was_written_is_read_again_as_it_was() =>
        Prop.ForAll(Registers.ToArbitrary(), content =>
        {
            var reading = RegisterReader.Read(RegisterWriter.Write(content), new RegisterContent());
            return reading.Errors.Count == 0 && Reading.Text(reading.Content) == Reading.Text(content);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_tables_rows_and_columns_does_not_matter() =>
        Prop.ForAll(Registers.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (content, seed) =>
        {
            var random = new Random(seed);
            var tables = RegisterWriter.Write(content).Select(t => Shuffled(t, random)).ToArray();
            random.Shuffle(tables);
            return Reading.Text(Reading.Sound(tables)) == Reading.Text(content);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_part_that_is_null_is_not_written() =>
        Assert.Equal(["materials"], RegisterWriter.Write(new RegisterContent { Materials = [] }).Select(t => t.Name));

    [Fact]
    public void The_whole_register_has_all_tables_in_order() =>
        Assert.Equal(KnownTables.Names, RegisterWriter.Write(Reading.Whole).Select(t => t.Name));

    [Fact]
    public void Twenty_thousand_schools_are_read_in_a_moment()
    {
        var schools = Enumerable.Range(0, 20_000).Select(i => $"{10_000_000 + i};Skolan {i};municipal;compulsory;Rektor;r{i}@skola.example;;08-1;;;{(i % 2 == 0 ? "BRO" : "SOD")};;;100");
        var assignments = Enumerable.Range(0, 22_000).Select(i => $"{(i % 2 == 0 ? "BRO" : "SOD")};{10_000_000 + (i % 20_000)};{(i % 2 == 0 ? "K1" : "K3")};{(i < 20_000 ? "primary" : "deputy")};;");
        IReadOnlyList<RawTable> tables =
        [
            SmallRegister.Table("districts", SmallRegister.Lines["districts"]),
            SmallRegister.Table("contacts", SmallRegister.Lines["contacts"]),
            SmallRegister.Table("schools", [SmallRegister.Lines["schools"][0], .. schools]),
            SmallRegister.Table("assignments", [SmallRegister.Lines["assignments"][0], .. assignments]),
        ];
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(22_000, Reading.Sound(tables).Assignments!.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 150_000_000);
    }

    // The small register with its free texts, dates and lists drawn anew.
    private static Gen<RegisterContent> Registers =>
        from text in Gen.Elements(Texts)
        from other in Gen.Elements(Texts)
        from day in Gen.Choose(0, 10_000)
        from days in Gen.Choose(0, 400).ListOf(4)
        from tags in Gen.Elements("PPSS", "Skola i samverkan", "SkolFam", "a,b").ListOf()
        from minutes in Gen.Choose(1, 500_000)
        from kind in Gen.Elements(Enum.GetValues<ForumKind>())
        from yes in Gen.Elements(true, false)
        select Draw(text, other, new DateOnly(2000, 1, 1).AddDays(day), [.. days.Distinct().OrderDescending()], [.. tags.Distinct()], minutes, kind, yes);

    private static RegisterContent Draw(string? text, string? other, DateOnly day, IReadOnlyList<int> days, IReadOnlyList<string> tags, int minutes, ForumKind kind, bool yes)
    {
        var whole = Reading.Whole;
        var lines = text is null ? null : $"{text}\n{other}".Trim();
        var starts = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
        return whole with
        {
            Districts = [.. whole.Districts!.Select(d => d with { Name = text ?? "B", ForumsPerTerm = new Dictionary<ForumKind, int> { [kind] = day.Day } })],
            Schools = [.. whole.Schools!.Select(s => s with { Programmes = tags, Pupils = yes ? day.Year : null, OwnerName = other })],
            Contacts = [.. whole.Contacts!.Select(c => c with { Title = text, EntraId = other })],
            Assignments = [.. whole.Assignments!.Select(a => a with { From = yes ? day : null, Until = day.AddDays(1) })],
            Agreements = [.. whole.Agreements!.Select(a => a with { RemindDays = days.Count == 0 ? null : days, SignedOn = day, IntervalMonths = day.Month })],
            Forums = [.. whole.Forums!.Select(f => f with { Kind = kind, Agenda = lines, Starts = starts, Ends = starts.AddDays(1), Place = other })],
            Attendance = [.. whole.Attendance!.Select(a => a with { Attended = yes, Persons = day.Day })],
            Materials = [.. whole.Materials!.Select(m => m with { Summary = lines, Published = day })],
            FollowUps = [.. whole.FollowUps!.Select(f => f with { Goal = lines, Opens = day, Closes = day })],
        };
    }

    private static RawTable Shuffled(RawTable table, Random random)
    {
        var columns = Enumerable.Range(0, table.Header.Count).ToArray();
        var rows = table.Rows.ToArray();
        random.Shuffle(columns);
        random.Shuffle(rows);
        return table with
        {
            Header = [.. columns.Select(c => table.Header[c])],
            Rows = [.. rows.Select(r => new RawRow(r.Line, [.. columns.Select(c => r.Cells[c])]))],
        };
    }
}
