using Notify.Benchmarks;
using Notify.Benchmarks.Pages;
using Notify.Benchmarks.Start;

// dotnet run -c Release --project tests/Notify.Benchmarks [-- watching] [--districts 29] [--report FILE]
return args switch
{
    [Step.Verb, var step, var folder, .. var more] => await Step.RunAsync(step, folder, more),
    [PageStep.Verb, var folder] => await PageStep.RunAsync(folder, Step.Changed),
    [EmptyApp.Verb] => await EmptyApp.RunAsync(),
    _ => await Suite.RunAsync(args),
};
