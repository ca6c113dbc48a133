using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Notify.Benchmarks.Start;

namespace Notify.Benchmarks.Peers;

/// <summary>A Redis of its own, which flushes every write to disk before it answers: what it has taken survives a loss of power, as with us.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly Process _process;

    private RedisServer(Process process, int port) => (_process, Port) = (process, port);

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>Starts it; null: the program is not there.</summary>
    public static async Task<RedisServer?> StartAsync(string folder)
    {
        var port = StartedProgram.FreeAddress().Port;
        var start = new ProcessStartInfo(
            "redis-server",
            ["--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "yes", "--appendfsync", "always"])
        {
            RedirectStandardOutput = true,
        };
        try
        {
            var process = Process.Start(start)!;
            while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("Ready to accept", StringComparison.Ordinal))
            {
            }

            return new(process, port);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
