using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace Notify.Testing.Node;

/// <summary>
/// A program or library as npm installs it, once for each user and version, outside the repository. Several test processes may
/// ask at once, and one that is killed while it installs does no harm: the folder gets its name when it is whole.
/// </summary>
public sealed record NpmPackage(string Name, string Version)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The folder of the package; fetched when it is not there. Skips the test without Node, but not in CI.</summary>
    public async Task<string> FetchAsync()
    {
        await RequireAsync("node");
        var cache = Directory.CreateDirectory(Path.Combine(Cache(), "notify-tests")).FullName;
        var folder = Path.Combine(cache, $"{Name}-{Version}");
        using (await LockAsync(folder + ".lock"))
        {
            if (!Directory.Exists(folder))
            {
                await RequireAsync(Npm);
                await InstallAsync(folder);
            }
        }

        return Path.Combine(folder, "node_modules", Name);
    }

    /// <summary>What a script that uses the package writes to its standard output.</summary>
    /// <param name="script">An ECMAScript module; the last of <c>process.argv</c> is the folder of the package.</param>
    public async Task<string> RunAsync(string script, string input)
    {
        var folder = await FetchAsync();
        var (code, said) = await RunAsync("node", input, "--input-type=module", "--eval", script, "--", folder);
        Assert.True(code == 0, said);
        return said;
    }

    private static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    private static string Cache() =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } path
            ? path
            : Path.GetTempPath();

    private async Task InstallAsync(string folder)
    {
        var partial = folder + ".partial";
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        Directory.CreateDirectory(partial);
        var (code, said) = await RunAsync(
            Npm, "", "install", "--prefix", partial, $"{Name}@{Version}", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts");
        Assert.True(code == 0, $"npm could not install {Name} {Version}: {said}");
        Directory.Move(partial, folder);
    }

    private async Task RequireAsync(string program)
    {
        try
        {
            await RunAsync(program, "", "--version");
        }
        catch (Win32Exception)
        {
            var missing = $"{program} is not on this machine, and {Name} runs on Node: install Node 20 with npm.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", missing);
            Assert.Fail(missing);
        }
    }

    private static async Task<(int Code, string Said)> RunAsync(string program, string input, params string[] arguments)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var reading = Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.StandardInput.WriteAsync(input.AsMemory(), limit.Token);
            process.StandardInput.Close();
            var said = await reading;
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, string.Concat(said));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Held by one process of the machine; a process that dies lets go of it.</summary>
    private static async Task<FileStream> LockAsync(string file)
    {
        // No system tells when a file is let go, so it is asked for again and again.
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(since) < Patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }
}
