using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Notify.Adapters.Settings;
using Notify.Adapters.Telemetry;
using Notify.Core.Register;
using Notify.Core.Time;
using Notify.Local.Hosting;

namespace Notify.Local.Commands;

/// <summary>What a command works with: the settings, the services, and the ways to answer. Results go to standard output, all else to standard error.</summary>
public sealed class CommandContext : IAsyncDisposable
{
    private static readonly JsonSerializerOptions JsonForm = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new StockholmTimeConverter() },
    };

    private readonly ServiceProvider _services;

    private CommandContext(LocalSettings settings, ServiceProvider services, bool isJson)
    {
        Settings = settings;
        IsJson = isJson;
        _services = services;
    }

    /// <summary>What was asked for.</summary>
    public LocalSettings Settings { get; }

    /// <summary>Whether the answer is for a program.</summary>
    public bool IsJson { get; }

    /// <summary>Opens the data folder with the shared options.</summary>
    /// <param name="mustExist">Whether an absent data folder is an error rather than a new beginning; records kept elsewhere need none.</param>
    public static CommandContext Open(ParseResult parsed, bool mustExist = true)
    {
        var settings = SettingsOf(parsed);
        if (mustExist && !HasData(settings))
        {
            throw new CommandException(
                ExitCode.BadInput, $"there is no data in '{settings.DataFolder}'; give --data, or begin with 'notify import' or 'notify serve'.");
        }

        var services = new ServiceCollection().AddLocal(settings).BuildServiceProvider();
        services.StartTelemetry();
        return new(settings, services, parsed.GetValue(CommandLine.Json));
    }

    /// <summary>Whether there is anything to open with the shared options.</summary>
    public static bool HasData(ParseResult parsed) => HasData(SettingsOf(parsed));

    private static bool HasData(LocalSettings settings) => settings.Shared.Store.Kind is not StoreKind.Sqlite || Directory.Exists(settings.DataFolder);

    /// <summary>The settings under the shared options.</summary>
    public static LocalSettings SettingsOf(ParseResult parsed)
    {
        var settings = LocalSettings.Read(parsed.GetValue(CommandLine.Data)!, parsed.GetValue(CommandLine.Now), parsed.GetValue(CommandLine.Verbose));
        if (settings.Unknown.Count > 0)
        {
            Console.Error.WriteLine($"notify: warning: there is no setting {string.Join(", ", settings.Unknown)}.");
        }

        return settings;
    }

    /// <summary>A part of the program.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Answers with a value for programs, or with text for people.</summary>
    public void Answer(object json, Action people) => Write(IsJson, json, people);

    /// <inheritdoc cref="Answer"/>
    public static void Write(bool isJson, object json, Action people)
    {
        if (isJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(json, JsonForm));
        }
        else
        {
            people();
        }
    }

    /// <summary>The district of a code that the user gave.</summary>
    public async Task<DistrictCode> DistrictAsync(string text, CancellationToken ct)
    {
        var districts = await Get<RegisterStore>().DistrictsAsync(ct);
        return DistrictCode.TryParse(text.Trim().ToUpperInvariant(), out var code) && districts.Contains(code)
            ? code
            : throw new CommandException(ExitCode.BadInput, $"--district: there is no district '{text}'; there are {string.Join(", ", districts)}.");
    }

    /// <summary>The school unit code that the user gave.</summary>
    public static SchoolUnitCode School(string text) =>
        SchoolUnitCode.TryParse(text.Trim(), out var code)
            ? code
            : throw new CommandException(ExitCode.BadInput, $"--school: '{text}' is no school unit code.");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
