using System.Globalization;
using Notify.Adapters.AzureTables;
using Notify.Core.Store;
using Notify.Testing.Azurite;
using Xunit;
using Record = Notify.Core.Store.Record;

namespace Notify.Adapters.Tests.AzureTables;

public sealed class TableOutageTests : IAsyncDisposable
{
    private const int Writers = 3;
    private const int Commits = 40;

    private readonly Azurite azurite = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => azurite.DisposeAsync();

    [Fact]
    public async Task A_service_that_goes_away_amid_commits_and_comes_back_loses_none_and_stops_nobody()
    {
        var options = await azurite.NewTableAsync();
        var store = new TableRecordStore(options);
        await store.CommitAsync("bromma", [new RecordChange.Insert("counter", "0")], Ct);
        using var written = new SemaphoreSlim(0);

        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(new TableRecordStore(options), writer, written), Ct)).ToArray();
        for (var seen = 0; seen < Writers * Commits / 3; seen++)
        {
            await written.WaitAsync(Ct);
        }

        await azurite.StopAsync();
        Assert.DoesNotContain(writers, writer => writer.IsCompleted);
        await azurite.StartAsync();
        await Task.WhenAll(writers);

        var (keys, counter) = (await store.ScanAsync("bromma", "w", Ct).CountAsync(Ct), await store.FindAsync("bromma", "counter", Ct));
        Assert.Equal((Writers * Commits, $"{Writers * Commits}"), (keys, counter?.Value));
    }

    private static async Task WriteAsync(TableRecordStore store, int writer, SemaphoreSlim written)
    {
        for (var number = 0; number < Commits; number++)
        {
            while (!await CountAsync(store, $"w{writer}:{number:D3}"))
            {
            }

            written.Release();
        }
    }

    private static async Task<bool> CountAsync(TableRecordStore store, string key)
    {
        var counter = Assert.IsType<Record>(await store.FindAsync("bromma", "counter", Ct));
        var next = (int.Parse(counter.Value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        try
        {
            await store.CommitAsync("bromma", [new RecordChange.Insert(key, next), new RecordChange.Replace("counter", next, counter.ETag)], Ct);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }
}
