namespace Notify.Benchmarks.Pipeline;

/// <summary>Notify itself, as people start it.</summary>
internal static class TheProgram
{
    /// <summary>Runs a command with the settings that it has by itself.</summary>
    public static Task<Watched> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string>(), arguments);

    /// <summary>Runs a command.</summary>
    public static Task<Watched> RunAsync(IReadOnlyDictionary<string, string> settings, params string[] arguments) =>
        Watched.RunAsync(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "notify.exe" : "notify"), arguments, settings);
}
