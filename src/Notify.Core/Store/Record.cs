namespace Notify.Core.Store;

/// <summary>One stored value.</summary>
/// <param name="Key">See <see cref="RecordKey"/>.</param>
/// <param name="Value">JSON text.</param>
/// <param name="ETag">Changes with every write; opaque.</param>
public sealed record Record(string Key, string Value, string ETag);

/// <summary>One change of a commit. A key stands at most once in a commit.</summary>
public abstract record RecordChange(string Key)
{
    /// <summary>Adds a record; a conflict when the key is taken.</summary>
    public sealed record Insert(string Key, string Value) : RecordChange(Key);

    /// <summary>Replaces a record; a conflict when it is gone or its ETag has changed.</summary>
    public sealed record Replace(string Key, string Value, string ETag) : RecordChange(Key);

    /// <summary>Writes a record whether or not it is there.</summary>
    public sealed record Put(string Key, string Value) : RecordChange(Key);

    /// <summary>Removes a record; a conflict when it is gone or, with an ETag, has changed.</summary>
    public sealed record Delete(string Key, string? ETag = null) : RecordChange(Key);
}
