using System.CommandLine;
using Notify.Core.Contacts;
using Notify.Core.Register;

namespace Notify.Local.Commands;

/// <summary><c>notify announce</c>: introduces the present contacts.</summary>
public static class AnnounceCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("announce", "Introduces the present contacts to the schools of a district, or to one school")
        {
            DistrictOptions.District, DistrictOptions.School,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        await using var context = CommandContext.Open(parsed);
        await context.Get<RegisterImport>().FinishAsync(ct);
        var district = await context.DistrictAsync(parsed.GetValue(DistrictOptions.District)!, ct);
        SchoolUnitCode? school = parsed.GetValue(DistrictOptions.School) is { } text ? CommandContext.School(text) : null;
        var outcome = await context.AuditedAsync(
            "contacts.announce", "announce", district, school?.ToString() ?? "", () => context.Get<ContactsCommands>().AnnounceAsync(district, school, ct), o => o is not null)
            ?? throw new CommandException(ExitCode.BadInput, $"--school: {district} has no school '{school}'.");
        context.Answer(
            new { Planned = outcome.Done, outcome.Skipped, outcome.Busy },
            () => Console.Out.WriteLine($"{outcome.Done} introductions planned; {outcome.Skipped} schools have no contact or address, or were told already.{Busy(outcome)}"));
        return (int)ExitCode.Done;
    }

    private static string Busy(CommandOutcome outcome) =>
        outcome.Busy == 0 ? "" : $" {outcome.Busy} are being written to at this moment: try again shortly.";
}
