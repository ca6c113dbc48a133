using Notify.Core.Store;
using Xunit;
using Record = Notify.Core.Store.Record;

namespace Notify.Testing.Store;

/// <summary>What a partition should hold after some commits: a dictionary, and the ETags that have been.</summary>
internal sealed class RecordStoreModel
{
    private static readonly string[] Keys = ["a", "A", "a:b", "a~", "~", "b-1", "_", "0"];

    private readonly SortedDictionary<string, Record> records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> stale = new(StringComparer.Ordinal);
    private readonly HashSet<string> etags = new(StringComparer.Ordinal);

    public IEnumerable<Record> Records => records.Values;

    /// <summary>A commit from bytes, so that what fails can be shrunk: each stands for one key and one kind of change.</summary>
    public IReadOnlyList<RecordChange> Decode(byte[] codes, int number) =>
        [.. codes.DistinctBy(code => code % Keys.Length).Select(code => Decode(Keys[code % Keys.Length], code / Keys.Length, $"{number}"))];

    /// <summary>The first key whose condition does not hold, or null.</summary>
    public string? Conflicts(IEnumerable<RecordChange> changes) => changes.FirstOrDefault(change => change switch
    {
        RecordChange.Insert => records.ContainsKey(change.Key),
        RecordChange.Replace replace => Present(change.Key) != replace.ETag,
        RecordChange.Delete { ETag: { } etag } => Present(change.Key) != etag,
        RecordChange.Delete => !records.ContainsKey(change.Key),
        _ => false,
    })?.Key;

    public void Apply(IReadOnlyList<RecordChange> changes, IReadOnlyList<string> answer)
    {
        Assert.Equal(changes.Count, answer.Count);
        foreach (var (change, etag) in changes.Zip(answer))
        {
            if (Present(change.Key) is { } old)
            {
                stale[change.Key] = old;
            }

            records.Remove(change.Key);
            if (change is RecordChange.Delete)
            {
                Assert.Empty(etag);
            }
            else
            {
                Assert.True(etags.Add(change.Key + etag), $"The ETag {etag} came twice.");
                records.Add(change.Key, new Record(change.Key, ValueOf(change), etag));
            }
        }
    }

    private RecordChange Decode(string key, int kind, string value) => (kind % 7) switch
    {
        0 or 1 when Present(key) is { } etag => new RecordChange.Replace(key, value, etag),
        2 when Present(key) is { } etag => new RecordChange.Delete(key, etag),
        3 when stale.TryGetValue(key, out var etag) => new RecordChange.Replace(key, value, etag),
        4 when stale.TryGetValue(key, out var etag) => new RecordChange.Delete(key, etag),
        5 => new RecordChange.Put(key, value),
        6 => new RecordChange.Delete(key),
        _ => new RecordChange.Insert(key, value),
    };

    private string? Present(string key) => records.GetValueOrDefault(key)?.ETag;

    private static string ValueOf(RecordChange change) => change switch
    {
        RecordChange.Insert insert => insert.Value,
        RecordChange.Replace replace => replace.Value,
        RecordChange.Put put => put.Value,
        _ => throw new ArgumentException("A delete has no value.", nameof(change)),
    };
}
