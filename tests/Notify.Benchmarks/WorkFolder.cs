namespace Notify.Benchmarks;

/// <summary>A temporary folder for the stores of one part; gone with all it holds when it is disposed of.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("notify-benchmark-").FullName;

    /// <summary>A new folder in it.</summary>
    public string New(string name) => Directory.CreateDirectory(Path.Combine(_path, name)).FullName;

    /// <summary>A new folder in it with what is in another of its folders, to go on from the same store more than once.</summary>
    public string Copy(string from, string name)
    {
        var to = New(name);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        return to;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_path, recursive: true);
}
