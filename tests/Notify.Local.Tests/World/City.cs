using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Notify.Local.Tests.Processes;
using Xunit;

namespace Notify.Local.Tests.World;

/// <summary>A city in a folder of its own: a register that a test edits as a person would, and the data of the program. Gone after the test.</summary>
internal sealed partial class City : IDisposable
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("null").RootElement.Clone();

    private readonly string _root = Directory.CreateTempSubdirectory("notify-city-").FullName;

    public City(IReadOnlyDictionary<string, string>? tables = null)
    {
        Directory.CreateDirectory(Register);
        foreach (var (name, text) in tables ?? SmallCity.Tables)
        {
            File.WriteAllText(TableOf(name), text);
        }
    }

    /// <summary>Where commands are given.</summary>
    public string Folder => _root;

    /// <summary>The register as CSV files.</summary>
    public string Register => Path.Combine(_root, "register");

    /// <summary>The data folder.</summary>
    public string Data => Path.Combine(_root, "data");

    /// <summary>Settings of the program.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Gives a command on the data folder.</summary>
    public Task<Answer> NotifyAsync(params IReadOnlyList<string> arguments) =>
        NotifyProcess.RunAsync(_root, [.. arguments, "--data", "data"], Settings);

    /// <summary>Starts a command on the data folder.</summary>
    public NotifyProcess Start(params IReadOnlyList<string> arguments) => NotifyProcess.Start(_root, [.. arguments, "--data", "data"], Settings);

    /// <summary>Imports the register as it stands.</summary>
    public async Task ImportAsync(string now) => (await NotifyAsync("import", "register", "--now", now)).Ended(0);

    /// <summary>Runs every job.</summary>
    public async Task RunAsync(string now) => (await NotifyAsync("run", "--now", now)).Ended(0);

    /// <summary>Takes the register as the beginning, of which nothing is told.</summary>
    public async Task BeginAsync(string now)
    {
        await ImportAsync(now);
        await RunAsync(now);
        Assert.Empty(Mail());
    }

    /// <summary>Imports the register as it stands, and lets the watches see it.</summary>
    public async Task TakeInAsync(string now)
    {
        await ImportAsync(now);
        await RunAsync(now);
    }

    /// <summary>What is planned.</summary>
    public async Task<IReadOnlyList<JsonElement>> PlanAsync(string now) =>
        [.. (await NotifyAsync("plan", "--json", "--now", now)).Ended(0).Json.EnumerateArray()];

    /// <summary>The status.</summary>
    public async Task<JsonElement> StatusAsync(string now) => (await NotifyAsync("status", "--json", "--now", now)).Ended(0).Json;

    /// <summary>The one planned notification of a kind, or JSON null.</summary>
    public async Task<JsonElement> PlannedAsync(string kind, string now) =>
        (await PlanAsync(now)).Where(n => n.GetProperty("kind").GetString() == kind).SingleOrDefault(Nothing);

    /// <summary>The mails that have left, by id.</summary>
    public IReadOnlyList<Letter> Mail() =>
        Directory.Exists(Path.Combine(Data, "mail"))
            ? [.. Directory.EnumerateFiles(Path.Combine(Data, "mail"), "*", new EnumerationOptions { AttributesToSkip = 0 }).Order(StringComparer.Ordinal).Select(Letter.Read)]
            : [];

    /// <summary>The kinds of the mails that have left, sorted.</summary>
    public IReadOnlyList<string> Kinds() => [.. Mail().Select(m => m.Kind).Order(StringComparer.Ordinal)];

    /// <summary>Edits a file of the register; what is replaced must be there.</summary>
    public void Replace(string table, string old, string replacement)
    {
        var text = File.ReadAllText(TableOf(table));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(TableOf(table), text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>Adds a line to a file of the register.</summary>
    public void Add(string table, string line) => File.AppendAllText(TableOf(table), line + "\n");

    /// <summary>Writes a file where commands are given.</summary>
    public void Write(string file, string text) => File.WriteAllText(Path.Combine(_root, file), text);

    /// <summary>Path of a file of the register.</summary>
    public string TableOf(string name) => Path.Combine(Register, name + ".csv");

    /// <summary>The same city again, in another folder, as it stands.</summary>
    public City Copy()
    {
        var copy = new City(new Dictionary<string, string>());
        foreach (var file in Directory.EnumerateFiles(_root, "*", new EnumerationOptions { AttributesToSkip = 0, RecurseSubdirectories = true }))
        {
            var target = Path.Combine(copy._root, Path.GetRelativePath(_root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        foreach (var (name, value) in Settings)
        {
            copy.Settings[name] = value;
        }

        return copy;
    }

    /// <summary>
    /// All that a city has come to, in one comparable text: every mail with its reply link blanked, and the status without
    /// the times of heartbeats.
    /// </summary>
    public async Task<string> OutcomeAsync(string now)
    {
        var outcome = new StringBuilder();
        foreach (var letter in Mail())
        {
            outcome.AppendLine(letter.File).AppendLine(Token().Replace(letter.AllOfIt, "/r/TOKEN"));
        }

        var status = await StatusAsync(now);
        foreach (var part in status.EnumerateObject().Where(p => p.Name != "heartbeats"))
        {
            outcome.AppendLine(part.ToString());
        }

        return outcome.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_root, recursive: true);

    [GeneratedRegex("/r/[A-Za-z0-9._-]+")]
    private static partial Regex Token();
}
