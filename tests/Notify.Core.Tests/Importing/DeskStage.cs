using Notify.Core.Importing;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Core.Store;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Importing;

/// <summary>A desk on a store in memory, with two districts of five schools each in the register.</summary>
internal sealed class DeskStage : IAsyncDisposable
{
    private DeskStage(ContactsWorld world) => World = world;

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ContactsWorld World { get; }

    public ImportDesk Desk => World.Get<ImportDesk>();

    public static RegisterBuilder City { get; } = Enumerable.Range(1, 5).Aggregate(
        Enumerable.Range(1, 5).Aggregate(
            RegisterBuilder.City().District("BROMMA").Contact("anna").Contact("berit"),
            (city, n) => city.School($"9800000{n}").Assign("anna")).District("FARSTA").Contact("cecilia").Contact("disa"),
        (city, n) => city.School($"9900000{n}").Assign("cecilia")).Material("orosanmalan");

    /// <summary>The register is there, and taken as known.</summary>
    public static async Task<DeskStage> StartAsync(IRecordStore? store = null)
    {
        var stage = new DeskStage(new ContactsWorld("2026-03-02T10:00", store));
        await stage.World.ImportAsync(City);
        await stage.World.RunAsync();
        return stage;
    }

    public Task<Receipt> SendAsync(RegisterBuilder register, params string[] tables) => SendAsync(register.Build(), tables);

    /// <summary>Sends the tables of the register, or all of them.</summary>
    public Task<Receipt> SendAsync(RegisterContent register, params string[] tables)
    {
        var written = RegisterWriter.Write(register).Where(t => tables.Length == 0 || tables.Contains(t.Name)).ToList();
        return Desk.ReceiveAsync(new RawRegister(written, [], []), "files.csv", "Asta", Ct);
    }

    public async Task<string> DraftAsync(RegisterBuilder register, params string[] tables) =>
        (await SendAsync(register, tables)).Draft ?? throw new InvalidOperationException("It was refused.");

    public async Task<ImportPreview> PreviewAsync(string draft) => (await Desk.PreviewAsync((await Desk.FindAsync(draft, Ct))!, Ct))!;

    public Task<ApplyOutcome> ApplyAsync(string draft, bool allow = false) => Desk.ApplyAsync(draft, allow, "Asta", Ct);

    public Task<RegisterContent> RegisterAsync() => World.Get<RegisterStore>().ContentAsync(Ct);

    public async Task<string> UndoLatestAsync() =>
        await Desk.UndoAsync((await World.Get<ImportHistory>().ReadAsync(Ct))[0], "undone", "Asta", Ct) ?? throw new InvalidOperationException("It cannot be undone.");

    /// <summary>How many rows of drafts there are.</summary>
    public async Task<int> RowsAsync()
    {
        var rows = 0;
        foreach (var prefix in new[] { "draft:", "draft-" })
        {
            rows += await World.Store.ScanAsync(Partitions.System, prefix, Ct).CountAsync(Ct);
        }

        return rows;
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
