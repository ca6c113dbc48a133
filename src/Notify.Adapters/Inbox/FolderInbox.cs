using System.Globalization;
using Notify.Adapters.Files;
using Notify.Core.Register;
using Notify.Core.Sources;
using Notify.Core.Sources.Inbox;

namespace Notify.Adapters.Inbox;

/// <summary>An inbox that is a folder of this machine, or one that it has mounted.</summary>
/// <param name="folder">Absolute. It has to be there: one that is missing may be a share that is not mounted.</param>
public sealed class FolderInbox(string folder) : IInbox
{
    /// <summary>What programs call a file that is not whole yet, or is theirs alone.</summary>
    private static readonly string[] Unfinished = [".tmp", ".part", ".partial", ".crdownload", ".filepart", ".lock"];

    /// <inheritdoc/>
    public Task<IReadOnlyList<InboxFile>> ListAsync(CancellationToken ct)
    {
        try
        {
            return Task.FromResult<IReadOnlyList<InboxFile>>(
            [
                .. new DirectoryInfo(folder).EnumerateFiles().Where(IsForUs).OrderBy(f => f.Name, StringComparer.Ordinal)
                    .Select(f => new InboxFile(f.Name, f.Length, StampOf(f))),
            ]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(Bilingual.Of(
                $"The folder Inbox:Folder cannot be read ({e.GetType().Name}): see that it is there, and that Notify may read and write in it.",
                $"Mappen Inbox:Folder går inte att läsa ({e.GetType().Name}): se efter att den finns, och att Notify får läsa och skriva i den."), e);
        }
    }

    /// <inheritdoc/>
    public async Task<byte[]?> ReadAsync(InboxFile file, CancellationToken ct)
    {
        var path = PathOf(file);
        return IsListed(file) && (await FileBytes.ReadAsync(path, ct)).Bytes is { } bytes && IsListed(file) ? bytes : null;
    }

    /// <inheritdoc/>
    public async Task<bool> MoveAsync(InboxFile file, string box, string name, string report, CancellationToken ct)
    {
        try
        {
            var target = Directory.CreateDirectory(Path.Combine(folder, box)).FullName;
            await File.WriteAllTextAsync(Path.Combine(target, name + ".txt"), report, ct);
            if (!IsListed(file))
            {
                return false;
            }

            File.Move(PathOf(file), Path.Combine(target, name), overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(Bilingual.Of(
                $"Nothing can be moved in the folder Inbox:Folder ({e.GetType().Name}): close {file.Name} in other programs, and see that Notify may write there.",
                $"Det går inte att flytta filer i mappen Inbox:Folder ({e.GetType().Name}): stäng {file.Name} i andra program, och se efter att Notify får skriva där."), e);
        }
    }

    /// <summary>A link could lead anywhere, so none is followed.</summary>
    private static bool IsForUs(FileInfo file) =>
        !file.Name.StartsWith('.') && !file.Name.StartsWith("~$", StringComparison.Ordinal)
        && !Unfinished.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)
        && (file.Attributes & (FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System)) == 0;

    private bool IsListed(InboxFile file) => new FileInfo(PathOf(file)) is { Exists: true } now && now.Length == file.Length && StampOf(now) == file.Stamp;

    private string PathOf(InboxFile file) => Path.Combine(folder, file.Name);

    private static string StampOf(FileInfo file) => string.Create(CultureInfo.InvariantCulture, $"{file.Length}-{file.LastWriteTimeUtc.Ticks}");
}
