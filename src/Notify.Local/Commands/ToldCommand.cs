using System.CommandLine;
using Notify.Core.Contacts;
using Notify.Core.Materials;
using Notify.Core.Register;

namespace Notify.Local.Commands;

/// <summary><c>notify told</c>: a school was told at a meeting, its contacts or a support material.</summary>
public static class ToldCommand
{
    private static readonly Option<string?> School = new("--school") { Description = "Code of the school (with --material default: every school of the district)", HelpName = "CODE" };
    private static readonly Option<string?> At = new("--at") { Description = "When it was told (default: now)", HelpName = "TIME" };
    private static readonly Option<string?> Material = new("--material") { Description = "The support material that was told, by its id, instead of the contacts", HelpName = "ID" };
    private static readonly Option<bool> Contacts = new("--contacts") { Description = "With --material: the contacts of the district were told, not its schools" };
    private static readonly Option<string?> By = new("--by") { Description = "With --material: how (default: apt, a meeting of the staff)", HelpName = "apt|intranet|meeting|training" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("told", "Records that a school was told its present contacts, or a support material, at a meeting: no mail goes, the proof counts it")
        {
            DistrictOptions.District, School, At, Material, Contacts, By,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        if (parsed.GetValue(Material) is null && (parsed.GetValue(By) is not null || parsed.GetValue(Contacts)))
        {
            throw new CommandException(ExitCode.BadInput, "--by and --contacts need --material: they say how, and to whom, a support material was told.");
        }

        if (parsed.GetValue(Material) is null && parsed.GetValue(School) is null)
        {
            throw new CommandException(ExitCode.BadInput, "Option '--school' is required. See 'notify --help'.");
        }

        if (parsed.GetValue(School) is not null && parsed.GetValue(Contacts))
        {
            throw new CommandException(ExitCode.BadInput, "--school and --contacts exclude each other: choose one.");
        }

        await using var context = CommandContext.Open(parsed);
        await context.Get<RegisterImport>().FinishAsync(ct);
        var district = await context.DistrictAsync(parsed.GetValue(DistrictOptions.District)!, ct);
        SchoolUnitCode? school = parsed.GetValue(School) is { } code ? CommandContext.School(code) : null;
        DateTimeOffset? at = parsed.GetValue(At) is { } text ? CommandLine.Moment("--at", text) : null;
        if (at > context.Get<TimeProvider>().GetUtcNow())
        {
            throw new CommandException(ExitCode.BadInput, "--at: lies in the future; record it when it has been told.");
        }

        return parsed.GetValue(Material) is { } material
            ? await TellMaterialAsync(context, new(district, material, school, parsed.GetValue(Contacts) ? RecipientRole.Contact : RecipientRole.School, ChannelOf(parsed.GetValue(By)), at), ct)
            : await TellContactsAsync(context, district, school!.Value, at, ct);
    }

    private static async Task<int> TellContactsAsync(CommandContext context, DistrictCode district, SchoolUnitCode school, DateTimeOffset? at, CancellationToken ct)
    {
        var outcome = await context.AuditedAsync(
            "contacts.told", "told", district, school.ToString(), () => context.Get<ContactsCommands>().ToldAsync(district, school, at, ct), o => o is { Busy: 0 })
            ?? throw new CommandException(ExitCode.BadInput, $"--school: {district} has no school '{school}'.");
        if (outcome.Busy > 0)
        {
            throw new CommandException(ExitCode.NeedsHuman, "a mail to the school is being sent at this moment; try again shortly.");
        }

        context.Answer(new { Told = outcome.Done }, () => Console.Out.WriteLine($"{school} knows its present contacts in {district}; no mail goes."));
        return (int)ExitCode.Done;
    }

    private static async Task<int> TellMaterialAsync(CommandContext context, Telling telling, CancellationToken ct)
    {
        var outcome = await context.AuditedAsync(
            "material.told", "told", telling.District, $"{telling.Material} {telling.School}".Trim(), () => context.Get<MaterialsCommands>().TellAsync(telling, ct), o => o.Result == TellResult.Told);
        if (Complaint(telling, outcome) is { } complaint)
        {
            throw new CommandException(outcome.Result == TellResult.Busy ? ExitCode.NeedsHuman : ExitCode.BadInput, complaint);
        }

        context.Answer(
            new { Told = outcome.Count, Material = telling.Material, outcome.Material!.Version, By = Word(telling.By) },
            () => Console.Out.WriteLine($"{outcome.Material.Title}, version {outcome.Material.Version}: {outcome.Count} in {telling.District} told ({Word(telling.By)}); no mail goes to them."));
        return (int)ExitCode.Done;
    }

    private static string? Complaint(Telling telling, TellOutcome outcome) => outcome.Result switch
    {
        TellResult.Told => null,
        TellResult.NoSuchDistrict => $"--district: {telling.District} is no longer in the register.",
        TellResult.NoSuchMaterial => $"--material: there is no support material '{telling.Material}', or it is not published yet.",
        TellResult.NobodyThere when telling.School is { } school =>
            $"--school: {telling.District} has no active school '{school}', or the school hears of material from another district, the first in its row.",
        TellResult.NobodyThere => $"--district: {telling.District} has nobody to be told.",
        TellResult.NotForThem => $"--material: '{telling.Material}' is for {(outcome.Material!.Audience == MaterialAudience.Contacts ? "contacts; give --contacts" : "schools; leave --contacts out")}.",
        TellResult.NotPublishedThen => $"--at: version {outcome.Material!.Version} was published on {outcome.Material.Published:yyyy-MM-dd}.",
        _ => "a mail about it is being sent at this moment; try again shortly.",
    };

    private static ToldChannel ChannelOf(string? word) => word switch
    {
        null or "apt" => ToldChannel.Apt,
        "intranet" => ToldChannel.Intranet,
        "meeting" => ToldChannel.Meeting,
        "training" => ToldChannel.Training,
        _ => throw new CommandException(ExitCode.BadInput, $"--by: '{word}' is no way to tell; write apt, intranet, meeting or training."),
    };

    private static string Word(ToldChannel by) => by.ToString().ToLowerInvariant();
}
