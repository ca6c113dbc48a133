using System.CommandLine;
using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.FollowUps;
using Notify.Core.Forums;
using Notify.Core.Materials;
using Notify.Core.Register;

namespace Notify.Local.Commands;

/// <summary><c>notify baseline</c>: takes what the register says now as known.</summary>
public static class BaselineCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("baseline", "Takes what the register says now as known to the schools and steering groups of a district; sends nothing") { DistrictOptions.District };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        await using var context = CommandContext.Open(parsed);
        await context.Get<RegisterImport>().FinishAsync(ct);
        var district = await context.DistrictAsync(parsed.GetValue(DistrictOptions.District)!, ct);
        var (schools, agreements, forums, materials, followUps) = await context.AuditedAsync("baseline", "baseline", district, "", () => TakeAsync(context, district, ct));
        var isWhole = agreements is not null && forums is not null && materials is not null && followUps is not null;
        context.Answer(
            new { Schools = schools, Agreements = agreements, Forums = forums, Materials = materials, FollowUps = followUps },
            () => Console.Out.WriteLine(isWhole
                ? $"The present contacts of {schools} schools, the days of {agreements} agreements, {forums} forums, {materials} support materials and {followUps} rounds of follow-up are taken as known; nothing is sent."
                : $"The present contacts of {schools} schools are taken as known. A mail about something else is being sent at this moment: give the command again."));
        return (int)(isWhole ? ExitCode.Done : ExitCode.NeedsHuman);
    }

    private static async Task<(int Schools, int? Agreements, int? Forums, int? Materials, int? FollowUps)> TakeAsync(CommandContext context, DistrictCode district, CancellationToken ct) =>
        (await context.Get<ContactsCommands>().BaselineAsync(district, ct) ?? 0,
            await context.Get<AgreementsCommands>().BaselineAsync(district, ct),
            await context.Get<ForumsCommands>().BaselineAsync(district, ct),
            await context.Get<MaterialsCommands>().BaselineAsync(district, ct),
            await context.Get<FollowUpsCommands>().BaselineAsync(district, ct));
}
