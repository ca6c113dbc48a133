using System.Globalization;
using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Succession;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;
using Record = Notify.Core.Store.Record;

namespace Notify.Core.Tests.Succession;

public sealed class MergerCrashTests
{
    /// <summary>So many that what passes needs several commits.</summary>
    private const int Schools = 150;

    private const string Replaced = "99000001";
    private const string Waiting = "99000002";

    private static readonly RegisterBuilder City = Many(RegisterBuilder.City()
        .District("FARSTA").Contact("cecilia").School("99000900").Assign("cecilia")
        .District("ALVSJO").Contact("anna").Contact("bertil"));

    private static readonly RegisterBuilder Merged = City.Replace("anna", "bertil", Waiting).Merged("ALVSJO", "FARSTA").Replace("anna", "cecilia", Replaced)
        .ChangeAssignments("cecilia", a => a with { District = DistrictCode.Parse("FARSTA") });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_at_any_commit_of_a_merger_loses_nothing_and_tells_nobody_twice(bool isWritten)
    {
        var hasCrashed = true;
        for (var commits = 0; hasCrashed; commits++)
        {
            var memory = await BeforeAsync();
            var dying = new CrashingRecordStore(memory, commits, isWritten);
            var mails = new List<MailMessage>(await MergeAndDieAsync(dying));
            hasCrashed = dying.HasCrashed;

            await using var world = new ContactsWorld("2026-03-03T11:00", memory);
            await world.Get<RegisterImport>().FinishAsync(Ct);
            await world.ImportFilesAsync(Merged);
            await RunAsync(world, "2026-03-03T11:20", "2026-03-03T11:30", "2026-03-03T11:40");
            mails.AddRange(world.Sent());
            await AssertToldAsync(world, mails, $"commit {commits}");
        }
    }

    [Fact]
    public async Task Watches_that_run_at_the_same_time_take_over_once()
    {
        for (var round = 0; round < 10; round++)
        {
            var memory = await BeforeAsync();
            await using var one = new ContactsWorld("2026-03-03T10:30", memory);
            await using var other = new ContactsWorld("2026-03-03T10:30", new SlowRecordStore(memory));
            await one.ImportFilesAsync(Merged);

            await Task.WhenAll(Task.Run(() => one.RunAsync(), Ct), Task.Run(() => other.RunAsync(), Ct));
            one.At("2026-03-03T11:30");
            await one.RunAsync();

            await AssertToldAsync(one, [.. one.Sent(), .. other.Sent()], $"round {round}");
        }
    }

    private static RegisterBuilder Many(RegisterBuilder register) => Enumerable.Range(1, Schools)
        .Aggregate(register, (r, n) => r.School(string.Create(CultureInfo.InvariantCulture, $"990{n:D5}")).Assign("anna"));

    /// <summary>Everybody knows what is so, and one school is about to be told something else.</summary>
    private static async Task<IRecordStore> BeforeAsync()
    {
        var memory = new InMemoryRecordStore();
        await using var world = new ContactsWorld("2026-03-02T10:00", memory);
        await world.ImportAsync(City);
        await world.RunAsync();
        world.At("2026-03-03T10:00");
        await world.ImportAsync(City.Replace("anna", "bertil", Waiting));
        await world.RunAsync();
        Assert.Empty(world.Sent());
        return memory;
    }

    private static async Task<IReadOnlyList<MailMessage>> MergeAndDieAsync(CrashingRecordStore dying)
    {
        await using var world = new ContactsWorld("2026-03-03T10:05", dying);
        try
        {
            await world.ImportFilesAsync(Merged);
            await RunAsync(world, "2026-03-03T10:10", "2026-03-03T11:00");
        }
        catch (Exception) when (dying.HasCrashed)
        {
            // As meant.
        }

        return world.Sent();
    }

    private static async Task AssertToldAsync(ContactsWorld world, IReadOnlyCollection<MailMessage> mails, string when)
    {
        var told = mails.Where(m => m.Kind != ContactKinds.Assigned).DistinctBy(m => m.Id).Select(m => $"{m.Kind} {m.District} {m.To[0].Domain}").Order();
        Assert.Equal([$"contact-changed FARSTA skola{Replaced}.example", $"contact-changed FARSTA skola{Waiting}.example"], told);
        var contacts = (await world.Get<ContactsReader>().ReadAsync(DistrictCode.Parse("FARSTA"), Ct))!;
        Assert.True(contacts.Schools.Count == Schools + 1 && contacts.Schools.All(s => s.IsTold), when);
        Assert.Empty(await world.WaitingAsync("ALVSJO"));
        Assert.Null(await world.Store.FindAsync("FARSTA", SuccessionKeys.Due(DistrictCode.Parse("ALVSJO")), Ct));
    }

    private static async Task RunAsync(ContactsWorld world, params string[] moments)
    {
        foreach (var moment in moments)
        {
            world.At(moment);
            await world.RunAsync();
        }
    }

    /// <summary>Lets others in between its reads and its commits.</summary>
    private sealed class SlowRecordStore(IRecordStore inner) : IRecordStore
    {
        public Task<Record?> FindAsync(string partition, string key, CancellationToken ct) => inner.FindAsync(partition, key, ct);

        public IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, CancellationToken ct) => inner.ScanAsync(partition, keyPrefix, ct);

        public async Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct)
        {
            for (var i = 0; i < 20; i++)
            {
                await Task.Yield();
            }

            return await inner.CommitAsync(partition, changes, ct);
        }
    }
}
