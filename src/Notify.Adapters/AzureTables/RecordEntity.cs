using System.Globalization;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Notify.Core.Store;

namespace Notify.Adapters.AzureTables;

/// <summary>
/// A record as an entity: the partition and the key are its two keys, the value stands in the properties <c>V00</c>, <c>V01</c> and
/// on, and <c>Commit</c> names the commit that wrote it, by which a commit knows its own work again.
/// </summary>
internal static class RecordEntity
{
    /// <summary>The property that names the commit.</summary>
    public const string CommitProperty = "Commit";

    /// <summary>Characters in one property: 64 KiB is the limit, which the documentation calls "about 32 K characters or less".</summary>
    public const int PropertyCharacters = 32_000;

    /// <summary>The action that makes the change.</summary>
    public static TableTransactionAction ActionOf(string partition, RecordChange change, string commit) => change switch
    {
        RecordChange.Insert c => new(TableTransactionActionType.Add, Of(partition, c.Key, c.Value, commit)),
        RecordChange.Replace c => new(TableTransactionActionType.UpdateReplace, Of(partition, c.Key, c.Value, commit), new ETag(c.ETag)),
        RecordChange.Put c => new(TableTransactionActionType.UpsertReplace, Of(partition, c.Key, c.Value, commit)),
        RecordChange.Delete c => new(TableTransactionActionType.Delete, new TableEntity(partition, c.Key), c.ETag is { } etag ? new ETag(etag) : ETag.All),
        _ => throw new ArgumentException($"Unknown change {change.GetType().Name}.", nameof(change)),
    };

    /// <summary>The record that an entity holds.</summary>
    public static Record Read(TableEntity entity) => new(entity.RowKey, ValueOf(entity), entity.ETag.ToString());

    private static TableEntity Of(string partition, string key, string value, string commit)
    {
        var entity = new TableEntity(partition, key) { [CommitProperty] = commit };
        var from = 0;
        for (var part = 0; part == 0 || from < value.Length; part++)
        {
            var length = Math.Min(PropertyCharacters, value.Length - from);

            // A pair of surrogates is one character of UTF-8, in which the properties travel: half of it would be lost.
            if (from + length < value.Length && char.IsHighSurrogate(value[from + length - 1]))
            {
                length--;
            }

            entity[PartName(part)] = value.Substring(from, length);
            from += length;
        }

        return entity;
    }

    private static string ValueOf(TableEntity entity)
    {
        var first = entity.GetString(PartName(0)) ?? string.Empty;
        if (!entity.ContainsKey(PartName(1)))
        {
            return first;
        }

        var value = new StringBuilder(first);
        for (var part = 1; entity.TryGetValue(PartName(part), out var text); part++)
        {
            value.Append((string)text);
        }

        return value.ToString();
    }

    private static string PartName(int part) => "V" + part.ToString("D2", CultureInfo.InvariantCulture);
}
