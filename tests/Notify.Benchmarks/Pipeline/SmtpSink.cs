using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Notify.Benchmarks.Pipeline;

/// <summary>A mail server that takes everything as fast as it can and keeps nothing but a count (RFC 5321, pipelining of RFC 2920).</summary>
internal sealed class SmtpSink(HandOvers handOvers) : IDisposable
{
    private static readonly byte[] EndOfMail = "\r\n.\r\n"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    /// <summary>Where it listens.</summary>
    public int Start()
    {
        _listener.Start();
        _ = AcceptAsync();
        return ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            var socket = await _listener.AcceptSocketAsync();
            socket.NoDelay = true;
            _ = Task.Run(() => ServeAsync(socket));
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var open = socket;
        var (buffer, filled) = (new byte[64 * 1024], 0);
        var answers = new MemoryStream();
        answers.Write("220 sink.example ready\r\n"u8);
        var inMail = false;
        while (true)
        {
            await socket.SendAsync(answers.GetBuffer().AsMemory(0, (int)answers.Length));
            answers.SetLength(0);
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
            if (read == 0)
            {
                return;
            }

            filled += read;
            var used = Take(buffer.AsSpan(0, filled), ref inMail, answers);
            buffer.AsSpan(used, filled - used).CopyTo(buffer);
            filled -= used;
        }
    }

    /// <summary>Answers all that is there whole.</summary>
    /// <returns>Bytes that are done with.</returns>
    private int Take(ReadOnlySpan<byte> input, ref bool inMail, MemoryStream answers)
    {
        var used = 0;
        while (true)
        {
            var rest = input[used..];
            var end = inMail ? rest.IndexOf(EndOfMail) : rest.IndexOf("\r\n"u8);
            if (end < 0)
            {
                return used;
            }

            if (inMail)
            {
                handOvers.Add(IdIn(rest[..end]), end);
                answers.Write("250 taken\r\n"u8);
                (inMail, used) = (false, used + end + EndOfMail.Length);
                continue;
            }

            inMail = Answer(rest[..end], answers);
            used += end + 2;
        }
    }

    /// <returns>Whether a mail follows.</returns>
    private static bool Answer(ReadOnlySpan<byte> command, MemoryStream answers)
    {
        if (command.StartsWith("DATA"u8))
        {
            answers.Write("354 go on\r\n"u8);
            return true;
        }

        answers.Write(command.StartsWith("EHLO"u8) ? "250-sink.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 50000000\r\n"u8 : "250 ok\r\n"u8);
        return false;
    }

    // Some libraries write headers in a case of their own.
    private static string IdIn(ReadOnlySpan<byte> mail)
    {
        var at = mail.IndexOf("X-Notify-I"u8);
        if (at < 0)
        {
            return "";
        }

        var line = mail[at..];
        line = line[..line.IndexOf((byte)'\r')];
        return Encoding.ASCII.GetString(line[(line.IndexOf((byte)' ') + 1)..]);
    }
}
