using Xunit.Runner.InProc.SystemConsole;

namespace Notify.Functions.Tests;

/// <summary>The test program; the app's own entry is compiled in beside it.</summary>
public static class Entry
{
    public static Task<int> Main(string[] args) => ConsoleRunner.Run(args);
}
