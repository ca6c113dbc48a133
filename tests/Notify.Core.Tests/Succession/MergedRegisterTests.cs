using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Succession;

/// <summary>What files say of merged districts, and what an import makes of it.</summary>
public sealed class MergedRegisterTests : IAsyncDisposable
{
    private static readonly DistrictCode Alvsjo = DistrictCode.Parse("ALVSJO");
    private static readonly DistrictCode Farsta = DistrictCode.Parse("FARSTA");

    private static readonly RegisterBuilder City = RegisterBuilder.City()
        .District("FARSTA").Contact("cecilia").School("99000003").Assign("cecilia").School("99000004").Assign("cecilia")
        .Agreement("A", a => a with { OtherDistricts = [Alvsjo] })
        .District("ALVSJO").Contact("anna").Function("mottagning").Contact("bo", c => c with { MemberOf = "mottagning" })
        .School("99000001").Assign("anna").School("99000002").Assign("anna").School("99000003").Assign("anna", AssignmentRole.Deputy)
        .Agreement("B", a => a with { OtherDistricts = [Farsta] }).Forum("F");

    private readonly ContactsWorld _world = new("2026-03-02T10:00");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public void Every_row_of_the_merged_district_is_read_as_one_of_its_successor()
    {
        var reading = City.Merged("ALVSJO", "FARSTA").ReadAsFiles();

        Assert.Empty(reading.Errors);
        var read = reading.Content;
        Assert.All(read.Schools!, s => Assert.Equal([Farsta], s.Districts));
        Assert.All(read.Contacts!, c => Assert.Equal(Farsta, c.District));
        Assert.All(read.Assignments!, a => Assert.Equal(Farsta, a.District));
        Assert.All(read.Agreements!, a => Assert.True(a.District == Farsta && a.OtherDistricts.Count == 0));
        Assert.All(read.SteeringGroups!, g => Assert.Equal(Farsta, g.District));
        Assert.Equal(Farsta, Assert.Single(read.Forums!).District);
        Assert.Equal([Alvsjo, Farsta], read.Districts!.Select(d => d.Code));
    }

    [Fact]
    public async Task The_successor_alone_can_be_named_first_and_the_other_files_mended_later()
    {
        await _world.ImportAsync(City);
        var tables = RegisterWriter.Write(City.Merged("ALVSJO", "FARSTA").Build());
        await ImportAsync(tables.Single(t => t.Name == "districts"));
        Assert.Equal(4, (await SnapshotAsync(Farsta)).Schools.Count);

        // The old file once more, and then one that knows of the merger.
        var before = await PointerAsync(Farsta);
        await ImportAsync(tables.Single(t => t.Name == "schools"));
        await ImportAsync(RegisterWriter.Write(City.Merged("ALVSJO", "FARSTA").ReadAsFiles().Content).Single(t => t.Name == "assignments"));
        Assert.Equal(before.Version, (await PointerAsync(Farsta)).Version);
    }

    [Fact]
    public async Task The_merged_district_is_closed_and_says_who_has_taken_over_also_when_its_row_is_taken_out()
    {
        await _world.ImportAsync(City);
        await _world.ImportFilesAsync(City.Merged("ALVSJO", "FARSTA"));
        var merged = City.Merged("ALVSJO", "FARSTA").ReadAsFiles().Content;

        var outcome = await _world.Get<RegisterImport>().ImportAsync(
            merged with { Districts = [.. merged.Districts!.Where(d => d.Code == Farsta)] }, new("without the row"), null, Ct);

        Assert.Empty(outcome.NewVersions);
        Assert.All(outcome.Changes.Values, c => Assert.Equal(new TableChanges(0, 0, 0), c));
        Assert.True(await PointerAsync(Alvsjo) is { Closed: true } pointer && pointer.Successor == Farsta);
    }

    [Fact]
    public async Task The_guard_lets_a_merger_pass_and_holds_what_is_lost_in_it()
    {
        await _world.ImportAsync(City);
        Assert.False((await _world.ImportFilesAsync(City.Merged("ALVSJO", "FARSTA"))).IsHeld);

        await using var other = new ContactsWorld("2026-03-02T10:00");
        await other.ImportAsync(City);
        var held = await other.ImportFilesAsync(City.Merged("ALVSJO", "FARSTA").WithoutSchool("99000001").WithoutSchool("99000002"));
        Assert.Equal((Alvsjo, new Loss(2, 3)), (Assert.Single(held.Held).District, held.Held[0].Schools));
        Assert.Equal(new Loss(2, 3), Assert.Single((await Emptied()).Held).Roles);

        async Task<ImportOutcome> Emptied() => await other.ImportFilesAsync(City.Merged("ALVSJO", "FARSTA").Unassign("anna", "99000001").Unassign("anna", "99000002"));
    }

