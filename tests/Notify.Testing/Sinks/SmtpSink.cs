using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Notify.Testing.Sinks;

/// <summary>
/// A mail server for tests, on loopback and a port of the system's choice. It speaks SMTP as RFC 5321 has it, with PIPELINING,
/// SIZE, 8BITMIME, ENHANCEDSTATUSCODES, and as asked for STARTTLS or TLS at once, AUTH PLAIN and LOGIN. It takes every mail,
/// keeps it, counts the mails of each <c>X-Notify-Id</c>, and can be told at any step to refuse, drop, hang or take without a word.
/// </summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly SmtpSinkOptions _options;
    private readonly ConcurrentQueue<SmtpMail> _mails = new();
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly ConcurrentDictionary<string, int> _countById = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, Task> _sessions = new();
    private readonly Task _accepting;
    private int _connections;
    private int _taken;

    private SmtpSink(SmtpSinkOptions options)
    {
        _options = options;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(512);
        _accepting = AcceptAsync();
    }

    /// <summary>127.0.0.1.</summary>
    public string Host { get; } = IPAddress.Loopback.ToString();

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    /// <summary>Every mail it took, in the order of taking; without <see cref="SmtpSinkOptions.KeepsContent"/> their contents are empty.</summary>
    public IReadOnlyList<SmtpMail> Mails => [.. _mails];

    /// <summary>How many mails it took.</summary>
    public int Taken => Volatile.Read(ref _taken);

    /// <summary>How many it took of each <c>X-Notify-Id</c>.</summary>
    public IReadOnlyDictionary<string, int> CountById => _countById;

    /// <summary>How many connections were made since the start.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>How many connections are open.</summary>
    public int OpenConnections => _sessions.Count;

    /// <summary>Every command line it heard while it keeps contents, in order; of several connections mixed. Contents are not among them.</summary>
    public IReadOnlyList<string> Commands => [.. _commands];

    /// <summary>Starts one.</summary>
    public static SmtpSink Start(SmtpSinkOptions? options = null) => new(options ?? new());

    /// <summary>Starts one that does something else than usual where the script says so.</summary>
    public static SmtpSink Start(Func<SmtpMoment, SmtpAct?> script) => new(new() { Script = script });

    /// <summary>Waits until every connection that was made is closed.</summary>
    public async Task AllClosedAsync(CancellationToken ct)
    {
        while (!_sessions.IsEmpty)
        {
            await Task.WhenAll(_sessions.Values).WaitAsync(ct);
            await Task.Yield();
        }
    }

    /// <summary>Takes no more and drops every connection, as a server that is killed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_stop.IsCancellationRequested)
        {
            await _stop.CancelAsync();
            _listener.Dispose();
            await _accepting;
            await Task.WhenAll(_sessions.Values);
            _stop.Dispose();
        }
    }

    /// <summary>Counts and keeps a mail.</summary>
    /// <returns>The id under which it is queued.</returns>
    internal string Take(int connection, string from, IReadOnlyList<string> to, byte[] content)
    {
        var number = Interlocked.Increment(ref _taken);
        var id = SmtpMail.HeaderOf(content, "X-Notify-Id"u8);
        var messageId = SmtpMail.HeaderOf(content, "Message-ID"u8).Trim('<', '>');
        _countById.AddOrUpdate(id, 1, static (_, count) => count + 1);
        _mails.Enqueue(new(from, to, id, messageId, _options.KeepsContent ? content : default, connection, _options.Clock.GetUtcNow()));
        return string.Create(CultureInfo.InvariantCulture, $"SINK{number:D8}");
    }

    /// <summary>Notes a command.</summary>
    internal void Heard(string line)
    {
        if (_options.KeepsContent)
        {
            _commands.Enqueue(line);
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                var socket = await _listener.AcceptAsync(_stop.Token);
                socket.NoDelay = true;
                Serve(socket, Interlocked.Increment(ref _connections));
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException && _stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private void Serve(Socket socket, int number)
    {
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _sessions[number] = ServeAsync();
        begin.SetResult();

        async Task ServeAsync()
        {
            await begin.Task;
            await using (var session = new SmtpSession(socket, number, _options, this))
            {
                await session.RunAsync(_stop.Token);
            }

            _sessions.TryRemove(number, out _);
        }
    }
}
