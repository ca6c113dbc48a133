using System.Globalization;
using Notify.Benchmarks;
using Notify.Benchmarks.Peers;
using Notify.Benchmarks.Pipeline;

// dotnet run -c Release --project tests/Notify.Benchmarks [-- --districts 29]
return args switch
{
    [Step.Verb, var step, var folder] => await Step.RunAsync(step, folder),
    [Step.PagesVerb, var folder] => await PageStep.RunAsync(folder, Step.Changed),
    [Sink.Verb] => await Sink.RunAsync(),
    [Ceiling.Verb, var way, var port, var mails, var atOnce, var file] => await Ceiling.RunAsync(way, Number(port), Number(mails), Number(atOnce), file),
    [HangfirePeer.Verb, "fill", var redis, var mails] => HangfirePeer.Fill(Number(redis), Number(mails)),
    [HangfirePeer.Verb, "work", var redis, var mails, var way, var port, var atOnce, var file] =>
        await HangfirePeer.WorkAsync(Number(redis), Number(mails), way, Number(port), Number(atOnce), file),
    ["pipeline"] => await PipelineSuite.RunAsync(10_000),
    ["pipeline", "--mails", var mails] => await PipelineSuite.RunAsync(Number(mails)),
    [] => await Suite.RunAsync(National.Districts),
    ["--districts", var text] when int.TryParse(text, CultureInfo.InvariantCulture, out var districts) && districts > 0 => await Suite.RunAsync(districts),
    _ => Suite.Refuse(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
