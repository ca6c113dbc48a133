using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Notify.Core.Store;

/// <summary>A stored value, read, with the ETag that its next change depends on; an empty ETag when it is not stored yet.</summary>
public sealed record Kept<T>(T Value, string ETag);

/// <summary>Reads and writes typed values of a record store.</summary>
public static class JsonRecords
{
    /// <summary>The value under the key, or null. One store operation.</summary>
    public static async Task<Kept<T>?> FindAsync<T>(
        this IRecordStore store, string partition, string key, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class =>
        await store.FindAsync(partition, key, ct) is { } record ? record.As(type) : null;

    /// <summary>Every value under the prefix. One store operation.</summary>
    public static async Task<List<Kept<T>>> ListAsync<T>(
        this IRecordStore store, string partition, string prefix, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        var values = new List<Kept<T>>();
        await foreach (var record in store.ScanAsync(partition, prefix, ct))
        {
            values.Add(record.As(type));
        }

        return values;
    }

    /// <summary>The record's value.</summary>
    public static Kept<T> As<T>(this Record record, JsonTypeInfo<T> type) =>
        new(JsonSerializer.Deserialize(record.Value, type) ?? throw new JsonException($"The record {record.Key} is empty."), record.ETag);

    /// <summary>The change that stores the new value in place of what was read: an insert when there was nothing.</summary>
    public static RecordChange With<T>(this Kept<T> before, string key, T after, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.Serialize(after, type);
        return before.ETag.Length == 0 ? new RecordChange.Insert(key, json) : new RecordChange.Replace(key, json, before.ETag);
    }
}
