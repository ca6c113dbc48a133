using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Notify.Testing.Sinks;

/// <summary>The lines and contents that come over a connection, and the answers that go back.</summary>
internal sealed class SmtpWire(Stream stream) : IAsyncDisposable
{
    private readonly PipeReader _reader = PipeReader.Create(stream, new(bufferSize: 16 * 1024));
    private readonly ArrayBufferWriter<byte> _answers = new();

    /// <summary>What the lines travel through; TLS can be laid over it while nothing is on its way.</summary>
    public Stream Stream => stream;

    /// <summary>The same, from now on through another stream that lies over this one, with the answers that wait.</summary>
    public SmtpWire Over(Stream tls)
    {
        var over = new SmtpWire(tls);
        over._answers.Write(_answers.WrittenSpan);
        return over;
    }

    /// <summary>The next line without its end; null when the client has closed. Answers leave before the wait, together: RFC 2920.</summary>
    public async ValueTask<string?> ReadLineAsync(CancellationToken ct)
    {
        while (true)
        {
            if (!_reader.TryRead(out var read))
            {
                await FlushAsync(ct);
                read = await _reader.ReadAsync(ct);
            }

            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.Latin1.GetString(read.Buffer.Slice(0, end)).TrimEnd('\r');
                _reader.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line;
            }

            _reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
            {
                return null;
            }
        }
    }

    /// <summary>Everything up to the final dot, the doubled dots made single; null when the client has closed before.</summary>
    public async ValueTask<byte[]?> ReadContentAsync(CancellationToken ct)
    {
        await FlushAsync(ct);
        while (true)
        {
            var read = await _reader.ReadAsync(ct);
            if (EndOf(read.Buffer) is { } length)
            {
                var content = Unstuffed(read.Buffer.Slice(0, length).ToArray());
                _reader.AdvanceTo(read.Buffer.GetPosition(length + ".\r\n".Length));
                return content;
            }

            _reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
            {
                return null;
            }
        }
    }

    /// <summary>Puts an answer with the others that wait to leave.</summary>
    public void Answer(int code, string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            Encoding.UTF8.GetBytes($"{code}{(i < lines.Length - 1 ? '-' : ' ')}{lines[i]}\r\n", _answers);
        }
    }

    /// <summary>Sends the answers that wait.</summary>
    public async ValueTask FlushAsync(CancellationToken ct)
    {
        if (_answers.WrittenCount > 0)
        {
            await stream.WriteAsync(_answers.WrittenMemory, ct);
            _answers.ResetWrittenCount();
        }
    }

    /// <summary>Reads what comes until nothing more does.</summary>
    public async Task DrainAsync(CancellationToken ct)
    {
        while (await _reader.ReadAsync(ct) is { IsCompleted: false } read)
        {
            _reader.AdvanceTo(read.Buffer.End);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _reader.CompleteAsync();
        await stream.DisposeAsync();
    }

    /// <summary>How long the content is once its final dot has come. Contents are small: searching again from their start is cheap.</summary>
    private static int? EndOf(ReadOnlySequence<byte> buffer)
    {
        var bytes = buffer.IsSingleSegment ? buffer.FirstSpan : buffer.ToArray();
        return bytes.StartsWith(".\r\n"u8) ? 0
            : bytes.IndexOf("\r\n.\r\n"u8) is >= 0 and var at ? at + 2
            : null;
    }

    private static byte[] Unstuffed(byte[] content)
    {
        if (content.AsSpan().IndexOf("\n."u8) < 0 && (content.Length == 0 || content[0] != (byte)'.'))
        {
            return content;
        }

        var length = 0;
        for (var i = 0; i < content.Length; i++)
        {
            var isDoubled = content[i] == (byte)'.' && (i == 0 || content[i - 1] == (byte)'\n');
            if (!isDoubled)
            {
                content[length++] = content[i];
            }
        }

        return content[..length];
    }
}
