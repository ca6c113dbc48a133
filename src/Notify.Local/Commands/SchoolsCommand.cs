using System.CommandLine;
using Notify.Adapters.Skolverket;
using Notify.Core.Proposals;
using Notify.Core.SchoolUnits;
using Notify.Core.Sources;

namespace Notify.Local.Commands;

/// <summary><c>notify schools refresh</c>: reads Skolverket's Skolenhetsregister, and says what it proposes.</summary>
public static class SchoolsCommand
{
    private static readonly Option<string?> Municipality = new("--municipality") { Description = "Code of the municipality, four digits (default: the setting Skolverket:Municipality)", HelpName = "CODE" };
    private static readonly Option<bool> Full = new("--full") { Description = "Read all of it again, also what has not been changed" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var refresh = new Command("refresh", "Reads what has changed in Skolenhetsregistret and proposes changes of the register; changes nothing itself") { Municipality, Full };
        refresh.SetAction(RunAsync);
        return new Command("schools", "Skolverket's register of school units") { refresh };
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        await using var context = CommandContext.Open(parsed);
        var municipality = parsed.GetValue(Municipality) ?? context.Settings.Shared.Skolverket.Municipality;
        if (!SkolverketOptions.IsMunicipality(municipality))
        {
            throw new CommandException(ExitCode.BadInput, municipality.Length == 0
                ? "--municipality is needed, as --municipality 0180; or set Skolverket:Municipality."
                : $"--municipality: '{municipality}' is no code of a municipality; it has four digits, as 0180.");
        }

        using var progress = new ConsoleProgress();
        try
        {
            await context.Get<SchoolUnitReader>().ReadAsync(municipality, parsed.GetValue(Full), int.MaxValue, progress, ct);
        }
        catch (SourceException e)
        {
            throw new CommandException(ExitCode.Failure, $"{e.Text.English} What was read is kept.");
        }

        await context.Get<ProposalBook>().RefreshAsync(municipality, areUnitsNew: true, ct);
        var units = (await context.Get<SchoolUnitBook>().ReadAsync(municipality, ct)).Count;
        progress.Clear();
        return Answer(context, units, await context.Get<ProposalBook>().ReadAsync(ct));
    }

    private static int Answer(CommandContext context, int units, IReadOnlyList<KeptProposal> proposals)
    {
        var open = proposals.Where(p => p.IsOpen).Select(p => p.Proposal).ToList();
        context.Answer(
            new
            {
                Ok = true,
                Units = units,
                Proposals = open.Select(p => new { p.Id, Kind = Word(p), School = p.School.ToString(), p.Name, p.From, p.To, Districts = p.Districts.Select(d => d.ToString()) }),
                Ignored = proposals.Count - open.Count,
            },
            () =>
            {
                Console.Out.WriteLine($"{units} school units; {open.Count} proposals{(open.Count > 0 ? ", to accept or ignore in the portal under /proposals:" : ".")}");
                open.ForEach(p => Console.Out.WriteLine($"  {p.School} {Word(p)}: {p.Name}{(p.Kind == ProposalKind.New ? $" ({p.Provider.ToString().ToLowerInvariant()})" : $": {p.From} -> {p.To}")}"));
            });
        return (int)ExitCode.Done;
    }

    private static string Word(Proposal proposal) => proposal.Kind.ToString().ToLowerInvariant();
}
