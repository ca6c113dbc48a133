using Notify.Local.Tests.Crashes.Faults;
using Xunit.Runner.InProc.SystemConsole;

// The test program, or the process that a test of crashes starts and that kills itself.
return args is [CrashChild.Command, .. var rest]
    ? await CrashChild.RunAsync(rest)
    : await ConsoleRunner.Run(args);
