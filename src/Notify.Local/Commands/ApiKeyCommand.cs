using System.CommandLine;
using Notify.Core.Access;

namespace Notify.Local.Commands;

/// <summary><c>notify api-key NAME</c>: makes a key for a program. Nothing is stored: only the line for the settings knows its hash.</summary>
public static class ApiKeyCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "What the key is called in histories, as the program that bears it" };

    private static readonly Option<string> Role = new("--role")
    {
        Description = "What it may do: Notify.Reader, Notify.Coordinator, or one of these with a dot and more that Portal:DistrictRoles limits",
        HelpName = "ROLE",
        DefaultValueFactory = _ => "Notify.Reader",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("api-key", "Makes a key for the JSON API, shown once, and the line for the settings") { Name, Role };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var key = ApiKey.New();
        var line = $"{parsed.GetValue(Name)}={parsed.GetValue(Role)}={ApiKey.HashOf(key)}";
        if (new ApiOptions { Keys = [line] }.Entries.Count == 0)
        {
            throw new CommandException(
                ExitCode.BadInput,
                "api-key: NAME is 1 to 40 of A–Z a–z 0–9 . _ -, and --role is Notify.Reader or Notify.Coordinator, perhaps with a dot and more.");
        }

        CommandContext.Write(
            parsed.GetValue(CommandLine.Json),
            new { Key = key, Setting = line },
            () =>
            {
                Console.Out.WriteLine($"The key, shown this once; send it as the header X-Api-Key:\n  {key}");
                Console.Out.WriteLine($"Add to the setting Api:Keys (Api__Keys__0 as an environment variable):\n  {line}");
            });
        return (int)ExitCode.Done;
    }
}
