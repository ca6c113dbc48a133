using Azure.Core.Pipeline;
using Notify.Adapters.AzureTables;
using Notify.Core.Store;
using Notify.Testing.Azurite;
using Xunit;

namespace Notify.Adapters.Tests.AzureTables;

/// <summary>What travels to the service: cut as it demands, and never more than <see cref="RecordLimits"/> counts.</summary>
public sealed class TableRequestTests(Azurite azurite) : IAsyncLifetime
{
    private readonly Scales scales = new();
    private TableRecordStore? store;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TableRecordStore Store => store!;

    public async ValueTask InitializeAsync() =>
        store = new TableRecordStore(await azurite.NewTableAsync(), settings => settings.Transport = new HttpClientTransport(scales));

    public ValueTask DisposeAsync()
    {
        scales.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(31_998)]
    [InlineData(31_999)]
    [InlineData(32_000)]
    [InlineData(63_997)]
    [InlineData(63_998)]
    [InlineData(63_999)]
    public async Task A_pair_of_surrogates_where_a_value_is_cut_stays_whole(int before)
    {
        var value = new string('x', before) + string.Concat(Enumerable.Repeat("😀", 40_000)) + "å";

        await Store.CommitAsync("bromma", [new RecordChange.Insert("smile", value)], Ct);

        Assert.Equal(value, (await Store.FindAsync("bromma", "smile", Ct))?.Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31_999)]
    [InlineData(32_000)]
    [InlineData(32_001)]
    [InlineData(64_000)]
    [InlineData(64_001)]
    public async Task A_shorter_value_leaves_nothing_of_the_longer_one_before_it(int length)
    {
        await Store.CommitAsync("bromma", [new RecordChange.Insert("value", new string('x', 100_000))], Ct);
        var value = new string('y', length);

        var etags = await Store.CommitAsync("bromma", [new RecordChange.Put("value", value)], Ct);
        Assert.Equal(value, (await Store.FindAsync("bromma", "value", Ct))?.Value);

        await Store.CommitAsync("bromma", [new RecordChange.Replace("value", "z", etags[0])], Ct);
        Assert.Equal("z", (await Store.FindAsync("bromma", "value", Ct))?.Value);
    }

    [Theory]
    [InlineData(" !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")]
    [InlineData("\b\t\n\f\r\u0000\u0001\u001f\u007f\u0080\u00a0\u2028\ufeff\uffff")]
    [InlineData("åäöÅÄÖéüßœ€–”…漢字😀")]
    public async Task No_character_takes_more_than_it_is_counted_for(string characters)
    {
        foreach (var character in characters.EnumerateRunes())
        {
            var value = string.Concat(Enumerable.Repeat(character, 2_000));
            RecordChange[] changes = [new RecordChange.Put("value", value)];

            await Store.CommitAsync("bromma", changes, Ct);

            Assert.InRange(scales.Heaviest, 1, SizeOf("bromma", changes));
            Assert.Equal(value, (await Store.FindAsync("bromma", "value", Ct))?.Value);
            scales.Clear();
        }
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(100, 1)]
    [InlineData(100, 200)]
    public async Task The_headers_and_the_longest_keys_of_a_commit_are_counted_too(int count, int keyLength)
    {
        var district = new string(':', keyLength);
        RecordChange[] inserts = [.. Enumerable.Range(0, count).Select(i => new RecordChange.Insert(Key(i), "1"))];
        var etags = await Store.CommitAsync(district, inserts, Ct);
        RecordChange[] replaces = [.. inserts.Zip(etags, (insert, etag) => new RecordChange.Replace(insert.Key, "", etag))];
        etags = await Store.CommitAsync(district, replaces, Ct);
        RecordChange[] deletes = [.. inserts.Zip(etags, (insert, etag) => new RecordChange.Delete(insert.Key, etag))];
        await Store.CommitAsync(district, deletes, Ct);

        Assert.InRange(scales.Heaviest, 1, SizeOf(district, deletes));

        string Key(int number) => number.ToString("D3", null).PadLeft(keyLength, ':')[^Math.Max(keyLength, 3)..];
    }

    private static int SizeOf(string partition, IEnumerable<RecordChange> changes) =>
        changes.Sum(change => RecordLimits.SizeOf(partition, change.Key, change is RecordChange.Put put ? put.Value : string.Empty));

    /// <summary>Weighs what goes out. Unit: bytes of the body.</summary>
    private sealed class Scales() : DelegatingHandler(new SocketsHttpHandler())
    {
        public int Heaviest { get; private set; }

        public void Clear() => Heaviest = 0;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            if (request.Content is { } content)
            {
                Heaviest = Math.Max(Heaviest, (await content.ReadAsByteArrayAsync(ct)).Length);
            }

            return await base.SendAsync(request, ct);
        }
    }
}
