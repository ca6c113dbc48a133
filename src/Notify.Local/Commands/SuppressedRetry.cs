using System.CommandLine;
using Notify.Core.Delivery.Trial;
using Notify.Core.Register;

namespace Notify.Local.Commands;

/// <summary><c>notify retry --suppressed</c>: after trial mode, what it kept back and still holds goes after all.</summary>
public static class SuppressedRetry
{
    /// <summary>Asks for all of it.</summary>
    public static Option<bool> All { get; } = new("--suppressed") { Description = "Instead of ID: everything that trial mode kept back and that still holds" };

    /// <summary>Only one district's.</summary>
    public static Option<string?> District { get; } = new("--district") { Description = "With --suppressed: only this district's", HelpName = "CODE" };

    /// <summary>Queues it again.</summary>
    public static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        await using var context = CommandContext.Open(parsed);
        await context.Get<RegisterImport>().FinishAsync(ct);
        IReadOnlyList<DistrictCode> districts = parsed.GetValue(District) is { } one
            ? [await context.DistrictAsync(one, ct)]
            : await context.Get<RegisterStore>().DistrictsAsync(ct);
        var backlog = context.Get<TrialBacklog>();
        var total = new TrialRelease(0, 0, 0);
        foreach (var district in districts)
        {
            total = total.Plus(await context.AuditedAsync(
                "notification.act", "retry --suppressed", district, "", () => backlog.ReleaseAsync(district, AuditedCommand.Who, ct), r => r.Queued > 0));
        }

        context.Answer(total, () => Console.Out.WriteLine(Sentence(total, backlog.IsOn)));
        return (int)(total.Queued > 0 ? ExitCode.Done : ExitCode.NeedsHuman);
    }

    private static string Sentence(TrialRelease total, bool isOn) =>
        $"{total.Queued} mails are queued again; {total.Kept} stay as they are{(isOn ? ", since trial mode is on and allows none of their recipients" : "")}; {total.Past} no longer hold.";
}
