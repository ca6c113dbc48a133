using Notify.Core.Register;
using Notify.Core.Register.Reading;

namespace Notify.Local.Commands;

/// <summary>Says what became of a new version of the register.</summary>
public static class ImportReport
{
    /// <summary>What changed, or why it is held.</summary>
    public static int Tell(CommandContext context, ImportOutcome outcome, IReadOnlyList<RegisterIssue> warnings, ImportRequest request) =>
        outcome.IsHeld ? Hold(context, outcome, [.. warnings, .. outcome.Warnings]) : Report(context, outcome, [.. warnings, .. outcome.Warnings], request);

    /// <summary>Issues, a line each, on stderr.</summary>
    public static void Tell(IEnumerable<RegisterIssue> issues, string kind)
    {
        foreach (var issue in issues)
        {
            var place = issue.Line == 0 ? issue.File : issue.Column.Length == 0 ? $"{issue.File}:{issue.Line}" : $"{issue.File}:{issue.Line} {issue.Column}";
            var value = issue.Value.Length == 0 ? "" : $" '{issue.Value}'";
            Console.Error.WriteLine($"{kind}{place}{value}: {issue.Message}");
        }
    }

    private static int Hold(CommandContext context, ImportOutcome outcome, IReadOnlyList<RegisterIssue> warnings)
    {
        var held = outcome.Held.Select(h => new { District = h.District.ToString(), h.Reason });
        var errors = outcome.Held.Select(h => new RegisterIssue("", 0, "", h.District.ToString(), h.Text));
        context.Answer(new { Ok = false, Errors = errors, Held = held, outcome.Changes, Warnings = warnings }, () => { });
        Console.Error.WriteLine(
            $"notify: nothing was imported: {string.Join(" ", outcome.Held.Select(h => h.Reason))} If that is right, do it again with --allow-mass-change.");
        return (int)ExitCode.NeedsHuman;
    }

    private static int Report(CommandContext context, ImportOutcome outcome, IReadOnlyList<RegisterIssue> warnings, ImportRequest request)
    {
        context.Answer(
            new { Ok = true, Districts = outcome.Districts, outcome.Changes, Warnings = warnings, request.DryRun },
            () =>
            {
                Tell(warnings, "warning: ");
                Console.Out.WriteLine($"{outcome.Districts} districts{(request.DryRun ? " (dry run: nothing is changed)" : "")}");
                foreach (var (table, change) in outcome.Changes.Where(c => c.Value != new TableChanges(0, 0, 0)))
                {
                    Console.Out.WriteLine($"  {table}: {change.Added} added, {change.Removed} removed, {change.Changed} changed");
                }
            });
        return (int)ExitCode.Done;
    }
}
