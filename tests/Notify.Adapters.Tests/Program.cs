using Notify.Adapters.Tests.Sqlite;
using Xunit.Runner.InProc.SystemConsole;

// The test program, or the process that a test of the store starts and kills.
return args is [StoreChild.Command, .. var rest]
    ? await StoreChild.RunAsync(rest)
    : await ConsoleRunner.Run(args);
