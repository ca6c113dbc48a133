using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Notify.Benchmarks.Start;

/// <summary>A .NET program in a process of its own, as a user starts it; it never outlives the measurement.</summary>
internal sealed class StartedProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _out;
    private readonly Task<string> _error;

    private StartedProgram(ProcessStartInfo start)
    {
        Begun = TimeProvider.System.GetTimestamp();
        _process = Process.Start(start)!;
        _out = _process.StandardOutput.ReadToEndAsync();
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>The timestamp at which it was started.</summary>
    public long Begun { get; }

    /// <summary>What it has in memory now, of its own and shared.</summary>
    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>The most it ever had in memory.</summary>
    public double PeakMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / 1e6;
        }
    }

    /// <summary>Starts the program.</summary>
    /// <param name="environment">Added to this one's, of which nothing that sets Notify up goes on.</param>
    public static StartedProgram Start(string dll, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(n => n.Contains("__", StringComparison.Ordinal) || n.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(start);
    }

    /// <summary>Runs a command to its end.</summary>
    /// <exception cref="InvalidOperationException">It did not end well.</exception>
    public static async Task RunAsync(string dll, params string[] arguments)
    {
        await using var program = Start(dll, arguments);
        await program._process.WaitForExitAsync();
        if (program._process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', arguments)}: {await program._error}");
        }
    }

    /// <summary>An address on this machine at which nobody listens.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"));
    }

    /// <summary>Looks again and again until it is so.</summary>
    /// <exception cref="InvalidOperationException">The program ended before.</exception>
    public async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan pause)
    {
        while (!await isSo())
        {
            if (_process.HasExited && !await isSo())
            {
                throw new InvalidOperationException($"It ended: {await _out} {await _error}");
            }

            await Task.Delay(pause, TimeProvider.System);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
