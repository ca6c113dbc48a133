using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Notify.Core.Store;

namespace Notify.Web.Links;

/// <summary>Keeps the keys of Data Protection in the record store, so that a link made by one process opens in every other.</summary>
/// <remarks>The interface is synchronous; its calls are rare (at start, and once a day).</remarks>
public sealed class RecordStoreXmlRepository(IRecordStore store) : IXmlRepository
{
    private const string Prefix = "dataprotection:";

    /// <summary>Sorts outside of <see cref="Prefix"/>; taken by the process that makes the very first key.</summary>
    private const string FirstKey = "dataprotection-first";

    private volatile bool _hasSeenKeys;

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var elements = ReadAsync().GetAwaiter().GetResult();
        _hasSeenKeys |= elements.Count > 0;
        return elements;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Of processes that start together on an empty store only one makes the first key; Data Protection reads again after storing,
    /// and so uses it everywhere. Otherwise a process might not know another's key for as long as it caches its own: a day.
    /// </remarks>
    public void StoreElement(XElement element, string friendlyName)
    {
        var put = new RecordChange.Put(KeyOf(friendlyName), JsonSerializer.Serialize(element.ToString(SaveOptions.DisableFormatting)));
        RecordChange[] changes = _hasSeenKeys ? [put] : [new RecordChange.Insert(FirstKey, "{}"), put];
        try
        {
            store.CommitAsync(Partitions.System, changes, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (ConflictException) when (!_hasSeenKeys)
        {
            // Another process was first: its key is used.
        }
    }

    private async Task<List<XElement>> ReadAsync()
    {
        var elements = new List<XElement>();
        await foreach (var record in store.ScanAsync(Partitions.System, Prefix, CancellationToken.None))
        {
            elements.Add(XElement.Parse(JsonSerializer.Deserialize<string>(record.Value)!));
        }

        return elements;
    }

    private static string KeyOf(string friendlyName) =>
        Prefix + (RecordKey.IsValid(friendlyName) && friendlyName.Length <= 100 ? friendlyName : RecordKey.Hash(friendlyName));
}
