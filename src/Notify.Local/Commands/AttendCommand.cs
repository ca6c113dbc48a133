using System.CommandLine;
using Notify.Adapters.Files;
using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Core.Register.Reading;

namespace Notify.Local.Commands;

/// <summary><c>notify attend FORUM FILE</c>: records who came to a forum.</summary>
public static class AttendCommand
{
    private static readonly Argument<string> Forum = new("FORUM") { Description = "The id of the forum in the register" };
    private static readonly Argument<string> Source = new("FILE") { Description = "A CSV file or an .xlsx with the columns school, attended and, if counted, persons" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("attend", "Records who came to a forum; schools that the file does not name stay as they were") { Forum, Source };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        await using var context = CommandContext.Open(parsed);
        await context.Get<RegisterImport>().FinishAsync(ct);
        var id = parsed.GetValue(Forum)!.Trim();
        var district = await DistrictOfAsync(context, id, ct);
        var raw = await TableFile.ReadAsync(Path.GetFullPath(parsed.GetValue(Source)!), "attendance", ct);
        var reading = AttendanceReader.Read(raw, id, await context.Get<RegisterStore>().ContentAsync(ct));
        if (reading.Errors.Count > 0)
        {
            return Refuse(context, reading);
        }

        await context.Get<ForumsJob>().RunAsync(district, ct);
        var outcome = await context.AuditedAsync(
            "forum.attend", "attend", district, id, () => context.Get<ForumAttendance>().RecordAsync(district, id, reading.Visits, "notify attend", ct), o => o == AttendanceOutcome.Recorded);
        if (outcome != AttendanceOutcome.Recorded)
        {
            throw new CommandException(ExitCode.BadInput, Why(id, outcome));
        }

        await context.Get<ForumsJob>().RunAsync(district, ct);
        ImportReport.Tell(reading.Warnings, "warning: ");
        context.Answer(
            new { Ok = true, Forum = id, Schools = reading.Visits.Count, Attended = reading.Visits.Count(v => v.Attended), reading.Warnings },
            () => Console.Out.WriteLine($"{id}: {reading.Visits.Count(v => v.Attended)} of {reading.Visits.Count} schools came; recorded."));
        return (int)ExitCode.Done;
    }

    private static async Task<DistrictCode> DistrictOfAsync(CommandContext context, string forum, CancellationToken ct)
    {
        var content = await context.Get<RegisterStore>().ContentAsync(ct);
        if (content.Forums!.FirstOrDefault(f => f.Id == forum) is { } row)
        {
            return row.District;
        }

        foreach (var district in await context.Get<RegisterStore>().DistrictsAsync(ct))
        {
            if ((await context.Get<ForumsReader>().ReadAsync(district, ct))?.Forums.Any(f => f.Forum.Id == forum) == true)
            {
                return district;
            }
        }

        throw new CommandException(ExitCode.BadInput, $"there is no forum '{forum}'; forums.csv and the portal's page of forums name those there are.");
    }

    private static string Why(string forum, AttendanceOutcome outcome) => outcome switch
    {
        AttendanceOutcome.NotBegun => $"the forum {forum} has not begun: record who came when it has been held.",
        AttendanceOutcome.CalledOff => $"the forum {forum} was called off: if it was held all the same, correct its status in forums.csv and import it.",
        _ => $"there is no forum '{forum}'.",
    };

    private static int Refuse(CommandContext context, AttendanceReading reading)
    {
        context.Answer(new { Ok = false, reading.Errors, reading.Warnings }, () => { });
        if (!context.IsJson)
        {
            ImportReport.Tell(reading.Errors, reading.Errors.Count == 1 ? "notify: nothing was recorded: " : "");
            if (reading.Errors.Count > 1)
            {
                Console.Error.WriteLine($"notify: nothing was recorded; {reading.Errors.Count} errors to mend, as listed above.");
            }
        }

        return (int)ExitCode.BadInput;
    }
}
