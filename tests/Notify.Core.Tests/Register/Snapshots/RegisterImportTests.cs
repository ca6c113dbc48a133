using Notify.Core.Register;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Register.Snapshots;

public sealed class RegisterImportTests
{
    private static readonly RegisterBuilder City = RegisterBuilder.City()
        .District("KISTA").School("99000001").Contact("kim").Assign("kim")
        .District("BROMMA").School("99000001").School("99000002").Contact("anna").Contact("bertil")
        .Assign("anna").Assign("anna", school: "99000001").Agreement("A1").Material("stod");

    private readonly RegisterOnFake _fake = new();

    private static CancellationToken Ct => RegisterOnFake.Ct;

    [Fact]
    public async Task A_first_import_gives_every_district_version_1()
    {
        var outcome = await _fake.Import(City);

        Assert.Equal(2, outcome.Districts);
        Assert.Equal(new TableChanges(3, 0, 0), outcome.Changes["assignments"]);
        Assert.Equal([1L, 1L], outcome.NewVersions.Values);
        Assert.Equal(["BROMMA", "KISTA"], (await _fake.Register.DistrictsAsync(Ct)).Select(d => d.ToString()));
        RegisterOnFake.AssertSame(City.Build(), await _fake.Register.ContentAsync(Ct));
    }

    [Fact]
    public async Task A_district_gets_its_own_rows_every_school_it_works_with_and_the_city_wide_rows()
    {
        await _fake.Import(City);

        var kista = await _fake.Snapshot("KISTA");
        Assert.Equal(["99000001"], kista.Schools.Select(s => s.Code.ToString()));
        Assert.Equal(["kim"], kista.Contacts.Select(c => c.Id));
        Assert.Empty(kista.Agreements);
        Assert.Single(kista.Materials);
    }

    [Fact]
    public async Task Only_a_district_that_changed_gets_a_new_version()
    {
        await _fake.Import(City);

        var outcome = await _fake.Import(City.Replace("anna", "bertil", school: "99000002"));

        Assert.Equal([(DistrictCode.Parse("BROMMA"), 2L)], outcome.NewVersions.Select(v => (v.Key, v.Value)));
        Assert.Equal(new TableChanges(1, 1, 0), outcome.Changes["assignments"]);
        Assert.Equal(1, (await _fake.Pointer("KISTA")).Version);
    }

    [Fact]
    public async Task The_order_of_rows_is_no_change()
    {
        await _fake.Import(City);

        var outcome = await _fake.Import(City.With(c => c with
        {
            Schools = [.. c.Schools!.Reverse()],
            Assignments = [.. c.Assignments!.Reverse()],
            Districts = [.. c.Districts!.Select(d => d with { ForumsPerTerm = d.ForumsPerTerm.Reverse().ToDictionary() })],
        }));

        Assert.Empty(outcome.NewVersions);
    }

    [Fact]
    public async Task A_rehearsed_import_says_what_would_change_and_writes_nothing()
    {
        await _fake.Import(City);
        var before = await _fake.Dump();

        var outcome = await _fake.Import(City.WithoutSchool("99000002"), dryRun: true);

        Assert.Equal(new TableChanges(0, 1, 0), outcome.Changes["schools"]);
        Assert.Equal(2, outcome.NewVersions[DistrictCode.Parse("BROMMA")]);
        Assert.Equal(before, await _fake.Dump());
    }

    [Fact]
    public async Task An_import_that_the_guard_holds_writes_nothing_unless_it_is_allowed()
    {
        await _fake.Import(City);
        var before = await _fake.Dump();

        var held = await _fake.Import(City.Unassign("anna"), allow: false);

        Assert.True(held.IsHeld);
        Assert.Empty(held.NewVersions);
        Assert.Equal("BROMMA would lose the holder of 2 of 2 roles at its schools.", Assert.Single(held.Held).Reason);
        Assert.Equal(before, await _fake.Dump());

        Assert.False((await _fake.Import(City.Unassign("anna"))).IsHeld);
        Assert.Equal(2, (await _fake.Pointer("BROMMA")).Version);
    }

