namespace Notify.Benchmarks.Start;

/// <summary>From the start of <c>notify run --job deliver</c> to the file of the one mail that is due.</summary>
internal static class FirstMail
{
    private const string Now = "2026-03-02T10:00";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    /// <summary>Makes a data folder with the sample city, in which the introduction of one school's contacts is due.</summary>
    public static async Task<string> PrepareAsync(string notify, WorkFolder work)
    {
        var (register, data) = (work.New("sample"), work.New("due"));
        string[] shared = ["--data", data, "--now", Now];
        await StartedProgram.RunAsync(notify, ["sample", register, .. shared]);
        await StartedProgram.RunAsync(notify, ["import", register, .. shared]);
        await StartedProgram.RunAsync(notify, ["run", .. shared]);
        await StartedProgram.RunAsync(notify, ["announce", "--district", "BROMMA", "--school", "99010001", .. shared]);
        return data;
    }

    /// <summary>Seconds.</summary>
    /// <param name="data">As prepared, and its own: afterwards nothing is due there.</param>
    public static async Task<double> MeasureAsync(string notify, string data)
    {
        await using var program = StartedProgram.Start(notify, ["run", "--job", "deliver", "--data", data, "--now", Now]);
        var mail = Path.Combine(data, "mail");
        await program.UntilAsync(() => Task.FromResult(Directory.Exists(mail) && Directory.EnumerateFiles(mail, "*.eml").Any()), Pause);
        return TimeProvider.System.GetElapsedTime(program.Begun).TotalSeconds;
    }
}
