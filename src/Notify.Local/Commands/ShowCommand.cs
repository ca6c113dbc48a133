using System.CommandLine;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Templates;
using Notify.Core.Time;

namespace Notify.Local.Commands;

/// <summary><c>notify show ID</c>: one notification.</summary>
public static class ShowCommand
{
    private static readonly Argument<string> Id = new("ID") { Description = "Id of the notification" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("show", "One notification: state, history, rendered mail") { Id };
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>The id that the user gave.</summary>
    public static NotificationId IdOf(string text) =>
        NotificationId.TryParse(text, out var id) ? id : throw new CommandException(ExitCode.BadInput, $"'{text}' is not the id of a notification, as BROMMA-abc… from 'notify plan'.");

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        await using var context = CommandContext.Open(parsed);
        var id = IdOf(parsed.GetValue(Id)!);
        var notification = (await NotificationRows.FindAsync(context.Get<IRecordStore>(), id, ct))?.Notification
            ?? throw new CommandException(ExitCode.BadInput, $"there is no notification '{id}'.");
        var written = await context.Get<IMailRenderer>().RenderAsync(notification, ct);
        var mail = written.Mail ?? throw new CommandException(ExitCode.Failure, $"'{id}' cannot be written: {written.Failure?.Message}.");
        if (notification.TemplateVersion is not null && !written.IsAsStamped)
        {
            Console.Error.WriteLine("notify: warning: the text it left in was not kept; this is the one in use now.");
        }

        context.Answer(NotificationAnswer.Of(notification, mail), () => Show(notification, mail));
        return (int)ExitCode.Done;
    }

    private static void Show(Notification n, RenderedMail mail)
    {
        Console.Out.WriteLine($"{n.Id}  {n.Kind}  {Word(n.State)}  {n.Subject}");
        Console.Out.WriteLine($"To {string.Join(", ", n.Recipients.Select(r => $"{r.Address} ({r.Outcome.ToString().ToLowerInvariant()})"))}; not before {StockholmTime.Format(n.NotBefore)}");
        foreach (var line in n.History)
        {
            Console.Out.WriteLine($"  {StockholmTime.Format(line.At)}  {Word(line.State),-10} {line.Detail}");
        }

        Console.Out.WriteLine($"\n{mail.Subject}\n\n{mail.Text}");
    }

    private static string Word(NotificationState state) => state.ToString().ToLowerInvariant();
}
