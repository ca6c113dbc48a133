using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Register.Snapshots;

/// <summary>The register on the store in memory, on a clock that tests move.</summary>
internal sealed partial class RegisterOnFake
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public RegisterOnFake() => Register = new(Store);

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public InMemoryRecordStore Store { get; } = new();

    public FakeTimeProvider Clock { get; } = new(Start);

    public RegisterStore Register { get; }

    public RegisterHistory History => new(Store, Register);

    public RegisterImport Importer() => ImporterOn(Store);

    /// <summary>An import in a process of its own, which sees the store through a decorator.</summary>
    public RegisterImport ImporterOn(IRecordStore store) => new(store, new RegisterStore(store), Clock, new ImportOptions());

    public Task<ImportOutcome> Import(RegisterContent whole, bool allow = true, bool dryRun = false, string source = "test") =>
        Importer().ImportAsync(whole, new(source, allow, dryRun), null, Ct);

    public Task<ImportOutcome> Import(RegisterBuilder builder, bool allow = true, bool dryRun = false, string source = "test") =>
        Import(builder.Build(), allow, dryRun, source);

    public async Task<RegisterPointer> Pointer(string district) =>
        await Register.PointerAsync(DistrictCode.Parse(district), Ct) ?? throw new InvalidOperationException($"No register of {district}.");

    public async Task<DistrictSnapshot> Snapshot(string district) =>
        await Register.SnapshotAsync(DistrictCode.Parse(district), await Pointer(district), Ct);

    public async Task<List<string>> Keys(string partition, string prefix) =>
        await Store.ScanAsync(partition, prefix, Ct).Select(r => r.Key).ToListAsync(Ct);

    /// <summary>Everything the store holds, apart from what chance decides.</summary>
    public async Task<List<string>> Dump()
    {
        var lines = new List<string>();
        foreach (var partition in (await Register.DistrictsAsync(Ct)).Select(d => d.ToString()).Append(Partitions.System))
        {
            lines.AddRange(await Store.ScanAsync(partition, string.Empty, Ct)
                .Select(r => ImportId().Replace($"{partition}/{r.Key} = {r.Value}", "#")).ToListAsync(Ct));
        }

        return lines;
    }

    public static void AssertSame(RegisterContent expected, RegisterContent actual) =>
        Assert.All(RegisterTables.Compare(expected, actual), table => Assert.Equal((table.Key, new TableChanges(0, 0, 0)), (table.Key, table.Value)));

    public static bool IsSame(RegisterContent expected, RegisterContent actual) =>
        RegisterTables.Compare(expected, actual).Values.All(c => c == new TableChanges(0, 0, 0));

    [GeneratedRegex("\\b[0-9a-f]{20}\\b")]
    private static partial Regex ImportId();
}
