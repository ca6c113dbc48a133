using System.CommandLine;
using Notify.Adapters.Files;
using Notify.Core.Register.Reading;
using Notify.Core.Time;
using Notify.Local.Sample;

namespace Notify.Local.Commands;

/// <summary><c>notify sample DIR</c>: the sample register as CSV files.</summary>
public static class SampleCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "Folder to write to; created when absent" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("sample", "Writes the sample register as CSV files, to look at, edit and import") { Folder };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var settings = CommandContext.SettingsOf(parsed);
        var folder = Path.GetFullPath(parsed.GetValue(Folder)!);
        if (Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.csv").Any())
        {
            throw new CommandException(ExitCode.BadInput, $"'{folder}' holds CSV files already; name another folder, so that nothing of yours is overwritten.");
        }

        var now = settings.Now ?? TimeProvider.System.GetUtcNow();
        var tables = RegisterWriter.Write(SampleRegister.Create(StockholmTime.DateOf(now)));
        await RegisterCsv.WriteAsync(folder, tables, ct);
        Console.Out.WriteLine($"{tables.Count} files in {folder}");
        return (int)ExitCode.Done;
    }
}
