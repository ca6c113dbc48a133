using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Notify.Benchmarks.Pipeline;

/// <summary>SendGrid's way in for mail, which takes everything as fast as it can and keeps nothing but a count.</summary>
internal sealed class HttpSink(HandOvers handOvers) : IAsyncDisposable
{
    private WebApplication? _app;
    private int _last;

    /// <summary>Where it listens.</summary>
    public async Task<int> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(TakeAsync);
        await _app.StartAsync();
        return new Uri(_app.Urls.Single()).Port;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? default;

    private async Task TakeAsync(HttpContext http)
    {
        var body = http.Request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync();
            if (!read.IsCompleted)
            {
                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var bytes = read.Buffer.IsSingleSegment ? read.Buffer.First : read.Buffer.ToArray();
            handOvers.Add(IdIn(bytes.Span), bytes.Length);
            body.AdvanceTo(read.Buffer.End);
            break;
        }

        http.Response.Headers["X-Message-Id"] = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        http.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private static string IdIn(ReadOnlySpan<byte> body)
    {
        var at = body.IndexOf("\"notify_id\":\""u8);
        if (at < 0)
        {
            return "";
        }

        var value = body[(at + "\"notify_id\":\"".Length)..];
        return Encoding.ASCII.GetString(value[..value.IndexOf((byte)'"')]);
    }
}
