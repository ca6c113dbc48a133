using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Notify.Benchmarks.Pipeline;

/// <summary>The two sinks in a process of their own, so that what they cost is not counted to the sender.</summary>
internal sealed class Sink : IAsyncDisposable
{
    /// <summary>The argument that makes this program the sinks.</summary>
    public const string Verb = "--sink";

    private readonly Process _process;
    private readonly int _smtp;
    private readonly int _http;

    private Sink(Process process, int smtp, int http) => (_process, _smtp, _http) = (process, smtp, http);

    /// <summary>Where it listens: as a mail server, or as SendGrid's API.</summary>
    public int PortOf(string way) => way == "smtp" ? _smtp : _http;

    /// <summary>Starts the process.</summary>
    public static async Task<Sink> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Verb]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var ports = (await process.StandardOutput.ReadLineAsync())!.Split(' ');
        return new(process, Port(ports[0]), Port(ports[1]));
    }

    /// <inheritdoc cref="HandOvers.Take"/>
    public async Task<SinkReport> TakeAsync(long since)
    {
        await _process.StandardInput.WriteLineAsync(since.ToString(CultureInfo.InvariantCulture));
        await _process.StandardInput.FlushAsync();
        return JsonSerializer.Deserialize<SinkReport>((await _process.StandardOutput.ReadLineAsync())!)!;
    }

    /// <summary>Is the process: answers until its standard input ends.</summary>
    public static async Task<int> RunAsync()
    {
        var handOvers = new HandOvers();
        await using var http = new HttpSink(handOvers);
        using var smtp = new SmtpSink(handOvers);
        int[] ports = [smtp.Start(), await http.StartAsync()];
        await Console.Out.WriteLineAsync(string.Join(' ', ports));
        while (await Console.In.ReadLineAsync() is { } line)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(handOvers.Take(long.Parse(line, CultureInfo.InvariantCulture))));
        }

        return 0;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int Port(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
