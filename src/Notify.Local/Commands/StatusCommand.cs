using System.CommandLine;
using System.Globalization;
using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.FollowUps;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Status;
using Notify.Core.Time;
using Spectre.Console;

namespace Notify.Local.Commands;

/// <summary><c>notify status</c>: counts, proofs, heartbeats and the call list; or who was the contact of a school on a day.</summary>
public static class StatusCommand
{
    private static readonly Option<string?> School = new("--school") { Description = "Who is, or was, the contact of this school", HelpName = "CODE" };
    private static readonly Option<string?> At = new("--at") { Description = "On this day (with --school; default: today)", HelpName = "DATE" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("status", "Counts, proofs, heartbeats and the call list") { School, At };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        await using var context = CommandContext.Open(parsed);
        if (parsed.GetValue(School) is { } school)
        {
            return await ContactsOnAsync(context, CommandContext.School(school), parsed.GetValue(At), ct);
        }

        if (parsed.GetValue(At) is not null)
        {
            throw new CommandException(ExitCode.BadInput, "--at needs --school: it asks who was the contact of a school on a day.");
        }

        var status = await context.Get<StatusReader>().ReadAsync(_ => true, ct);
        context.Answer(StatusAnswer.Of(status), () => Show(status));
        return (int)ExitCode.Done;
    }

    private static async Task<int> ContactsOnAsync(CommandContext context, SchoolUnitCode school, string? at, CancellationToken ct)
    {
        var moment = at is null ? context.Get<TimeProvider>().GetUtcNow() : CommandLine.Moment("--at", at);
        var day = StockholmTime.DateOf(moment);
        var contacts = await context.Get<RegisterHistory>().ContactsOnAsync(school, day, ct);
        context.Answer(
            new
            {
                School = school.ToString(),
                At = day,
                Contacts = contacts.Select(c => new
                {
                    District = c.District.ToString(),
                    Role = c.Role.ToString().ToLowerInvariant(),
                    c.Contact,
                    c.Name,
                    Email = c.Email.ToString(),
                    c.Phone,
                    c.From,
                    c.Until,
                }),
            },
            () =>
            {
                foreach (var c in contacts)
                {
                    Console.Out.WriteLine($"{day:yyyy-MM-dd}  {c.District}  {c.Role.ToString().ToLowerInvariant(),-8} {c.Name}, {c.Email}{(c.Phone is { Length: > 0 } phone ? $", {phone}" : "")}");
                }

                if (contacts.Count == 0)
                {
                    Console.Out.WriteLine($"{day:yyyy-MM-dd}  {school} had no contact that the register knew of.");
                }
            });
        return (int)ExitCode.Done;
    }

