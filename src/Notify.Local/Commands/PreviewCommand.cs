using System.CommandLine;
using Notify.Core.Templates;

namespace Notify.Local.Commands;

/// <summary><c>notify preview KIND</c>: a template with sample values.</summary>
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
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (kind, language) = (parsed.GetValue(Kind)!, parsed.GetValue(Language)!);
        var renderer = new MailRenderer();
        if (!renderer.Kinds.Contains(kind))
        {
            throw new CommandException(ExitCode.BadInput, $"there is no kind '{kind}'; there are {string.Join(", ", renderer.Kinds)}.");
        }

        var (values, links) = renderer.Sample(kind, language);
        var mail = renderer.Render(kind, language, values, links);
        CommandContext.Write(
            parsed.GetValue(CommandLine.Json),
            new { Kind = kind, Language = language, Version = renderer.VersionOf(kind, language), Mail = new { mail.Subject, mail.Text, mail.Html } },
            () => Console.Out.Write(parsed.GetValue(Html) ? mail.Html : $"{mail.Subject}\n\n{mail.Text}"));
        return (int)ExitCode.Done;
    }
}
