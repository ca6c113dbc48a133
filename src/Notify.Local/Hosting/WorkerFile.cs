using System.Globalization;
using System.Security.Cryptography;
using Notify.Core.Delivery;

namespace Notify.Local.Hosting;

/// <summary>
/// Tells the other processes on this data folder that this one lives: a file it holds open exclusively, which the operating
/// system lets go of even when the process is killed. So a claim of a killed process need not run out before its mail goes on.
/// </summary>
public sealed class WorkerFile : IClaimOwners, IDisposable
{
    private static readonly string Machine = Environment.MachineName + "-";
    private static readonly TimeSpan Youth = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    private readonly string _folder;
    private readonly FileStream _file;

    /// <param name="dataFolder">Shared by all processes that work on the same store.</param>
    public WorkerFile(string dataFolder)
    {
        _folder = Directory.CreateDirectory(Path.Combine(dataFolder, "workers")).FullName;
        Self = string.Create(CultureInfo.InvariantCulture, $"{Machine}{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
        _file = new FileStream(PathOf(Self), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        RemoveDead();
    }

    /// <inheritdoc/>
    public string Self { get; }

    /// <inheritdoc/>
    public bool IsGone(string owner)
    {
        if (owner == Self || !owner.StartsWith(Machine, StringComparison.Ordinal) || owner.AsSpan().ContainsAny('/', '\\'))
        {
            return false;
        }

        // One look at a time: two would find the file held by each other. Who is gone stays gone.
        lock (_lock)
        {
            return _gone.Contains(owner) || (IsReleased(owner) && _gone.Add(owner));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private string PathOf(string owner) => Path.Combine(_folder, owner + ".lock");

    private bool IsReleased(string owner)
    {
        try
        {
            using var file = new FileStream(PathOf(owner), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (FileNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>
    /// A killed process leaves its file behind; nobody needs it, since a missing file says the same. A young file is left alone:
    /// its process may be between creating and locking it.
    /// </summary>
    private void RemoveDead()
    {
        var now = File.GetLastWriteTimeUtc(PathOf(Self));
        foreach (var path in Directory.EnumerateFiles(_folder, "*.lock"))
        {
            if (now - File.GetLastWriteTimeUtc(path) > Youth && IsGone(Path.GetFileNameWithoutExtension(path)))
            {
                File.Delete(path);
            }
        }
    }
}
