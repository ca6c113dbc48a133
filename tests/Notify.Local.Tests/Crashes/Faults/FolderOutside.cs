namespace Notify.Local.Tests.Crashes.Faults;

/// <summary>A folder of mail files.</summary>
internal sealed class FolderOutside(string folder) : Outside
{
    public override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string> { ["Mail__Transport"] = "pickup" };

    public override IReadOnlyDictionary<string, int> CountById =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml").ToDictionary(f => Path.GetFileNameWithoutExtension(f), _ => 1) : new Dictionary<string, int>();

    public override int Taken => CountById.Count;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