    [Fact]
    public async Task A_district_that_leaves_the_register_is_held_as_one_that_loses_all_its_schools()
    {
        await _fake.Import(City);

        var held = Assert.Single((await _fake.Import(City.WithoutDistrict("BROMMA"), allow: false)).Held);

        Assert.Equal(new Loss(2, 2), held.Schools);
    }

    [Fact]
    public async Task A_district_that_left_keeps_its_row_and_nothing_else_and_can_come_back()
    {
        await _fake.Import(City);
        await _fake.Import(City.WithoutDistrict("BROMMA"));

        Assert.True((await _fake.Pointer("BROMMA")).Closed);
        var closed = await _fake.Snapshot("BROMMA");
        Assert.Equal("Bromma", closed.District.Name);
        Assert.Empty(closed.Schools);
        RegisterOnFake.AssertSame(City.WithoutDistrict("BROMMA").Build(), await _fake.Register.ContentAsync(Ct));
        Assert.Empty((await _fake.Import(City.WithoutDistrict("BROMMA"))).NewVersions);

        await _fake.Import(City);
        Assert.False((await _fake.Pointer("BROMMA")).Closed);
        Assert.Equal(3, (await _fake.Pointer("BROMMA")).Version);
        RegisterOnFake.AssertSame(City.Build(), await _fake.Register.ContentAsync(Ct));
    }

    [Fact]
    public async Task The_first_version_with_an_assignment_is_remembered()
    {
        await _fake.Import(City.Unassign("anna"));
        Assert.Null((await _fake.Pointer("BROMMA")).FirstAssigned);

        await _fake.Import(City);
        await _fake.Import(City.Unassign("anna"));

        Assert.Equal(2, (await _fake.Pointer("BROMMA")).FirstAssigned);
    }

    [Fact]
    public async Task What_is_composed_from_the_present_register_keeps_what_it_leaves_out()
    {
        await _fake.Import(City);

        await _fake.Importer().ImportAsync(present => present with { Materials = [] }, new("materials.csv"), null, Ct);

        RegisterOnFake.AssertSame(City.With(c => c with { Materials = [] }).Build(), await _fake.Register.ContentAsync(Ct));
        Assert.Null(await _fake.Importer().ImportAsync(_ => null, new("nothing"), null, Ct));
    }

    [Fact]
    public async Task Progress_counts_the_districts_of_each_stage()
    {
        var seen = new List<ImportProgress>();

        await _fake.Importer().ImportAsync(City.Build(), new("test"), new Reports(seen), Ct);

        Assert.Equal([new(ImportStage.Writing, 1, 2), new(ImportStage.Writing, 2, 2), new(ImportStage.Finishing, 1, 2), new(ImportStage.Finishing, 2, 2)], seen);
    }

    [Fact]
    public async Task The_pointer_costs_one_operation_and_a_snapshot_at_most_one()
    {
        await _fake.Import(City);
        var counting = new CountingRecordStore(_fake.Store);
        var register = new RegisterStore(counting);

        var pointer = await register.PointerAsync(DistrictCode.Parse("BROMMA"), Ct);
        Assert.Equal(1, counting.Operations);
        await register.SnapshotAsync(DistrictCode.Parse("BROMMA"), pointer!, Ct);
        await register.SnapshotAsync(DistrictCode.Parse("BROMMA"), pointer!, Ct);
        Assert.Equal(2, counting.Operations);
    }

    [Fact]
    public async Task A_district_of_5000_schools_is_cut_into_chunks_that_fit_and_read_back_whole()
    {
        var random = new Random(1);
        var city = City.With(c => c with
        {
            Schools = [.. c.Schools!, .. Enumerable.Range(0, 5000).Select(n => Rows.School($"F-{n}", DistrictCode.Parse("BROMMA")) with
            {
                OwnerName = Convert.ToHexString(Bytes(random, 60)),
            })],
        });

        await _fake.Import(city);

        Assert.True((await _fake.Keys("BROMMA", "register:chunk:")).Count > 1);
        RegisterOnFake.AssertSame(city.Build(), await new RegisterStore(_fake.Store).ContentAsync(Ct));
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private sealed class Reports(List<ImportProgress> seen) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => seen.Add(value);
    }
}
