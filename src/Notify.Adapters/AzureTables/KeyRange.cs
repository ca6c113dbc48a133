using Azure.Data.Tables;

namespace Notify.Adapters.AzureTables;

/// <summary>The keys of a partition that begin with a prefix, as a filter. The service orders keys by their characters' codes.</summary>
internal static class KeyRange
{
    /// <summary>The filter; it names nothing outside printable ASCII.</summary>
    public static string Filter(string partition, string prefix) =>
        prefix.Length == 0 ? TableClient.CreateQueryFilter($"PartitionKey eq {partition}")
        : End(prefix) is { } end ? TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {end}")
        : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix}");

    /// <summary>The first text after all that begin with the prefix, or null when there is none: the last character, one on.</summary>
    /// <remarks>The tilde is the last character of all keys: what ends with it ends where the rest of it does.</remarks>
    private static string? End(string prefix)
    {
        var rest = prefix.TrimEnd('~');
        return rest.Length == 0 ? null : rest[..^1] + (char)(rest[^1] + 1);
    }
}