    private static void Show(StatusReport status)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = 120;
        }

        AnsiConsole.Write(TableOf(status));
        Console.Out.WriteLine($"City: {status.City.Schools} schools, {status.City.Told} told, {status.City.Confirmed} confirmed.");
        Console.Out.WriteLine($"Agreements: {status.Agreements.InForce} in force, {status.Agreements.Overdue} overdue{(status.Agreements.Overdue > 0 ? $" by {status.Agreements.OverdueDays} days in all" : "")}.");
        ShowForums(status);
        Console.Out.WriteLine($"Support material: {status.Materials.Told} of {status.Materials.Audience} told, {status.Materials.Confirmed} confirmed.");
        ShowFollowUps(status.FollowUps);
        Console.Out.WriteLine($"Mail: {string.Join(", ", status.Counts.Where(c => c.Value > 0).Select(c => $"{c.Value} {c.Key}").DefaultIfEmpty("none yet"))}.");
        foreach (var beat in status.Heartbeats)
        {
            Console.Out.WriteLine($"{beat.Job,-10} last {(beat.Last is { } last ? StockholmTime.Format(last) : "never")}, due {StockholmTime.Format(beat.Due)}{Trouble(beat)}");
        }

        TrialLines.Show(status.Trial);

        foreach (var wording in status.Wordings)
        {
            var what = wording.Faults.Count > 0 ? "cannot be used by this version; mails leave in the built-in text" : $"did not fit {wording.Trouble?.Notification}, which left in the built-in text";
            Console.Out.WriteLine($"Look at the own wording of {wording.Ours.Kind}.{wording.Ours.Language} (/templates/{wording.Ours.Kind}/{wording.Ours.Language}): it {what}.");
        }

        ShowConflicts(status);
        foreach (var call in status.Districts.SelectMany(d => d.Calls).Where(c => !c.Done))
        {
            Console.Out.WriteLine($"Ring {call.SchoolName} ({call.District}), {(call.Phone.Length > 0 ? call.Phone : "no phone")}: {Reason(call.Reason)}{(call.Note is null ? "" : $" ({call.Note})")}");
        }
    }

    private static void ShowFollowUps(FollowUpsProof proof)
    {
        var index = proof.Index is { } figure ? string.Create(CultureInfo.InvariantCulture, $", index {figure:0.0} ({proof.Term})") : "";
        Console.Out.WriteLine($"Follow-up: {proof.Rounds} rounds, {proof.Open} open, {proof.Answered} of {proof.Asked} answered in the latest{index}.");
    }

    private static Table TableOf(StatusReport status)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("District", "Schools", "Told", "Confirmed", "To ring", "Flags", "Changes in a year", "Agreements", "Overdue");
        foreach (var district in status.Districts)
        {
            table.AddRow(new[]
            {
                district.Name, $"{district.Proof.Schools}", $"{district.Proof.Told}", $"{district.Proof.Confirmed}",
                $"{district.Calls.Count(c => !c.Done)}", $"{district.Flags.Count}", $"{district.Changes}",
                $"{AgreementsProof.Of(district.Agreements).InForce}", $"{AgreementsProof.Of(district.Agreements).Overdue}",
            }.Select(Markup.Escape).ToArray());
        }

        return table;
    }

    private static void ShowForums(StatusReport status)
    {
        var (municipal, independent) = (status.Forums[Provider.Municipal], status.Forums[Provider.Independent]);
        Console.Out.WriteLine(
            $"Forums, the last year: municipal schools {municipal.Invited} invited, {municipal.Answered} answered, {municipal.Attended} came; "
            + $"independent {independent.Invited} invited, {independent.Answered} answered, {independent.Attended} came; "
            + $"parity {(status.Forums.Parity is { } parity ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{parity:0.00}") : "none yet")}.");
        foreach (var missing in status.Districts.SelectMany(d => (d.Forums?.Missing ?? []).Select(m => (d.Name, Missing: m))))
        {
            var days = missing.Missing.Proposed.Count == 0 ? "no room is left for it" : $"proposed {string.Join(", ", missing.Missing.Proposed.Select(p => $"{p:yyyy-MM-dd}"))}";
            Console.Out.WriteLine($"Plan {missing.Missing.Kind.ToString().ToLowerInvariant()} forums in {missing.Name}, {missing.Missing.Term}: {missing.Missing.Planned} of {missing.Missing.Promised} promised; {days}.");
        }
    }

    private static void ShowConflicts(StatusReport status)
    {
        foreach (var agreement in status.Conflicts)
        {
            var (answer, standing) = (agreement.State.Answer!, agreement.Standing);
            Console.Out.WriteLine(
                $"Resolve {agreement.Agreement.Title} ({agreement.District}): {answer.By} answered {answer.Day:yyyy-MM-dd}, which counts; the register was later given {standing.Registered:yyyy-MM-dd}");
        }
    }

    private static string Trouble(HeartbeatStatus beat) =>
        (beat.Late ? "  LATE" : "") + (beat.Failure is { } failure ? $"  FAILED ({failure})" : "")
        + (beat.Working is { } working ? $"  under way, last sign of life {StockholmTime.Format(working)}" : "");

    private static string Reason(CallReason reason) => reason switch
    {
        CallReason.NoReceipt => "no receipt although reminded",
        CallReason.Undeliverable => "mail does not arrive",
        CallReason.NoAddress => "no address in the register",
        CallReason.SilentForums => "silent to two invitations in a row",
        _ => "proposes other details of itself",
    };
}
