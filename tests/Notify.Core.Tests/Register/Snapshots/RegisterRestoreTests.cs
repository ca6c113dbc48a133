using System.Text.Json;
using Notify.Core.Register;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Register.Snapshots;

public sealed class RegisterRestoreTests
{
    private static readonly DistrictCode Bromma = DistrictCode.Parse("BROMMA");

    private static readonly RegisterBuilder City = RegisterBuilder.City()
        .District("KISTA").School("99000001").Contact("kim").Assign("kim")
        .District("BROMMA").School("99000001").School("99000002").Contact("anna").Contact("bertil").Assign("anna").Agreement("A1");

    private readonly RegisterOnFake _fake = new();

    private static CancellationToken Ct => RegisterOnFake.Ct;

    [Fact]
    public async Task A_restore_gives_the_old_content_under_a_new_version()
    {
        await _fake.Import(City);
        var first = await _fake.Pointer("BROMMA");
        await _fake.Import(City.Replace("anna", "bertil").WithoutSchool("99000002"));

        await Restore(1);

        var restored = await _fake.Pointer("BROMMA");
        Assert.Equal(3, restored.Version);
        Assert.Equal(first.Hash, restored.Hash);
        RegisterOnFake.AssertSame(City.Build(), await _fake.Register.ContentAsync(Ct));
    }

    [Fact]
    public async Task Other_districts_and_city_wide_materials_stay_as_they_are()
    {
        await _fake.Import(City);
        var present = City.Replace("anna", "bertil").ChangeContact("kim", c => c with { Phone = "08-1" }).Material("stod");
        await _fake.Import(present);

        await Restore(1);

        RegisterOnFake.AssertSame(present.Replace("bertil", "anna").Build(), await _fake.Register.ContentAsync(Ct));
        Assert.Equal(2, (await _fake.Pointer("KISTA")).Version);
    }

    [Fact]
    public async Task A_school_stays_in_the_districts_it_joined_since()
    {
        await _fake.Import(City);
        await _fake.Import(City.District("KISTA").School("99000002").WithoutContact("bertil"));

        await Restore(1);

        Assert.Equal(2, (await _fake.Snapshot("KISTA")).Schools.Count);
        Assert.Equal(2, (await _fake.Snapshot("BROMMA")).Contacts.Count);
    }

    [Fact]
    public async Task A_district_that_left_comes_back()
    {
        await _fake.Import(City);
        await _fake.Import(City.WithoutDistrict("BROMMA"));

        await Restore(1);

        RegisterOnFake.AssertSame(City.Build(), await _fake.Register.ContentAsync(Ct));
    }

    [Fact]
    public async Task A_restore_is_held_by_the_guard_too()
    {
        await _fake.Import(City);
        await _fake.Import(Enumerable.Range(3, 20).Aggregate(City, (city, n) => city.School($"{99000000 + n}").Assign("anna")));

        Assert.True((await _fake.Importer().RestoreAsync(Bromma, 1, new("restore"), null, Ct)).IsHeld);
    }

    [Fact]
    public async Task A_version_that_is_not_kept_cannot_be_restored()
    {
        await _fake.Import(City);

        await Assert.ThrowsAsync<KeyNotFoundException>(() => Restore(7));
    }

    [Fact]
    public async Task The_last_ten_versions_and_the_first_with_an_assignment_can_be_read()
    {
        await _fake.Import(City.Unassign("anna"));
        await _fake.Import(City);
        for (var n = 3; n <= 15; n++)
        {
            await _fake.Import(City.ChangeContact("anna", c => c with { Phone = $"08-{n}" }));
        }

        var pointer = await _fake.Pointer("BROMMA");
        Assert.Equal([2, .. Enumerable.Range(6, 10)], pointer.Kept.Select(k => (int)k.Version));
        Assert.Equal(11, (await _fake.Keys("BROMMA", "register:chunk:")).Count);
        foreach (var kept in pointer.Kept)
        {
            Assert.Equal(kept.Version, (await _fake.Register.SnapshotAsync(Bromma, pointer, kept.Version, Ct)).Version);
        }
    }

    [Fact]
    public async Task A_stored_snapshot_is_read_back_to_the_letter()
    {
        await _fake.Import(City.ChangeDistrict("BROMMA", d => d with { Name = "Åkeshov & \"Ängby\" \u2028" }));
        var read = await new RegisterStore(_fake.Store).SnapshotAsync(Bromma, await _fake.Pointer("BROMMA"), Ct);

        Assert.Equal(JsonSerializer.Serialize(await _fake.Snapshot("BROMMA")), JsonSerializer.Serialize(read));
        Assert.Equal("Åkeshov & \"Ängby\" \u2028", read.District.Name);
    }

    private Task<ImportOutcome> Restore(long version) =>
        _fake.Importer().RestoreAsync(Bromma, version, new("restore", AllowMassChange: true), null, Ct);
}
