using System.Globalization;
using Notify.Adapters.Files;
using Notify.Core.Register.Reading;

namespace Notify.Benchmarks.Pipeline;

/// <summary>A data folder in which mails are due, made by the program itself: every school of a city has got another contact.</summary>
/// <param name="notify">The program, as a <c>notify.dll</c>.</param>
internal sealed class Queue(string notify, WorkFolder work, string name, int schools)
{
    private const int Districts = 10;
    private const string Before = "2026-03-02T10:00";
    private const string Announced = "2026-03-03T10:00";
    private const string Due = "2026-03-03T11:00";

    private readonly string _data = work.New(name);

    /// <summary>Fills it.</summary>
    public async Task PrepareAsync()
    {
        var register = National.Register(Districts, schools);
        await ImportAsync(register, Before);
        await ImportAsync(National.WithChanges(register, schools), Announced);
    }

    /// <summary>Fills it and gives one of the mails, as the program writes it to a folder.</summary>
    public async Task<string> WriteOneAsync()
    {
        await PrepareAsync();
        await RunAsync("run", "--job", "deliver", "--data", _data, "--now", Due);
        return Directory.EnumerateFiles(Path.Combine(_data, "mail")).First(f => File.ReadAllText(f).Contains("X-Notify-Kind: contact-changed", StringComparison.Ordinal));
    }

    /// <summary>Delivers a copy of it.</summary>
    public Task<Watched> DeliverAsync(string copy, IReadOnlyDictionary<string, string> settings) =>
        Watched.RunAsync("dotnet", [notify, "run", "--job", "deliver", "--data", work.Copy(_data, string.Create(CultureInfo.InvariantCulture, $"{name}-{copy}")), "--now", Due], settings);

    private async Task ImportAsync(Core.Register.RegisterContent register, string now)
    {
        var files = work.New($"{name}-{now[..10]}");
        await RegisterCsv.WriteAsync(files, RegisterWriter.Write(register), default);
        await RunAsync("import", files, "--allow-mass-change", "--data", _data, "--now", now);
        await RunAsync("run", "--job", "contacts", "--data", _data, "--now", now);
    }

    private Task<Watched> RunAsync(params string[] arguments) => Watched.RunAsync("dotnet", [notify, .. arguments]);
}
