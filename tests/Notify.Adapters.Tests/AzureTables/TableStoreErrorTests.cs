using System.Net;
using Azure.Core.Pipeline;
using Notify.Adapters.AzureTables;
using Notify.Core.Store;
using Notify.Testing.Azurite;
using Xunit;

namespace Notify.Adapters.Tests.AzureTables;

/// <summary>Every error says which table, what is wrong and what to do, and nothing that is secret.</summary>
public sealed class TableStoreErrorTests
{
    private const string Key = "c2VjcmV0";

    private static readonly TableStoreOptions Account = new()
    {
        ConnectionString = $"DefaultEndpointsProtocol=https;AccountName=stockholm;AccountKey={Key};EndpointSuffix=core.windows.net",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(409, "TableBeingDeleted", "is being deleted", "Store:TableName")]
    [InlineData(404, "TableNotFound", "has been deleted", "Start the program again")]
    [InlineData(403, "AuthenticationFailed", "refuses (403 AuthenticationFailed)", "Store:ConnectionString")]
    [InlineData(403, "AuthorizationPermissionMismatch", "refuses", "Storage Table Data Contributor")]
    [InlineData(503, "ServerBusy", "busy or disturbed (503 ServerBusy)", "Try again later")]
    [InlineData(500, "OperationTimedOut", "busy or disturbed", "Try again later")]
    [InlineData(429, "", "busy or disturbed (429)", "Try again later")]
    [InlineData(413, "RequestBodyTooLarge", "does not accept the request (413 RequestBodyTooLarge)", "stockholm")]
    public async Task What_the_service_answers_is_told_with_its_remedy(int status, string code, string says, string remedy)
    {
        using var service = new Service(() => new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent($$"""{"odata.error": {"code": "{{code}}", "message": {"lang": "en-US", "value": "No."} } }"""),
        });

        await AssertFails(Store(service), "https://stockholm.table.core.windows.net/notify", says, remedy);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_told_with_the_remedy()
    {
        using var service = new Service(() => throw new HttpRequestException("No such host."));

        await AssertFails(Store(service), "https://stockholm.table.core.windows.net/notify", "cannot be reached", "Store:TablesUri");
    }

    [Fact]
    public async Task A_service_that_never_answers_is_told_after_a_while()
    {
        using var service = new Service(() => throw new TaskCanceledException("Nothing came."));

        await AssertFails(Store(service), "cannot be reached", "Check the network");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_caller_who_gives_up_is_told_so_and_not_that_the_service_is_away(int answered)
    {
        using var source = new CancellationTokenSource();
        var never = new TaskCompletionSource<HttpResponseMessage>();
        using var service = new Service(ct =>
        {
            if (answered-- > 0)
            {
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent));
            }

            source.Cancel();
            return never.Task.WaitAsync(ct);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store(service).FindAsync("bromma", "school", source.Token));
        never.SetCanceled(Ct);
    }

    [Fact]
    public async Task What_failed_at_first_is_tried_anew_by_the_next_who_asks()
    {
        var answers = new Queue<HttpStatusCode>([HttpStatusCode.Forbidden, HttpStatusCode.NoContent, HttpStatusCode.NotFound]);
        using var service = new Service(() => new HttpResponseMessage(answers.Dequeue())
        {
            Content = new StringContent("""{"odata.error":{"code":"ResourceNotFound","message":{"lang":"en-US","value":"No."}}}"""),
        });
        var store = Store(service);

        await Assert.ThrowsAsync<TableStoreException>(() => store.FindAsync("bromma", "school", Ct));
        Assert.Null(await store.FindAsync("bromma", "school", Ct));
        Assert.Empty(answers);
    }

    private static TableRecordStore Store(Service service) => new(Account, settings =>
    {
        settings.Transport = new HttpClientTransport(service);
        settings.Retry.MaxRetries = 1;
        settings.Retry.Delay = TimeSpan.FromMilliseconds(1);
    });

    private static async Task AssertFails(TableRecordStore store, params string[] says)
    {
        TableStoreException[] errors =
        [
            await Assert.ThrowsAsync<TableStoreException>(() => store.FindAsync("bromma", "school", Ct)),
            await Assert.ThrowsAsync<TableStoreException>(() => store.CommitAsync("bromma", [new RecordChange.Put("school", "1")], Ct)),
            await Assert.ThrowsAsync<TableStoreException>(async () => await store.ScanAsync("bromma", "s", Ct).CountAsync(Ct)),
        ];
        Assert.All(errors, error => Assert.All(says, text => Assert.Contains(text, error.Message, StringComparison.Ordinal)));
        Assert.All(errors, error => Assert.DoesNotContain(Key, error.ToString(), StringComparison.Ordinal));
    }

    private sealed class Service(Func<CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        public Service(Func<HttpResponseMessage> answer)
            : this(_ => Task.FromResult(answer()))
        {
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) => answer(ct);
    }
}
