using System.Buffers;

namespace Notify.Core.Store;

/// <summary>
/// The limits of Azure Table entity-group transactions, held by every implementation alike.
/// Source: "Performing entity group transactions" and "Understanding the Table service data model" (Azure Storage REST API).
/// </summary>
/// <remarks>
/// The service counts an entity in UTF-16 and a transaction in the bytes of its request, whose JSON has six bytes for each
/// character that is escaped (the emulator counts an entity so, too). Both limits are held in the greater of the two counts.
/// </remarks>
public static class RecordLimits
{
    /// <summary>Changes in one commit.</summary>
    public const int MaxChanges = 100;

    /// <summary>Changes that a commit of ours may hold, and bytes: a store may add a row of its own to each, see <see cref="Overview.GlanceMarkStore"/>.</summary>
    public const int MaxOwnChanges = MaxChanges - 1;

    /// <inheritdoc cref="MaxOwnChanges"/>
    public const int MaxOwnBytes = MaxCommitBytes - (8 * 1024);

    /// <summary>Bytes of one record, as <see cref="SizeOf"/> counts them.</summary>
    public const int MaxRecordBytes = 1024 * 1024;

    /// <summary>Bytes of one commit.</summary>
    public const int MaxCommitBytes = 4 * 1024 * 1024;

    /// <summary>Room for the headers of a change, and for the names of an entity's properties, of which a large value takes up to twenty.</summary>
    private const int OverheadBytes = 1024;

    /// <summary>A key stands in the address of the request, where a character may take three bytes, and in its body.</summary>
    private const int KeyCharacterBytes = 4;

    /// <summary>An escape in JSON: <c>\u00e5</c>.</summary>
    private const int EscapeBytes = 6;

    /// <summary>What the JSON writer of .NET does not escape. It escapes quotation marks in this way, and å, ä and ö.</summary>
    private static readonly SearchValues<char> Unescaped =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 !#$%()*,-./:;=?@[]^_{|}~");

    /// <summary>The size of a record as the Table service counts it, never too low. Unit: bytes.</summary>
    public static int SizeOf(string partition, string key, string value)
    {
        var unescaped = value.AsSpan().CountAny(Unescaped);
        var sent = unescaped + (EscapeBytes * (value.Length - unescaped));
        return OverheadBytes + (KeyCharacterBytes * (partition.Length + key.Length)) + Math.Max(2 * value.Length, sent);
    }

    /// <summary>The size of a change as the Table service counts it, never too low. Unit: bytes.</summary>
    public static int SizeOf(string partition, RecordChange change) => SizeOf(partition, change.Key, ValueOf(change));

    /// <summary>Refuses a commit that no store may accept.</summary>
    /// <exception cref="ArgumentException">Too many changes, too large, a key outside the alphabet, or a key that stands twice.</exception>
    public static void ThrowIfExceeded(string partition, IReadOnlyList<RecordChange> changes)
    {
        RecordKey.ThrowIfInvalid(partition, nameof(partition));
        if (changes.Count > MaxChanges)
        {
            throw new ArgumentException($"{changes.Count} changes in one commit; at most {MaxChanges}.", nameof(changes));
        }

        var keys = new HashSet<string>(changes.Count, StringComparer.Ordinal);
        long total = 0;
        foreach (var change in changes)
        {
            RecordKey.ThrowIfInvalid(change.Key, nameof(changes));
            if (!keys.Add(change.Key))
            {
                throw new ArgumentException($"The key '{change.Key}' stands twice in one commit.", nameof(changes));
            }

            var size = SizeOf(partition, change);
            total += size;
            if (size > MaxRecordBytes || total > MaxCommitBytes)
            {
                throw new ArgumentException(
                    $"The record '{change.Key}' ({size} bytes) exceeds {MaxRecordBytes} bytes, or its commit {MaxCommitBytes}.", nameof(changes));
            }
        }
    }

    private static string ValueOf(RecordChange change) => change switch
    {
        RecordChange.Insert insert => insert.Value,
        RecordChange.Replace replace => replace.Value,
        RecordChange.Put put => put.Value,
        _ => string.Empty,
    };
}
