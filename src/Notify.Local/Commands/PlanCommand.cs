using System.CommandLine;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Rehearsals;
using Notify.Core.Store;
using Notify.Core.Templates;
using Notify.Core.Time;

namespace Notify.Local.Commands;

/// <summary><c>notify plan</c>: what is queued, and what the watches would plan.</summary>
public static class PlanCommand
{
    private const int DefaultDays = 30;

    private static readonly Option<string?> Until = new("--until") { Description = $"Last day to look at (default: {DefaultDays} days from now)", HelpName = "DATE" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("plan", "Shows what is queued and what would be planned if nobody answered; sends and stores nothing") { Until };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        await using var context = CommandContext.Open(parsed);
        var now = context.Get<TimeProvider>().GetUtcNow();
        var until = parsed.GetValue(Until) is { } text
            ? StockholmTime.Midnight(StockholmTime.DateOf(CommandLine.Moment("--until", text)).AddDays(1))
            : now.AddDays(DefaultDays);
        if (until < now)
        {
            throw new CommandException(ExitCode.BadInput, "--until: lies before now.");
        }

        await context.Get<RegisterImport>().FinishAsync(ct);
        var planned = await context.Get<RehearsalStage>().RunAsync(context.Get<IRecordStore>(), now, until, only: null, ct);
        var titles = await TitlesAsync(planned, context.Get<IMailRenderer>(), ct);
        var rows = planned.Select(n => new
        {
            Id = n.Id.ToString(),
            n.Kind,
            District = n.District.ToString(),
            n.Subject,
            Recipients = n.Recipients.Select(r => r.Address.ToString()),
            Language = n.Language.ToCode(),
            n.NotBefore,
            Title = titles[n.Id],
        }).ToList();
        context.Answer(rows, () =>
        {
            foreach (var row in rows)
            {
                Console.Out.WriteLine($"{StockholmTime.ToLocal(row.NotBefore):yyyy-MM-dd HH:mm}  {row.Kind,-24} {row.Title}  → {string.Join(", ", row.Recipients)}");
            }

            Console.Out.WriteLine(rows.Count == 0 ? "Nothing is planned." : $"{rows.Count} mails.");
        });
        return (int)ExitCode.Done;
    }

    private static async Task<Dictionary<NotificationId, string>> TitlesAsync(IReadOnlyList<Notification> planned, IMailRenderer renderer, CancellationToken ct)
    {
        var titles = new Dictionary<NotificationId, string>();
        foreach (var mail in planned)
        {
            titles[mail.Id] = (await renderer.RenderAsync(mail, ct)).Mail?.Subject ?? mail.Kind;
        }

        return titles;
    }
}
