using System.CommandLine;
using Notify.Core.Contacts;
using Notify.Core.Register;

namespace Notify.Local.Commands;

/// <summary><c>notify baseline</c>: takes what the register says now as known.</summary>
public static class BaselineCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("baseline", "Takes what the register says now as known to the schools of a district; sends nothing") { DistrictOptions.District };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        await using var context = CommandContext.Open(parsed);
        await context.Get<RegisterImport>().FinishAsync(ct);
        var district = await context.DistrictAsync(parsed.GetValue(DistrictOptions.District)!, ct);
        var schools = await context.Get<ContactsCommands>().BaselineAsync(district, ct) ?? 0;
        context.Answer(new { Schools = schools }, () => Console.Out.WriteLine($"The present contacts of {schools} schools are taken as known; nothing is sent."));
        return (int)ExitCode.Done;
    }
}
