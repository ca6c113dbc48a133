using System.Net;
using System.Net.Sockets;
using Notify.Local.Tests.Processes;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Serving;

/// <summary><c>notify serve</c> on a free port, and a browser without script.</summary>
internal sealed class Portal : IAsyncDisposable
{
    private readonly NotifyProcess _process;
    private readonly HttpClient _browser;

    private Portal(NotifyProcess process, int port)
    {
        _process = process;
        _browser = new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(20) };
    }

    /// <summary>Starts the server and waits for its first answer.</summary>
    public static async Task<Portal> OpenAsync(City city, params IReadOnlyList<string> arguments)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        city.Settings["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        var portal = new Portal(city.Start(arguments), port);
        using var limit = new CancellationTokenSource(NotifyProcess.Patience);
        while (!await portal.AnswersAsync())
        {
            if (portal._process.HasExited)
            {
                (await portal.EndAsync()).Ended(0);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
        }

        return portal;
    }

    /// <summary>Gets a page, or as a program with headers what stands there.</summary>
    public async Task<(HttpStatusCode Code, string Page)> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var answer = await _browser.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>Posts a form, and follows where it leads.</summary>
    public async Task<(HttpStatusCode Code, string Page)> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await _browser.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>Ctrl-C.</summary>
    public Task InterruptAsync() => _process.InterruptAsync();

    /// <summary>Waits for the end.</summary>
    public Task<Answer> EndAsync() => _process.AnswerAsync(TimeSpan.FromSeconds(15));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _process.DisposeAsync();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await _browser.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
