using System.Text.Json;
using Notify.Adapters.Settings;
using Notify.Local.Commands;
using Notify.Web.Access;

namespace Notify.Local.Hosting;

/// <summary>Everything that the settings and the shared options say, read and checked once.</summary>
/// <param name="DataFolder">Absolute.</param>
/// <param name="Now">The moment at which the clock stands still; null: it runs.</param>
/// <param name="Shared">What every host has.</param>
public sealed record LocalSettings(string DataFolder, DateTimeOffset? Now, bool IsVerbose, NotifySettings Shared, PortalOptions Portal)
{
    /// <summary>Names in our sections that no part of the program asks for, each with the one that was perhaps meant.</summary>
    public IReadOnlyList<string> Unknown { get; private init; } = [];

    /// <summary>Reads <c>appsettings.json</c> beside the program, and the environment.</summary>
    /// <exception cref="CommandException">Something is wrong: everything that is, by name.</exception>
    public static LocalSettings Read(string data, string? now, bool isVerbose) => Read(Configuration(), data, now, isVerbose);

    /// <summary>Reads a configuration.</summary>
    /// <exception cref="CommandException">Something is wrong: everything that is, by name.</exception>
    public static LocalSettings Read(IConfiguration configuration, string data, string? now, bool isVerbose)
    {
        var binder = new SettingsBinder(configuration);
        var folder = Path.GetFullPath(data);
        var settings = new LocalSettings(
            folder,
            now is null ? null : CommandLine.Moment("--now", now),
            isVerbose,
            NotifySettings.Read(binder, configuration, folder),
            binder.Read<PortalOptions>("Portal", o => o.Validate()));
        return binder.Complaint is { } complaint
            ? throw new CommandException(ExitCode.BadInput, complaint)
            : settings with { Unknown = binder.Unknown() };
    }

    /// <summary>A file that is no JSON is named with the line, and not quoted: it may hold secrets.</summary>
    private static IConfigurationRoot Configuration()
    {
        try
        {
            return new ConfigurationBuilder()
                .SetBasePath(AppContext.BaseDirectory)
                .AddJsonFile("appsettings.json", optional: true)
                .AddEnvironmentVariables()
                .Build();
        }
        catch (InvalidDataException e)
        {
            var line = e.GetBaseException() is JsonException { LineNumber: { } number } ? $", line {number + 1}" : "";
            throw new CommandException(ExitCode.BadInput, $"{Path.Combine(AppContext.BaseDirectory, "appsettings.json")}{line}: this is no JSON.");
        }
    }
}
