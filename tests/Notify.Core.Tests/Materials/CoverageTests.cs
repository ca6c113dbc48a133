using Notify.Core.Materials;
using Notify.Core.Register;
using Notify.Testing.Materials;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Materials;

/// <summary>Receipts and coverage over three versions, with those who come late and those who leave: every figure counted by hand.</summary>
public sealed class CoverageTests
{
    [Fact]
    public async Task Three_versions_late_joiners_and_leavers()
    {
        await using var world = new MaterialsWorld("2026-03-02T10:00");
        var city = Bromma();
        await world.ImportAsync(city);
        await world.RunAsync();

        // Bromma: five schools and two contacts; Kista: one school and one contact. All nine know version 1, unasked.
        Assert.Equal("9/9/0", await world.ProofAsync());

        // Version 2 to all nine. Three schools and a contact of Bromma confirm, and Kista's school.
        world.At("2026-03-03T10:00");
        city = MaterialsWorld.With(city, "M", "2", "2026-03-03");
        await world.ImportAsync(city);
        Assert.Equal("9/0/0", await world.ProofAsync());
        await world.LiveUntilAsync("2026-03-03");
        Assert.Equal(9, (await world.LogAsync()).Count);
        await ConfirmAsync(world, "school:98000001", "school:98000002", "school:98000003", "contact:anna");
        await world.ConfirmAsync("school:98000021", "KISTA");
        Assert.Equal("9/9/5", await world.ProofAsync());

        // A late school gets version 2 and confirms; a confirmed school closes; a contact who had not confirmed leaves.
        world.At("2026-03-05T10:00");
        city = city.District("BROMMA").School("98000006", s => s with { Provider = Provider.Region }).School("98000002", s => s with { Status = SchoolStatus.Closed })
            .With(c => c with { Contacts = [.. c.Contacts!.Where(x => x.Id != "bo")] });
        await world.ImportAsync(city);
        Assert.Equal("8/7/4", await world.ProofAsync());
        await world.LiveUntilAsync("2026-03-05");
        Assert.Equal(["2026-03-05 material-published school:98000006"], await world.LogAsync());
        await ConfirmAsync(world, "school:98000006");
        Assert.Equal("8/8/5", await world.ProofAsync());

        // Version 3, while three still owe a receipt: none of them is reminded of version 2 any more.
        world.At("2026-03-16T10:00");
        city = MaterialsWorld.With(city, "M", "3", "2026-03-16");
        await world.ImportAsync(city);
        await world.LiveUntilAsync("2026-03-18");
        Assert.Equal(8, (await world.LogAsync()).Count);
        Assert.Equal("8/8/0", await world.ProofAsync());
        await ConfirmAsync(world, "school:98000001", "school:98000005");
        await world.TellAsync("M", ToldChannel.Apt, "98000003");

        // The closed school opens again and hears of version 3 as everybody does.
        city = city.School("98000002", s => s with { Status = SchoolStatus.Active });
        await world.ImportAsync(city);
        Assert.Equal("9/8/2", await world.ProofAsync());
        await world.LiveUntilAsync("2026-04-30");
        Assert.Equal("9/9/2", await world.ProofAsync());

        // Reminded: who was told by mail alone and has not confirmed, six of nine.
        Assert.Equal(6, (await world.LogAsync()).Count(l => l.Contains("material-reminder", StringComparison.Ordinal)));
        await AssertBreakdownsAsync(world);
    }

    [Fact]
    public void The_proof_follows_from_what_happened_and_not_from_its_order_or_repetition()
    {
        var version = new VersionName("M", "1");
        var at = new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);
        Func<RecipientState, RecipientState>[] events =
        [
            s => s.With(new ToldVersion(version, ToldChannel.Mail, at)),
            s => s.With(new ToldVersion(version, ToldChannel.Apt, at.AddDays(1))),
            s => s.With(new ConfirmedVersion(version, at.AddDays(3))),
            s => s.With(new ConfirmedVersion(version, at.AddDays(2))),
        ];
        var facts = new MaterialFacts([new("school:98000001", "Skola", RecipientRole.School, Provider.Municipal, [])], [Rows.Material("M")]);
        var random = new Random(20261123);
        foreach (var _ in Enumerable.Range(0, 200))
        {
            var happened = events.Concat(events.Take(random.Next(4))).ToArray();
            random.Shuffle(happened);
            var state = happened.Aggregate(RecipientState.New("school:98000001", null), (s, e) => e(s));
            var row = Assert.Single(MaterialCoverage.Of(Rows.District("BROMMA"), facts, [state]));
            Assert.Equal((2, at.AddDays(2), CoverageState.Confirmed), (row.Told.Count, row.ConfirmedAt, row.State));
            Assert.Equal(new(1, 1, 1), MaterialsProof.Of([row]));
        }
    }

    private static RegisterBuilder Bromma() => RegisterBuilder.City().District("BROMMA")
        .School("98000001").School("98000002").School("98000003", s => s with { Provider = Provider.Independent })
        .School("98000004", s => s with { Provider = Provider.Independent }).School("98000005", s => s with { Provider = Provider.State })
        .Contact("anna").Contact("bo").Material("M")
        .District("KISTA").School("98000021").Contact("kim");

    /// <summary>Present version 3. Confirmed: 1 (municipal) and 5 (state). Eight are schools or contacts of Bromma or Kista as listed.</summary>
    private static async Task AssertBreakdownsAsync(MaterialsWorld world)
    {
        var lines = MaterialCoverage.Breakdowns(await world.RowsAsync()).Select(l => $"{l.By} {l.Key} {l.Proof.Audience} {l.Proof.Told} {l.Proof.Confirmed}");
        Assert.Equal(
            [
                "city  9 9 2",
                "district BROMMA 7 7 2", "district KISTA 2 2 0",
                "role contact 2 2 0", "role school 7 7 2",
                "provider independent 2 2 0", "provider municipal 3 3 1", "provider region 1 1 0", "provider state 1 1 1",
                "material M 9 9 2",
            ],
            lines);
    }

    private static async Task ConfirmAsync(MaterialsWorld world, params string[] recipients)
    {
        foreach (var recipient in recipients)
        {
            await world.ConfirmAsync(recipient);
        }
    }
}
