using Notify.Local.Tests.Crashes.Faults;
using Notify.Local.Tests.TwoYears;
using Xunit.Runner.InProc.SystemConsole;

// The test program, or a process that a test starts: one that kills itself, or one that lives through two years.
return args switch
{
    [CrashChild.Command, .. var rest] => await CrashChild.RunAsync(rest),
    [TwoYearsChild.Command, .. var rest] => await TwoYearsChild.LiveAsync(rest),
    _ => await ConsoleRunner.Run(args),
};
