using System.Globalization;
using Notify.Benchmarks;
using Notify.Benchmarks.Pages;
using Notify.Benchmarks.Peers;
using Notify.Benchmarks.Pipeline;
using Notify.Benchmarks.Start;

// dotnet run -c Release --project tests/Notify.Benchmarks [-- pipeline] [--districts 29] [--mails 2000] [--report FILE]
return args switch
{
    [Step.Verb, var step, var folder, .. var more] => await Step.RunAsync(step, folder, more),
    [PageStep.Verb, var folder] => await PageStep.RunAsync(folder, Step.Changed),
    [EmptyApp.Verb] => await EmptyApp.RunAsync(),
    [Sink.Verb] => await Sink.RunAsync(),
    [Ceiling.Verb, var way, var port, var mails, var atOnce, var file] => await Ceiling.RunAsync(way, Number(port), Number(mails), Number(atOnce), file),
    [HangfirePeer.Verb, "fill", var redis, var mails] => HangfirePeer.Fill(Number(redis), Number(mails)),
    [HangfirePeer.Verb, "work", var redis, var mails, var way, var port, var atOnce, var file] =>
        await HangfirePeer.WorkAsync(Number(redis), Number(mails), way, Number(port), Number(atOnce), file),
    _ => await Suite.RunAsync(args),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
