using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Notify.Core.Register;
using Notify.Core.Sources;
using Notify.Core.Sources.Inbox;

namespace Notify.Adapters.Inbox;

/// <summary>An inbox that is a container of Azure Blob Storage. A blob is there whole or not at all, and its ETag is its stamp.</summary>
public sealed class BlobInbox(BlobContainerClient container) : IInbox
{
    private const string Delimiter = "/";

    /// <inheritdoc/>
    public Task<IReadOnlyList<InboxFile>> ListAsync(CancellationToken ct) => AskAsync<IReadOnlyList<InboxFile>>(async () =>
    {
        var files = new List<InboxFile>();
        await foreach (var item in container.GetBlobsByHierarchyAsync(new() { Delimiter = Delimiter }, ct))
        {
            if (item.IsBlob && !item.Blob.Name.StartsWith('.'))
            {
                files.Add(new(item.Blob.Name, item.Blob.Properties.ContentLength ?? 0, item.Blob.Properties.ETag?.ToString() ?? ""));
            }
        }

        return [.. files.OrderBy(f => f.Name, StringComparer.Ordinal)];
    });

    /// <inheritdoc/>
    public Task<byte[]?> ReadAsync(InboxFile file, CancellationToken ct) => AskAsync<byte[]?>(async () =>
    {
        var options = new BlobDownloadOptions { Conditions = new() { IfMatch = new ETag(file.Stamp) } };
        return (await container.GetBlobClient(file.Name).DownloadContentAsync(options, ct)).Value.Content.ToArray();
    });

    /// <inheritdoc/>
    public async Task<bool> MoveAsync(InboxFile file, string box, string name, string report, CancellationToken ct) => await AskAsync<bool?>(async () =>
    {
        var target = box + Delimiter + name;
        var source = container.GetBlobClient(file.Name);
        await container.GetBlobClient(target + ".txt").UploadAsync(
            BinaryData.FromString(report), new BlobUploadOptions { HttpHeaders = new() { ContentType = "text/plain; charset=utf-8" } }, ct);
        await using (var content = await source.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { Conditions = new() { IfMatch = new ETag(file.Stamp) } }, ct))
        {
            await container.GetBlobClient(target).UploadAsync(content, overwrite: true, ct);
        }

        await source.DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots, new() { IfMatch = new ETag(file.Stamp) }, ct);
        return true;
    }) ?? false;

    /// <returns>Null: the blob is not the listed one any more, or is leased by somebody else.</returns>
    private static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (RequestFailedException e) when (default(T) is null && typeof(T) != typeof(IReadOnlyList<InboxFile>) && e.Status is 404 or 409 or 412)
        {
            return default!;
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException or Azure.Identity.AuthenticationFailedException)
        {
            var status = e is RequestFailedException { Status: > 0 and var code } ? $"HTTP {code}" : e.GetType().Name;
            throw new SourceException(
                new(
                    $"The container Inbox:Container does not answer as it should ({status}): see that it is there, and that the app's identity has the role Storage Blob Data Contributor on it.",
                    $"Containern Inbox:Container svarar inte som den ska ({status}): se efter att den finns, och att appens identitet har rollen Storage Blob Data Contributor på den."),
                e);
        }
    }
}
