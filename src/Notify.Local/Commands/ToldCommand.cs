using System.CommandLine;
using Notify.Core.Contacts;
using Notify.Core.Register;

namespace Notify.Local.Commands;

/// <summary><c>notify told</c>: a school was told at a meeting.</summary>
public static class ToldCommand
{
    private static readonly Option<string> School = new("--school") { Description = "Code of the school", HelpName = "CODE", Required = true };
    private static readonly Option<string?> At = new("--at") { Description = "When it was told (default: now)", HelpName = "TIME" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("told", "Records that a school was told its present contacts at a meeting: no mail goes, the proof counts it")
        {
            DistrictOptions.District, School, At,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        await using var context = CommandContext.Open(parsed);
        await context.Get<RegisterImport>().FinishAsync(ct);
        var district = await context.DistrictAsync(parsed.GetValue(DistrictOptions.District)!, ct);
        var school = CommandContext.School(parsed.GetValue(School)!);
        DateTimeOffset? at = parsed.GetValue(At) is { } text ? CommandLine.Moment("--at", text) : null;
        if (at > context.Get<TimeProvider>().GetUtcNow())
        {
            throw new CommandException(ExitCode.BadInput, "--at: lies in the future; record it when it has been told.");
        }

        var outcome = await context.Get<ContactsCommands>().ToldAsync(district, school, at, ct)
            ?? throw new CommandException(ExitCode.BadInput, $"--school: {district} has no school '{school}'.");
        if (outcome.Busy > 0)
        {
            throw new CommandException(ExitCode.NeedsHuman, "a mail to the school is being sent at this moment; try again shortly.");
        }

        context.Answer(new { Told = outcome.Done }, () => Console.Out.WriteLine($"{school} knows its present contacts in {district}; no mail goes."));
        return (int)ExitCode.Done;
    }
}
