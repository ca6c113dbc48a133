using System.CommandLine;
using Notify.Core.Time;

namespace Notify.Local.Commands;

/// <summary>The command line of CONTRACT.md: its commands, the options they share, and how every one of them ends.</summary>
public static class CommandLine
{
    /// <summary>Where the store and the mail are.</summary>
    public static Option<string> Data { get; } = new("--data")
    {
        Description = "Folder of the store and the mail, relative to where you stand",
        HelpName = "DIR",
        Recursive = true,
        DefaultValueFactory = _ => "./notify-data",
    };

    /// <summary>A clock that stands still.</summary>
    public static Option<string?> Now { get; } = new("--now")
    {
        Description = "Rehearse at this moment, as 2026-03-01T09:00 (Stockholm time unless an offset is given); the clock stands still there",
        HelpName = "TIME",
        Recursive = true,
    };

    /// <summary>Results for programs.</summary>
    public static Option<bool> Json { get; } = new("--json") { Description = "Answer in JSON", Recursive = true };

    /// <summary>More on standard error.</summary>
    public static Option<bool> Verbose { get; } = new("--verbose") { Description = "Say more: log lines, and the whole of an unexpected error", Recursive = true };

    /// <summary>Runs what the arguments say.</summary>
    /// <returns>An exit code of CONTRACT.md.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            var words = parsed.Errors.SelectMany(e => e.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            await Console.Error.WriteLineAsync($"notify: {string.Join(' ', words)} See 'notify --help'.");
            return (int)ExitCode.BadInput;
        }

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(5) });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("notify: interrupted; what was committed stays, the next run goes on from there.");
            return (int)ExitCode.Interrupted;
        }
        catch (CommandException e)
        {
            await Console.Error.WriteLineAsync($"notify: {e.Message}");
            return (int)e.Code;
        }
        catch (Exception e)
        {
            var isVerbose = parsed.GetValue(Verbose);
            await Console.Error.WriteLineAsync(isVerbose ? $"notify: {e}" : $"notify: {OneLine(e)} (--verbose shows more)");
            return (int)ExitCode.Failure;
        }
    }

    /// <summary>The moment that an option says, or an error that names the option.</summary>
    public static DateTimeOffset Moment(string option, string text) =>
        StockholmTime.TryParse(text, out var moment)
            ? moment
            : throw new CommandException(ExitCode.BadInput, $"{option}: '{text}' is no moment; write 2026-03-01 or 2026-03-01T09:00.");

    private static RootCommand Root()
    {
        var root = new RootCommand("Notify: schools always know their contact in the social services.\nWithout a command: serve.");
        foreach (var option in new Option[] { Data, Now, Json, Verbose })
        {
            root.Options.Add(option);
        }

        foreach (var command in new[]
        {
            ServeCommand.Create(), SampleCommand.Create(), ImportCommand.Create(), RunCommand.Create(), PlanCommand.Create(),
            AnnounceCommand.Create(), BaselineCommand.Create(), ToldCommand.Create(), RestoreCommand.Create(), StatusCommand.Create(), ShowCommand.Create(),
            AttendCommand.Create(), ReportCommand.Create(), SchoolsCommand.Create(),
            ByHandCommand.Retry(), ByHandCommand.Cancel(), ByHandCommand.Hold(), ByHandCommand.Release(), PreviewCommand.Create(), ApiKeyCommand.Create(),
        })
        {
            root.Subcommands.Add(command);
        }

        root.SetAction(ServeCommand.RunAsync);
        return root;
    }

    private static string OneLine(Exception error) =>
        (error is AggregateException { InnerExceptions.Count: > 0 } many ? many.InnerExceptions[0] : error).Message.ReplaceLineEndings(" ");
}
