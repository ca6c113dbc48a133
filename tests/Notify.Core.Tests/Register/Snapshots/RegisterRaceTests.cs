using Notify.Core.Register;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Register.Snapshots;

public sealed class RegisterRaceTests
{
    private static readonly RegisterBuilder Old = RegisterBuilder.City()
        .District("KISTA").School("99000001").Contact("kim").Assign("kim")
        .District("BROMMA").School("99000001").School("99000002").Contact("anna").Contact("bertil").Assign("anna");

    private static readonly RegisterContent One = Old.Replace("anna", "bertil").ChangeContact("kim", c => c with { Phone = "08-1" }).Build();

    private static readonly RegisterContent Other = Old.Material("stod").ChangeContact("anna", c => c with { Phone = "08-2" }).Build();

    public static TheoryData<int> Operations => [.. Enumerable.Range(0, 30)];

    private static CancellationToken Ct => RegisterOnFake.Ct;

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Two_imports_at_once_are_as_one_after_the_other(int operation)
    {
        var fake = await ImportedAsync();
        var store = new InterruptedRecordStore(fake.Store, n => n == operation ? fake.Import(Other) : Task.CompletedTask);

        await fake.ImporterOn(store).ImportAsync(One, new("one"), null, Ct);

        var last = RegisterOnFake.IsSame(One, await fake.Register.ContentAsync(Ct)) ? One : Other;
        var first = last == Other ? One : store.Operations > operation ? Other : Old.Build();
        Assert.Equal(await InTurnAsync(first, last), await SettledAsync(fake));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Two_imports_of_parts_lose_nothing_of_either(int operation)
    {
        var fake = await ImportedAsync();
        var store = new InterruptedRecordStore(
            fake.Store, n => n == operation ? fake.Importer().ImportAsync(c => c with { Materials = Other.Materials }, new("other"), null, Ct) : Task.CompletedTask);

        await fake.ImporterOn(store).ImportAsync(c => c with { Contacts = One.Contacts }, new("one"), null, Ct);

        var both = Old.Build() with { Contacts = One.Contacts, Materials = store.Operations > operation ? Other.Materials : [] };
        RegisterOnFake.AssertSame(both, await fake.Register.ContentAsync(Ct));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Who_reads_while_an_import_is_made_sees_the_old_register_or_the_new(int operation)
    {
        var fake = await ImportedAsync();
        var seen = new List<RegisterContent>();
        var store = new InterruptedRecordStore(fake.Store, async n =>
        {
            if (n == operation)
            {
                seen.Add(await new RegisterStore(fake.Store).ContentAsync(Ct));
            }
        });

        await fake.ImporterOn(store).ImportAsync(One, new("one"), null, Ct);

        Assert.All(seen, c => Assert.True(RegisterOnFake.IsSame(Old.Build(), c) || RegisterOnFake.IsSame(One, c)));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_import_in_the_midst_of_a_reading_is_seen_whole_or_not_at_all(int operation)
    {
        var fake = await ImportedAsync();
        var store = new InterruptedRecordStore(fake.Store, n => n == operation ? fake.Import(One) : Task.CompletedTask);

        var content = await new RegisterStore(store).ContentAsync(Ct);

        Assert.True(RegisterOnFake.IsSame(Old.Build(), content) || RegisterOnFake.IsSame(One, content));
    }

    [Fact]
    public async Task The_operations_reach_beyond_the_end_of_an_import()
    {
        var fake = await ImportedAsync();
        var counting = new CountingRecordStore(fake.Store);

        await fake.ImporterOn(counting).ImportAsync(One, new("one"), null, Ct);

        Assert.InRange(counting.Operations, 15, 29);
    }

    [Fact]
    public async Task Ten_imports_at_once_leave_the_register_of_one_of_them()
    {
        var fake = await ImportedAsync();
        var wholes = Enumerable.Range(0, 10).Select(n => Old.ChangeContact("anna", c => c with { Phone = $"08-{n}" }).Build()).ToList();
        var slow = new InterruptedRecordStore(fake.Store, async _ => await Task.Yield());

        await Task.WhenAll(wholes.Select(whole => Task.Run(() => fake.ImporterOn(slow).ImportAsync(whole, new("test"), null, Ct))));

        var content = await fake.Register.ContentAsync(Ct);
        Assert.Single(wholes, whole => RegisterOnFake.IsSame(whole, content));
        Assert.Equal(11, (await fake.Pointer("BROMMA")).Version);
    }

    private static async Task<RegisterOnFake> ImportedAsync()
    {
        var fake = new RegisterOnFake();
        await fake.Import(Old);
        return fake;
    }

    private static async Task<List<string>> InTurnAsync(params RegisterContent[] wholes)
    {
        var fake = await ImportedAsync();
        foreach (var whole in wholes)
        {
            await fake.Import(whole);
        }

        return await SettledAsync(fake);
    }

    /// <summary>What counts, without the source and the chunks that a beaten import may leave until the next version.</summary>
    private static async Task<List<string>> SettledAsync(RegisterOnFake fake) =>
        [.. (await fake.Dump()).Where(line => !line.Contains("register:chunk:", StringComparison.Ordinal))
            .Select(line => line.Replace("\"one\"", "\"test\"", StringComparison.Ordinal))];
}
