using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Notify.Adapters.Tests.SendGrid;

/// <summary>A server that reads whole HTTP requests and says whatever the test writes, well-formed or not.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopped = new();
    private readonly Func<int, Reaction> _react;
    private readonly List<Task> _tasks = [];
    private int _requests;
    private int _connections;

    /// <param name="react">What is done with the request of this number, from 0.</param>
    public RawServer(Func<int, Reaction> react)
    {
        _react = react;
        _listener.Start();
        _tasks.Add(ListenAsync());
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>How many whole requests came.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>A server that answers every request with a status and headers, and no body.</summary>
    public static RawServer Answering(string status, params string[] headers) =>
        new(_ => new(string.Concat([$"HTTP/1.1 {status}\r\n", .. headers.Select(h => $"{h}\r\n"), "Content-Length: 0\r\n\r\n"]), Closes: false));

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        _listener.Dispose();
        await Task.WhenAll(_tasks);
        _stopped.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stopped.Token);
                Interlocked.Increment(ref _connections);
                _tasks.Add(ServeAsync(socket));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The end of the test.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                while (await IsWholeRequestAsync(socket))
                {
                    var reaction = _react(Interlocked.Increment(ref _requests) - 1);
                    await socket.SendAsync(Encoding.ASCII.GetBytes(reaction.Answer), _stopped.Token);
                    if (reaction.Closes)
                    {
                        return;
                    }
                }
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                // The client left, or the test is over.
            }
        }
    }

    private async Task<bool> IsWholeRequestAsync(Socket socket)
    {
        var text = new StringBuilder();
        var piece = new byte[16 * 1024];
        while (!IsWhole(text.ToString()))
        {
            var read = await socket.ReceiveAsync(piece, _stopped.Token);
            if (read == 0)
            {
                return false;
            }

            text.Append(Encoding.Latin1.GetString(piece, 0, read));
        }

        return true;
    }

    private static bool IsWhole(string request)
    {
        const string Length = "Content-Length: ";
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var at = request.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        return end > 0 && at > 0
            && request.Length >= end + 4 + int.Parse(request.AsSpan(at + Length.Length, request.IndexOf('\r', at) - at - Length.Length), System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>What a raw server does with a request.</summary>
/// <param name="Answer">All that it sends.</param>
/// <param name="Closes">Whether it closes the connection then.</param>
internal sealed record Reaction(string Answer, bool Closes);
