using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Notify.Core.Sources;
using Notify.Core.Store;

namespace Notify.Adapters.Graph;

/// <summary>That a source is to leave Graph alone for a while.</summary>
public sealed record GraphPause(DateTimeOffset Until);

/// <summary>How far the lists are read: the row that makes a reading count.</summary>
/// <param name="Mark">A hash of the settings that it was read with.</param>
/// <param name="Links">Where the next reading of each table's list begins.</param>
/// <param name="Rows">Where the rows last known are.</param>
/// <param name="IsTaken">Whether the register says what they say, or did.</param>
public sealed record ListsNote(string Mark, Dictionary<string, string> Links, SourceBlob Rows, bool IsTaken);

/// <summary>The rows of a list by the ids of its items.</summary>
public sealed record ListRows(string Table, Dictionary<string, ListRow> Items);

/// <summary>An item of a list.</summary>
/// <param name="Fields">What stands in its columns, by their internal names; an empty one is absent.</param>
/// <param name="Unread">Columns that hold something which is no text, number, day or choice.</param>
public sealed record ListRow(Dictionary<string, string> Fields, IReadOnlyList<string> Unread);

/// <summary>When something was last done.</summary>
public sealed record LookNote(DateTimeOffset At);

/// <summary>How the sources note it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GraphPause))]
[JsonSerializable(typeof(ListsNote))]
[JsonSerializable(typeof(List<ListRows>))]
[JsonSerializable(typeof(LookNote))]
public sealed partial class GraphJson : JsonSerializerContext;

/// <summary>Writes what a source notes.</summary>
internal static class GraphNotes
{
    public static Task PutAsync<T>(this IRecordStore store, string key, T note, JsonTypeInfo<T> type, CancellationToken ct) =>
        store.CommitAsync(Partitions.System, [new RecordChange.Put(key, JsonSerializer.Serialize(note, type))], ct);
}
