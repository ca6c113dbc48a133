using System.Diagnostics;
using System.Globalization;
using Notify.Adapters.Settings;
using Notify.Core.Delivery;
using Notify.Core.Store;
using Notify.Local.Hosting;

namespace Notify.Local.Tests.Crashes.Faults;

/// <summary>The program in a process that kills itself at a step: this test program, started with a command.</summary>
internal static class CrashChild
{
    public const string Command = "crash-child";

    /// <summary>Exit code of a process that was killed, on Unix: 128 and SIGKILL.</summary>
    public const int Killed = 137;

    /// <summary>Starts it. It ends by itself when its standard input closes, so none outlives the tests.</summary>
    public static Process Start(string data, string register, string now, CrashStep step, int at, IReadOnlyDictionary<string, string> settings)
    {
        var program = Path.ChangeExtension(typeof(CrashChild).Assembly.Location, OperatingSystem.IsWindows() ? "exe" : null);
        string[] arguments = [Command, data, register, now, step.ToString(), at.ToString(CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardError = true };
        Processes.NotifyProcess.Clean(start.Environment);
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Imports, watches and delivers, as far as it comes.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        new Thread(ExitWithParent) { IsBackground = true }.Start();
        var fault = new Fault(Enum.Parse<CrashStep>(arguments[3]), int.Parse(arguments[4], CultureInfo.InvariantCulture));
        var settings = LocalSettings.Read(arguments[0], arguments[2], isVerbose: false);
        var folder = settings.Shared.Way.Kind is TransportKind.Pickup ? settings.Shared.Way.Pickup.Folder : null;
        await using var life = Life.Begin(settings, services =>
        {
            services.Wrap<IRecordStore>(store => new FaultyStore(store, fault));
            services.Wrap<IMailTransport>(transport => new FaultyTransport(transport, fault, folder));
        });
        await life.ImportAsync(arguments[1]);
        await life.RunAsync();
        return 0;
    }

    /// <summary>Ends this process when the one that started it is gone.</summary>
    public static void ExitWithParent()
    {
        while (Console.In.Read() >= 0)
        {
        }

        Environment.Exit(3);
    }
}
