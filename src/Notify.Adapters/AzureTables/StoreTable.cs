using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;

namespace Notify.Adapters.AzureTables;

/// <summary>The one table: made at the first use, and every error of the service in words.</summary>
internal sealed class StoreTable
{
    private readonly TableClient client;
    private readonly Lock gate = new();
    private Task? created;

    public StoreTable(TableStoreOptions options, Action<TableClientOptions>? configure)
    {
        var settings = Settings();
        configure?.Invoke(settings);
        var service = options.TablesUri is { } uri
            ? new TableServiceClient(uri, new DefaultAzureCredential(), settings)
            : new TableServiceClient(options.ConnectionString, settings);
        client = service.GetTableClient(options.TableName);
        Address = new Uri(client.Uri.GetLeftPart(UriPartial.Path));
    }

    /// <summary>Names the account and the table; holds no secret.</summary>
    public Uri Address { get; }

    /// <summary>Does something with the table, which is made first when it may not be there.</summary>
    /// <exception cref="TableStoreException">The service cannot be used.</exception>
    public async Task<T> AskAsync<T>(Func<TableClient, Task<T>> ask, CancellationToken ct)
    {
        try
        {
            await CreatedAsync().WaitAsync(ct).ConfigureAwait(false);
            return await ask(client).ConfigureAwait(false);
        }
        catch (Exception error) when (TableStoreException.Explains(error, ct))
        {
            throw TableStoreException.From(error, Address);
        }
    }

    /// <summary>Once for the process, whoever asks first; again only after it has failed.</summary>
    private Task CreatedAsync()
    {
        lock (gate)
        {
            // Nobody's token: one caller who gives up does not take the others along.
            return created is null or { IsFaulted: true } or { IsCanceled: true }
                ? created = client.CreateIfNotExistsAsync(CancellationToken.None)
                : created;
        }
    }

    /// <summary>
    /// Six tries, the last 22 seconds after the first when the service refuses at once: a restart is ridden out. When it never
    /// answers they are over after 142 seconds, well within a lease of five minutes.
    /// </summary>
    private static TableClientOptions Settings() => new()
    {
        Retry =
        {
            Mode = RetryMode.Exponential,
            MaxRetries = 5,
            Delay = TimeSpan.FromSeconds(0.8),
            MaxDelay = TimeSpan.FromSeconds(10),
            NetworkTimeout = TimeSpan.FromSeconds(20),
        },
    };
}
