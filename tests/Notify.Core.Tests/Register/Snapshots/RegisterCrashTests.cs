using Notify.Core.Register;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Register.Snapshots;

public sealed class RegisterCrashTests
{
    private static readonly RegisterBuilder Before = RegisterBuilder.City()
        .District("KISTA").School("99000001").Contact("kim").Assign("kim")
        .District("BROMMA").School("99000001").School("99000002").Contact("anna").Contact("bertil").Assign("anna").Agreement("A1");

    private static readonly RegisterContent After = Before
        .Replace("anna", "bertil").ChangeContact("kim", c => c with { Phone = "08-1" })
        .District("SKARPNACK").School("99000003").Contact("stina").Assign("stina").Build();

    public static TheoryData<int, bool> CrashPoints => [.. Enumerable.Range(0, 30).SelectMany(n => new[] { (n, false), (n, true) })];

    private static CancellationToken Ct => RegisterOnFake.Ct;

    [Theory]
    [MemberData(nameof(CrashPoints))]
    public async Task A_crash_anywhere_and_a_clean_run_give_what_an_undisturbed_import_gives(int commits, bool isWritten)
    {
        var crashed = await ImportedAsync();
        var store = new CrashingRecordStore(crashed.Store, commits, isWritten);
        await ImportAndDieAsync(crashed, store);
        var isDecided = !store.HasCrashed || await crashed.Store.FindAsync("_system", "import", Ct) is not null || (await crashed.Pointer("KISTA")).Version == 2;

        crashed.Clock.Advance(TimeSpan.FromHours(1));
        await crashed.Importer().FinishAsync(Ct);
        await crashed.Import(After);

        Assert.Equal(await UndisturbedAsync(isDecided ? TimeSpan.Zero : TimeSpan.FromHours(1)), await crashed.Dump());
    }

    [Theory]
    [MemberData(nameof(CrashPoints))]
    public async Task After_a_crash_the_whole_register_is_the_old_one_or_the_new_one(int commits, bool isWritten)
    {
        var crashed = await ImportedAsync();
        await ImportAndDieAsync(crashed, new CrashingRecordStore(crashed.Store, commits, isWritten));

        var content = await crashed.Register.ContentAsync(Ct);

        Assert.True(RegisterOnFake.IsSame(Before.Build(), content) || RegisterOnFake.IsSame(After, content));
    }

    [Fact]
    public async Task The_crash_points_reach_beyond_the_end_of_an_import()
    {
        var fake = await ImportedAsync();
        var counting = new CountingRecordStore(fake.Store);

        await fake.ImporterOn(counting).ImportAsync(After, new("test"), null, Ct);

        Assert.InRange(counting.Commits, 5, 29);
    }

    [Fact]
    public async Task A_crash_while_finishing_after_a_crash_does_no_harm()
    {
        var crashed = await ImportedAsync();
        await ImportAndDieAsync(crashed, new CrashingRecordStore(crashed.Store, 5, isWritten: true));
        for (var commits = 0; commits < 10; commits++)
        {
            var store = new CrashingRecordStore(crashed.Store, commits, isWritten: false);
            await Record.ExceptionAsync(() => crashed.ImporterOn(store).FinishAsync(Ct));
        }

        Assert.Equal(await UndisturbedAsync(TimeSpan.Zero), await crashed.Dump());
    }

    private static async Task<RegisterOnFake> ImportedAsync()
    {
        var fake = new RegisterOnFake();
        await fake.Import(Before);
        fake.Clock.Advance(TimeSpan.FromDays(1));
        return fake;
    }

    private static async Task<List<string>> UndisturbedAsync(TimeSpan later)
    {
        var fake = await ImportedAsync();
        fake.Clock.Advance(later);
        await fake.Import(After);
        return await fake.Dump();
    }

    private static async Task ImportAndDieAsync(RegisterOnFake fake, CrashingRecordStore store)
    {
        try
        {
            await fake.ImporterOn(store).ImportAsync(After, new("test"), null, Ct);
        }
        catch (CrashException)
        {
        }
    }
}
