using System.CommandLine;
using Notify.Core.Delivery;
using Notify.Core.Notifications;

namespace Notify.Local.Commands;

/// <summary><c>notify retry · cancel · hold · release ID</c>: what a person does to one notification.</summary>
public static class ByHandCommand
{
    private static readonly Argument<string> Id = new("ID") { Description = "Id of the notification" };
    private static readonly Argument<string?> IdOrNone = new("ID") { Description = "Id of the notification", Arity = ArgumentArity.ZeroOrOne };

    /// <summary>Sends again what failed, or all that trial mode kept back.</summary>
    public static Command Retry()
    {
        var command = new Command("retry", "Queues a notification again that failed, bounced, was suppressed or cancelled") { IdOrNone, SuppressedRetry.All, SuppressedRetry.District };
        command.SetAction((parsed, ct) => (parsed.GetValue(IdOrNone), parsed.GetValue(SuppressedRetry.All), parsed.GetValue(SuppressedRetry.District)) switch
        {
            (null, true, _) => SuppressedRetry.RunAsync(parsed, ct),
            ({ } id, false, null) => RunAsync(parsed, "retry", id, (a, i, who, token) => a.RetryAsync(i, who, token), ct),
            _ => throw new CommandException(ExitCode.BadInput, "retry: give either ID, or --suppressed with or without --district."),
        });
        return command;
    }

    /// <summary>Ends what has not left.</summary>
    public static Command Cancel() => Create("cancel", "Ends a notification that has not left", (a, id, who, ct) => a.CancelAsync(id, who, ct));

    /// <summary>Keeps back.</summary>
    public static Command Hold() => Create("hold", "Keeps a queued notification from leaving", (a, id, who, ct) => a.HoldAsync(id, who, ct));

    /// <summary>Lets go.</summary>
    public static Command Release() => Create("release", "Lets a held notification leave", (a, id, who, ct) => a.ReleaseAsync(id, who, ct));

    private static Command Create(
        string name, string description, Func<NotificationActions, NotificationId, string, CancellationToken, Task<ActionAnswer>> act)
    {
        var command = new Command(name, description) { Id };
        command.SetAction((parsed, ct) => RunAsync(parsed, name, parsed.GetValue(Id)!, act, ct));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, string name, string text, Func<NotificationActions, NotificationId, string, CancellationToken, Task<ActionAnswer>> act, CancellationToken ct)
    {
        await using var context = CommandContext.Open(parsed);
        var id = ShowCommand.IdOf(text);
        var answer = await context.AuditedAsync(
            "notification.act", name, id.District, id.ToString(), () => act(context.Get<NotificationActions>(), id, AuditedCommand.Who, ct), a => a.Result == ActionResult.Done);
        return Report(context, name, id, answer);
    }

    private static int Report(CommandContext context, string name, NotificationId id, ActionAnswer answer)
    {
        if (answer.Result == ActionResult.NotFound)
        {
            throw new CommandException(ExitCode.NeedsHuman, $"{name}: there is no notification '{id}'; nothing was done.");
        }

        var state = answer.Notification!.State.ToString().ToLowerInvariant();
        if (answer.Result == ActionResult.NothingToDo)
        {
            throw new CommandException(ExitCode.NeedsHuman, $"{name}: nothing to do, the notification is {state}.");
        }

        context.Answer(new { Id = id.ToString(), State = state }, () => Console.Out.WriteLine($"{id} is {state}."));
        return (int)ExitCode.Done;
    }
}