    [Theory]
    [InlineData("ALVSJO", "ALVSJO", "itself")]
    [InlineData("ALVSJO", "NOPE", "There is no district NOPE")]
    public void A_successor_is_another_district_of_the_register(string district, string successor, string says)
    {
        var error = Assert.Single(City.Merged(district, successor).ReadAsFiles().Errors);

        Assert.Equal(("districts.csv", 3, "successor", successor), (error.File, error.Line, error.Column, error.Value));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Districts_cannot_take_over_from_one_another_in_a_circle_and_every_such_line_is_told()
    {
        var errors = City.Merged("ALVSJO", "FARSTA").Merged("FARSTA", "ALVSJO").ReadAsFiles().Errors;

        Assert.Equal([2, 3], errors.Select(e => e.Line));
        Assert.All(errors, e => Assert.Contains("circle", e.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_chain_leads_to_the_last_district()
    {
        var read = City.District("SKARPNACK").Merged("ALVSJO", "FARSTA").Merged("FARSTA", "SKARPNACK").ReadAsFiles();

        Assert.Empty(read.Errors);
        Assert.All(read.Content.Contacts!, c => Assert.Equal("SKARPNACK", c.District.ToString()));
    }

    [Fact]
    public void An_assignment_that_both_districts_have_becomes_one_and_is_refused_where_its_last_days_differ()
    {
        var twice = City.District("FARSTA").Assign("anna", school: "99000001");
        Assert.Equal(4 + 1, twice.Merged("ALVSJO", "FARSTA").ReadAsFiles().Content.Assignments!.Count);

        var error = Assert.Single(City.District("FARSTA").Assign("anna", school: "99000001", until: "2026-06-30").Merged("ALVSJO", "FARSTA").ReadAsFiles().Errors);
        Assert.Equal(("assignments.csv", "until", "2026-06-30"), (error.File, error.Column, error.Value));
    }

    [Fact]
    public async Task A_merged_district_can_neither_come_back_nor_go_to_another_and_the_file_says_why()
    {
        await _world.ImportAsync(City.District("SKARPNACK"));
        await _world.ImportFilesAsync(City.District("SKARPNACK").Merged("ALVSJO", "FARSTA"));
        var present = await _world.Get<RegisterStore>().ContentAsync(Ct);

        var back = Assert.Single(City.District("SKARPNACK").ReadAsFiles(present).Errors);
        var away = Assert.Single(City.District("SKARPNACK").Merged("ALVSJO", "SKARPNACK").ReadAsFiles(present).Errors);
        Assert.All([back, away], e => Assert.Contains("ALVSJO has been merged into FARSTA", e.Message, StringComparison.Ordinal));
        Assert.Empty(City.District("SKARPNACK").Merged("FARSTA", "SKARPNACK").Merged("ALVSJO", "SKARPNACK").ReadAsFiles(present).Errors);
    }

    [Fact]
    public async Task A_restore_that_would_part_them_is_refused_and_changes_nothing()
    {
        await _world.ImportAsync(City);
        await _world.ImportFilesAsync(City.Merged("ALVSJO", "FARSTA"));
        var before = await PointerAsync(Farsta);

        await Assert.ThrowsAsync<MergedDistrictException>(() => _world.Get<RegisterImport>().RestoreAsync(Alvsjo, 1, new("restore", AllowMassChange: true), null, Ct));
        await Assert.ThrowsAsync<MergedDistrictException>(() => _world.Get<RegisterImport>().ImportAsync(City.Build(), new("old", AllowMassChange: true), null, Ct));

        Assert.Equal(before.Version, (await PointerAsync(Farsta)).Version);
    }

    [Fact]
    public async Task The_history_of_a_school_answers_for_a_day_before_the_merger_and_for_one_after_it()
    {
        await _world.ImportAsync(City.District("SKARPNACK"));
        _world.At("2026-03-20T10:00");
        await _world.ImportFilesAsync(
            City.District("SKARPNACK").Contact("eva").Merged("ALVSJO", "SKARPNACK").Unassign("anna", "99000001").Assign("eva", school: "99000001"), allow: true);
        await _world.RunAsync();
        var history = _world.Get<RegisterHistory>();
        var line = await history.LineOfAsync(DistrictCode.Parse("SKARPNACK"), Ct);

        Assert.Equal(["Anna"], await NamesAsync(new(2026, 3, 12)));
        Assert.Equal(["Anna"], await NamesAsync(new(2026, 2, 1)));
        Assert.Equal(["Eva"], await NamesAsync(new(2026, 3, 21)));

        async Task<IEnumerable<string>> NamesAsync(DateOnly day) => (await history.ContactsOnAsync(SchoolUnitCode.Parse("99000001"), day, line, Ct)).Select(c => c.Name);
    }

    [Fact]
    public async Task A_district_made_of_two_does_not_answer_for_days_on_which_it_was_not_there()
    {
        await _world.ImportAsync(City);
        _world.At("2026-03-20T10:00");
        await _world.ImportFilesAsync(
            City.District("SODERORT").Contact("eva").Merged("ALVSJO", "SODERORT").Merged("FARSTA", "SODERORT").Unassign("anna", "99000001").Assign("eva", school: "99000001"));
        await _world.RunAsync();

        var on = await _world.Get<RegisterHistory>().ContactsOnAsync(SchoolUnitCode.Parse("99000001"), new(2026, 3, 12), Ct);
        Assert.Equal("Anna", Assert.Single(on).Name);
    }

    private async Task ImportAsync(RawTable table) => Assert.NotNull(await _world.Get<RegisterImport>().ImportAsync(
        present =>
        {
            var reading = RegisterReader.Read([table], present);
            Assert.Empty(reading.Errors);
            return reading.Content;
        },
        new("one file"),
        null,
        Ct));

    private async Task<RegisterPointer> PointerAsync(DistrictCode district) => (await _world.Get<RegisterStore>().PointerAsync(district, Ct))!;

    private async Task<DistrictSnapshot> SnapshotAsync(DistrictCode district) =>
        await _world.Get<RegisterStore>().SnapshotAsync(district, await PointerAsync(district), Ct);
}
