using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Xunit;

namespace Notify.Functions.Tests.Infra;

/// <summary>The Bicep CLI that the project file restores, run on the files of this clone.</summary>
internal static class BicepCli
{
    // Some three seconds on an idle machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The folder <c>infra</c>.</summary>
    public static string Folder { get; } = Path.GetFullPath(Told("InfraFolder"));

    /// <summary>The folder of the clone.</summary>
    public static string Clone { get; } = Path.GetFullPath(Path.Combine(Folder, ".."));

    /// <summary>Compiles a file of the folder; the answer is the ARM template. On another machine than the package's the test is skipped.</summary>
    public static async Task<string> BuildAsync(string file)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture is Architecture.X64, "The package holds the CLI for Linux on x64.");
        using var limit = new CancellationTokenSource(Patience);
        using var process = Process.Start(new ProcessStartInfo(Told("BicepCli"), ["build", Path.Combine(Folder, file), "--stdout"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            Assert.Equal("", await errors);
            Assert.Equal(0, process.ExitCode);
            return await output;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static string Told(string key) =>
        typeof(BicepCli).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
