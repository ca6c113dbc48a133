namespace Notify.Core.Store;

/// <summary>A lost race: a record was not as the change expected. Nothing was written; read again and decide anew.</summary>
public sealed class ConflictException(string partition, string key, Exception? inner = null)
    : Exception($"The record {partition}/{key} was changed by someone else, or is not as expected.", inner)
{
    /// <summary>The partition of the commit.</summary>
    public string Partition { get; } = partition;

    /// <summary>The first key whose condition did not hold.</summary>
    public string Key { get; } = key;
}
