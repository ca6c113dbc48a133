using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Notify.Testing.Node;
using Xunit;

namespace Notify.Testing.Azurite;

/// <summary>
/// A real Azurite, one of its services, on a free port of this machine. Made as a fixture of the assembly it costs nothing
/// until a test asks for it. It ends with the test process, however that ends: it watches its standard input.
/// </summary>
/// <remarks>
/// Azurite keeps its data in memory and writes it out when it is stopped (and each few seconds): what it answered survives
/// <see cref="StopAsync"/>, and would not survive a kill. An account and key of its own: nobody else's data is within reach.
/// </remarks>
public sealed class Azurite : IAsyncDisposable
{
    /// <summary>The newest that runs on Node 20.</summary>
    private const string Version = "3.35.0";

    // Loaded before Azurite itself. Its input ends when the test process closes it or dies. Azurite closes down at an interrupt,
    // but would first wait for those who are connected: they are cut off, as in a real outage. If it hangs, it is over all the same.
    private const string EndsWithInput = """
        import http from 'node:http';
        const { listen } = http.Server.prototype;
        http.Server.prototype.listen = function (...to) {
            process.stdin.on('end', () => {
                process.emit('SIGINT');
                this.closeAllConnections();
                setTimeout(() => process.exit(1), 10000).unref();
            }).resume();
            return listen.apply(this, to);
        };
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("notify-azurite-");
    private readonly string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private readonly Lazy<Task> started;
    private Process? process;
    private int port;

    private readonly string service;

    /// <summary>The tables. Starts nothing yet.</summary>
    public Azurite()
        : this("table")
    {
    }

    internal Azurite(string service) => (this.service, started) = (service, new Lazy<Task>(FirstStartAsync));

    /// <summary>The connection string. The first call starts Azurite; without Node the test is skipped, and fails in CI.</summary>
    public async Task<string> ConnectAsync()
    {
        await started.Value;
        return $"DefaultEndpointsProtocol=http;AccountName=notify;AccountKey={key};{(service == "table" ? "Table" : "Blob")}Endpoint=http://127.0.0.1:{port}/notify;";
    }

    /// <summary>Stops it; what it has answered is kept.</summary>
    public async Task StopAsync()
    {
        if (process is not { } running)
        {
            return;
        }

        process = null;
        using (running)
        {
            running.StandardInput.Close();
            using var limit = new CancellationTokenSource(Patience);
            try
            {
                await running.WaitForExitAsync(limit.Token);
                Assert.Equal(0, running.ExitCode);
            }
            finally
            {
                running.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Starts it again after <see cref="StopAsync"/>, with the same address and data.</summary>
    public async Task StartAsync() => process = await RunAsync(await ProgramAsync(), port);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        folder.Delete(recursive: true);
    }

    private async Task<string> ProgramAsync() =>
        Path.Combine(await new NpmPackage("azurite", Version).FetchAsync(), "dist", "src", service, "main.js");

    private async Task FirstStartAsync()
    {
        var program = await ProgramAsync();
        for (var tries = 1; process is null; tries++)
        {
            port = FreePort();
            try
            {
                process = await RunAsync(program, port);
            }
            catch (IOException) when (tries < 5)
            {
                // Someone took the port first: on to another.
            }
        }
    }

    private async Task<Process> RunAsync(string program, int at)
    {
        var running = Process.Start(new ProcessStartInfo("node", [
            "--import", "data:text/javascript," + Uri.EscapeDataString(EndsWithInput), program,
            $"--{service}Host", IPAddress.Loopback.ToString(), $"--{service}Port", at.ToString(CultureInfo.InvariantCulture),
            "--location", folder.FullName, "--silent", "--skipApiVersionCheck", "--disableTelemetry"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AZURITE_ACCOUNTS"] = $"notify:{key}" },
        })!;
        try
        {
            await ListensAsync(running);
            return running;
        }
        catch
        {
            running.Kill(entireProcessTree: true);
            running.Dispose();
            throw;
        }
    }

    private static async Task ListensAsync(Process running)
    {
        using var limit = new CancellationTokenSource(Patience);
        var errors = running.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await running.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Contains("successfully", StringComparison.Ordinal))
            {
                // Read on, or it would stop when the pipe is full.
                _ = running.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        throw new IOException($"Azurite did not start: {await errors}");
    }

    /// <summary>Below the ports that systems give to outgoing connections: it stays free while Azurite is stopped for a while.</summary>
    private static int FreePort()
    {
        while (true)
        {
            var candidate = RandomNumberGenerator.GetInt32(20_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, candidate);
                listener.Start();
                return candidate;
            }
            catch (SocketException)
            {
                // Taken.
            }
        }
    }
}
