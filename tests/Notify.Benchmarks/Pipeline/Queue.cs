using Notify.Adapters.Files;
using Notify.Core.Register.Reading;

namespace Notify.Benchmarks.Pipeline;

/// <summary>A data folder in which so many mails are due, made by the program itself: every school of a city has got another contact.</summary>
internal sealed class Queue(string folder, int mails)
{
    private const int Districts = 10;
    private const string Before = "2026-03-02T10:00";
    private const string Announced = "2026-03-03T10:00";

    /// <summary>When they are due.</summary>
    public const string Due = "2026-03-03T11:00";

    /// <summary>The folder as it was prepared; each run gets a copy.</summary>
    public string Data { get; } = Path.Combine(folder, "prepared");

    /// <summary>Prepares it.</summary>
    public async Task PrepareAsync()
    {
        var register = National.Register(Districts, mails, mails);
        var (first, second) = (Path.Combine(folder, "first"), Path.Combine(folder, "second"));
        await RegisterCsv.WriteAsync(first, RegisterWriter.Write(register), default);
        await RegisterCsv.WriteAsync(second, RegisterWriter.Write(National.WithOthers(register)), default);
        await ImportAsync(first, Before);
        await ImportAsync(second, Announced);
    }

    /// <summary>A copy that one run may use up.</summary>
    public string Copy(string name)
    {
        var copy = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        foreach (var file in Directory.EnumerateFiles(Data))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }

    private async Task ImportAsync(string register, string now)
    {
        await TheProgram.RunAsync("import", register, "--allow-mass-change", "--data", Data, "--now", now);
        await TheProgram.RunAsync("run", "--job", "contacts", "--data", Data, "--now", now);
    }

    /// <summary>One of the mails, as the program writes it to a folder. Uses the queue up.</summary>
    public async Task<string> WriteOneAsync()
    {
        await TheProgram.RunAsync("run", "--job", "deliver", "--data", Data, "--now", Due);
        return Directory.EnumerateFiles(Path.Combine(Data, "mail")).First(f => File.ReadAllText(f).Contains("X-Notify-Kind: contact-changed", StringComparison.Ordinal));
    }
}
