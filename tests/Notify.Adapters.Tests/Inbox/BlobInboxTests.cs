using System.Security.Cryptography;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Notify.Adapters.Inbox;
using Notify.Core.Sources;
using Notify.Core.Sources.Inbox;
using Notify.Testing.Azurite;
using Xunit;

[assembly: AssemblyFixture(typeof(AzuriteBlobs))]

namespace Notify.Adapters.Tests.Inbox;

public sealed class BlobInboxTests(AzuriteBlobs azurite) : InboxContract, IAsyncLifetime
{
    private BlobContainerClient? _container;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private BlobContainerClient Container => _container ?? throw new InvalidOperationException("Before the first test.");

    protected override IInbox Inbox => new BlobInbox(Container);

    public async ValueTask InitializeAsync()
    {
        _container = new BlobContainerClient(await azurite.ConnectAsync(), $"inbox-{RandomNumberGenerator.GetHexString(16, lowercase: true)}");
        await _container.CreateAsync(cancellationToken: Ct);
    }

    public async ValueTask DisposeAsync() => await (_container?.DeleteIfExistsAsync() ?? Task.CompletedTask as Task);

    [Fact]
    public async Task A_blob_that_somebody_has_leased_stays()
    {
        await PutAsync("contacts.csv", "id");
        var file = Assert.Single(await Inbox.ListAsync(Ct));
        await Container.GetBlobClient("contacts.csv").GetBlobLeaseClient().AcquireAsync(TimeSpan.FromSeconds(60), cancellationToken: Ct);

        Assert.False(await Inbox.MoveAsync(file, "done", "contacts.csv", "", Ct));

        Assert.Equal("id", await ContentAsync("contacts.csv"));
    }

    [Fact]
    public async Task A_container_that_is_not_there_is_said_in_words()
    {
        await Container.DeleteAsync(cancellationToken: Ct);

        var error = await Assert.ThrowsAsync<SourceException>(() => Inbox.ListAsync(Ct));

        Assert.Contains("HTTP 404", error.Text.Swedish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_said_in_words()
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = 0 }, Transport = new HttpClientTransport(new HttpClient { Timeout = TimeSpan.FromSeconds(5) }) };
        var nobody = new BlobInbox(new BlobContainerClient(new Uri("http://127.0.0.1:9/notify/inbox"), options));

        var error = await Assert.ThrowsAsync<SourceException>(() => nobody.ListAsync(Ct));

        Assert.Contains("Inbox:Container", error.Text.Swedish, StringComparison.Ordinal);
    }

    protected override Task PutAsync(string name, string content) => Container.GetBlobClient(name).UploadAsync(BinaryData.FromString(content), overwrite: true, Ct);

    protected override async Task<string?> ContentAsync(string path) =>
        await Container.GetBlobClient(path).ExistsAsync(Ct) ? (await Container.GetBlobClient(path).DownloadContentAsync(Ct)).Value.Content.ToString() : null;
}
