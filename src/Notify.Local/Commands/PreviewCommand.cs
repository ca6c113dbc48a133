using System.CommandLine;
using Notify.Core.Templates;
using Notify.Core.Templates.Wording;

namespace Notify.Local.Commands;

/// <summary><c>notify preview KIND</c>: a template with sample values, in the municipality's own wording where there is one.</summary>
public static class PreviewCommand
{
    private static readonly Argument<string> Kind = new("KIND") { Description = "Kind of mail, as contact-changed" };
    private static readonly Option<string> Language = new("--language") { Description = "sv or en", DefaultValueFactory = _ => "sv" };
    private static readonly Option<bool> Html = new("--html") { Description = "The HTML part" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Language.AcceptOnlyFromAmong("sv", "en");
        var command = new Command("preview", "A template with sample values") { Kind, Language, Html };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var (kind, language) = (parsed.GetValue(Kind)!, parsed.GetValue(Language)!);
        var builtIn = new BuiltInTemplates();
        var ours = builtIn.Find(kind, language)
            ?? throw new CommandException(ExitCode.BadInput, $"there is no kind '{kind}'; there are {string.Join(", ", builtIn.Kinds)}.");
        var template = await InUseAsync(parsed, kind, language, ct) ?? ours;
        var (values, links) = builtIn.Sample(kind, language);
        var mail = template.Render(values, links);
        CommandContext.Write(
            parsed.GetValue(CommandLine.Json),
            new { Kind = kind, Language = language, template.Version, IsOwn = template.Version != ours.Version, Mail = new { mail.Subject, mail.Text, mail.Html } },
            () => Console.Out.Write(parsed.GetValue(Html) ? mail.Html : $"{mail.Subject}\n\n{mail.Text}"));
        return (int)ExitCode.Done;
    }

    /// <summary>The own wording of the data folder; null when there is none, or no folder.</summary>
    private static async Task<MailTemplate?> InUseAsync(ParseResult parsed, string kind, string language, CancellationToken ct)
    {
        if (!CommandContext.HasData(parsed))
        {
            return null;
        }

        await using var context = CommandContext.Open(parsed);
        var state = await context.Get<Wordings>().ReadAsync(kind, language, ct);
        if (state?.History.Present is { Version: not null } present)
        {
            Console.Error.WriteLine(state.Faults.Count == 0
                ? $"notify: the municipality's own wording, by {present.By} {Core.Time.StockholmTime.Format(present.At)}."
                : "notify: warning: the municipality's own wording cannot be used by this version; mails leave in this text. See /templates.");
        }

        return state?.InUse;
    }
}
