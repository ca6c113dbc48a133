using System.Globalization;
using System.Text.Json;
using Notify.Adapters.Files;
using Notify.Adapters.Sqlite;
using Notify.Benchmarks.Pages;
using Notify.Benchmarks.Stores;
using Notify.Core.Contacts;
using Notify.Core.Jobs;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Core.Store;
using Notify.Testing.Contacts;
using Notify.Testing.Store;

namespace Notify.Benchmarks;

/// <summary>One measured step, in a process of its own as the commands are, so that each has a peak of memory of its own.</summary>
internal static class Step
{
    /// <summary>The argument that makes this program a step.</summary>
    public const string Verb = "--step";

    /// <summary>Commits that are timed one after the other.</summary>
    public const int Commits = 2_000;

    /// <summary>When the first register comes, in Stockholm.</summary>
    public const string Imported = "2026-03-02T10:00";

    /// <summary>When the second register comes, in Stockholm.</summary>
    public const string Changed = "2026-03-02T11:00";

    /// <summary>The folder of the register in the folder of a run.</summary>
    public static string RegisterIn(string folder) => Path.Combine(folder, "register");

    /// <summary>The folder of the register in which one school has another contact.</summary>
    public static string ChangedIn(string folder) => Path.Combine(folder, "changed");

    /// <summary>Runs a step and prints its <see cref="Measurement"/>.</summary>
    public static async Task<int> RunAsync(string step, string folder, string[] more)
    {
        var measurement = (step, more) switch
        {
            ("parse", []) => await ParseAsync(folder),
            ("import", []) => await ImportAsync(folder, RegisterIn(folder), Imported),
            ("import-changed", []) => await ImportAsync(folder, ChangedIn(folder), Changed),
            ("fill", [var districts, var schools]) => await ImportAsync(folder, Imported, _ => National.Register(Number(districts), Number(schools))),
            ("change", [var changes]) => await ImportAsync(folder, Changed, present => National.WithChanges(present, Number(changes))),
            ("watch", [var now]) => await WatchAsync(folder, now),
            ("mails", []) => await MailsAsync(folder),
            ("commits", []) => await CommitAsync(folder),
            ("inserts", []) => BareSqlite.Insert(folder, Commits),
            _ => throw new ArgumentException($"There is no step {step} {string.Join(' ', more)}.", nameof(step)),
        };
        Console.Out.WriteLine(JsonSerializer.Serialize(measurement, MeasurementJson.Default.Measurement));
        return 0;
    }

    private static async Task<Measurement> ParseAsync(string folder)
    {
        var start = TimeProvider.System.GetTimestamp();
        var content = Sound(RegisterReader.Read(await RegisterFiles.ReadAsync(RegisterIn(folder), default), new()));
        return Measurement.Since(start, 0, $"{content.Schools!.Count} schools, {content.Assignments!.Count} assignments");
    }

    private static async Task<Measurement> ImportAsync(string folder, string register, string now)
    {
        var start = TimeProvider.System.GetTimestamp();
        var raw = await RegisterFiles.ReadAsync(register, default);
        return await ImportAsync(folder, now, present => Sound(RegisterReader.Read(raw, present)), start);
    }

    private static async Task<Measurement> ImportAsync(string folder, string now, Func<RegisterContent, RegisterContent> compose, long? begun = null)
    {
        var start = begun ?? TimeProvider.System.GetTimestamp();
        await using var store = new SqliteRecordStore(new() { Folder = folder });
        var counting = new CountingRecordStore(store);
        await using var world = new ContactsWorld(now, counting);
        var outcome = await world.Get<RegisterImport>().ImportAsync(compose, new("benchmark"), null, default);
        var rows = outcome!.Changes.Values.Sum(c => c.Added + c.Removed + c.Changed);
        return Measurement.Since(start, counting.Operations, $"{rows} rows changed");
    }

    private static async Task<Measurement> WatchAsync(string folder, string now)
    {
        var start = TimeProvider.System.GetTimestamp();
        await using var store = new SqliteRecordStore(new() { Folder = folder });
        var counting = new CountingRecordStore(store);
        await using var world = new ContactsWorld(now, counting);
        await world.Get<JobRunner>().RunAsync(world.Get<ContactsJob>().Name, null, default);
        var measurement = Measurement.Since(start, counting.Operations, "");
        var waiting = 0;
        foreach (var district in await world.Get<RegisterStore>().DistrictsAsync(default))
        {
            waiting += (await world.WaitingAsync(district.ToString())).Count;
        }

        return measurement with { Note = $"{waiting} mails wait" };
    }

    private static async Task<Measurement> MailsAsync(string folder)
    {
        var start = TimeProvider.System.GetTimestamp();
        await using var store = new SqliteRecordStore(new() { Folder = folder });
        var counting = new CountingRecordStore(store);
        var mail = await DeliveredMails.FillAsync(counting, await new RegisterStore(store).DistrictsAsync(default), ContactsWorld.Moment(Changed));
        return Measurement.Since(start, counting.Operations, mail.ToString()!);
    }

    private static async Task<Measurement> CommitAsync(string folder)
    {
        await using var store = new SqliteRecordStore(new() { Folder = folder });
        var counting = new CountingRecordStore(store);
        await counting.CommitAsync("P", [new RecordChange.Insert("first", BareSqlite.Value)], default);
        counting.Reset();
        var start = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < Commits; i++)
        {
            await counting.CommitAsync("P", [new RecordChange.Insert(BareSqlite.KeyOf(i), BareSqlite.Value)], default);
        }

        return Measurement.Since(start, counting.Operations, "one after the other");
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static RegisterContent Sound(RegisterReading reading) =>
        reading.Errors.Count == 0 ? reading.Content : throw new InvalidDataException(string.Join('\n', reading.Errors.Take(5)));
}
