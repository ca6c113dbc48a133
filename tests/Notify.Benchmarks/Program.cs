using System.Globalization;
using Notify.Benchmarks;

// dotnet run -c Release --project tests/Notify.Benchmarks [-- --districts 29]
return args switch
{
    [Step.Verb, var step, var folder] => await Step.RunAsync(step, folder),
    [Step.PagesVerb, var folder] => await PageStep.RunAsync(folder, Step.Changed),
    [] => await Suite.RunAsync(National.Districts),
    ["--districts", var text] when int.TryParse(text, CultureInfo.InvariantCulture, out var districts) && districts > 0 => await Suite.RunAsync(districts),
    _ => Suite.Refuse(),
};
