using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Notify.Browser.Tests.Walk;

/// <summary>A page whose console and requests are watched: it may complain of nothing, and ask nobody but its own server.</summary>
internal sealed class Watched : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _findings = new();
    private readonly IBrowserContext _context;

    private Watched(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What was seen since the last time this was asked.</summary>
    public IReadOnlyList<string> Findings()
    {
        var findings = new List<string>();
        while (_findings.TryDequeue(out var finding))
        {
            findings.Add(finding);
        }

        return findings;
    }

    /// <summary>Whether it is no more than that the server refused what a form sent, which the browser notes in its console.</summary>
    public static bool IsRefusedForm(string finding) =>
        finding.Contains("the server responded with a status of 400", StringComparison.Ordinal) || finding.Contains("the server responded with a status of 422", StringComparison.Ordinal);

    /// <summary>A new page in a browser profile of its own.</summary>
    public static async Task<Watched> OpenAsync(IBrowser browser, Uri address, BrowserNewContextOptions? options = null)
    {
        var context = await browser.NewContextAsync(new(options ?? new()) { BaseURL = address.ToString() });
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        var watched = new Watched(context, page);
        page.Console += (_, message) => watched.Note(message.Type is "error" or "warning", $"console: {message.Text}");
        page.PageError += (_, error) => watched.Note(true, $"script: {error}");
        page.Request += (_, request) => watched.Note(LeavesTheMachine(request.Url, address), $"request to {request.Url}");
        page.RequestFailed += (_, request) => watched.Note(true, $"failed request {request.Url}: {request.Failure}");
        return watched;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private static bool LeavesTheMachine(string url, Uri address) =>
        new Uri(url) is var target && target.Scheme != "data" && (target.Host != address.Host || target.Port != address.Port);

    private void Note(bool isFinding, string what)
    {
        if (isFinding)
        {
            _findings.Enqueue(what);
        }
    }
}
