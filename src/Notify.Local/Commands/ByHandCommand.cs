using System.CommandLine;
using Notify.Core.Delivery;
using Notify.Core.Notifications;

namespace Notify.Local.Commands;

/// <summary><c>notify retry · cancel · hold · release ID</c>: what a person does to one notification.</summary>
public static class ByHandCommand
{
    private static readonly Argument<string> Id = new("ID") { Description = "Id of the notification" };

    /// <summary>Sends again what failed.</summary>
    public static Command Retry() => Create("retry", "Queues a notification again that failed, bounced, was suppressed or cancelled", (a, id, who, ct) => a.RetryAsync(id, who, ct));

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
        command.SetAction(async (parsed, ct) =>
        {
            await using var context = CommandContext.Open(parsed);
            var id = ShowCommand.IdOf(parsed.GetValue(Id)!);
            var answer = await act(context.Get<NotificationActions>(), id, $"{Environment.UserName} at the command line", ct);
            return Report(context, name, id, answer);
        });
        return command;
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
