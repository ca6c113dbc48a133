using Azure.Core;
using Microsoft.Graph;
using Microsoft.Kiota.Authentication.Azure;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Notify.Adapters.Graph;

/// <summary>Graph's own client, signed in by the identity that the program runs under. Asks nothing before its first use.</summary>
public sealed class GraphConnection : IDisposable
{
    /// <summary>After the first. The waits are Graph's own words, so that more would only be more patience.</summary>
    private const int MostRetries = 5;

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(100);

    private readonly HttpClient _http;

    /// <param name="options">Valid: <see cref="GraphOptions.Validate"/> has nothing against them.</param>
    public GraphConnection(GraphOptions options, TokenCredential credential)
    {
        Options = options;
        Timeout = options.Patience + LongestAnswer;
        _http = GraphClientFactory.Create(
            Handlers(options.Patience), finalHandler: new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        _http.Timeout = Timeout;

        // The token goes to this host and to no other, whatever address an answer names.
        var authority = options.BaseUrl.GetLeftPart(UriPartial.Authority);
        var identity = new AzureIdentityAuthenticationProvider(credential, [options.BaseUrl.Host], null, isCaeEnabled: true, $"{authority}/.default");
        Client = new(_http, identity, options.BaseUrl.AbsoluteUri.TrimEnd('/'));
    }

    /// <summary>The SDK's client.</summary>
    public GraphServiceClient Client { get; }

    /// <summary>What it was made from.</summary>
    public GraphOptions Options { get; }

    /// <summary>How long one question may take, waiting when asked to included.</summary>
    public TimeSpan Timeout { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
    }

    private static IEnumerable<DelegatingHandler> Handlers(TimeSpan patience) =>
        GraphClientFactory.CreateDefaultHandlers().Select(h => h is not RetryHandler ? h : new RetryHandler(new RetryHandlerOption
        {
            MaxRetry = MostRetries,
            RetriesTimeLimit = patience,
            ShouldRetry = (_, _, answer) => (int)answer.StatusCode is 429 or 503 or 504 && answer.Headers.RetryAfter?.Date is null, // It would read no more of a date than its seconds.
        }));
}
