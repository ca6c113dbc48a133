namespace Notify.Core.Sources.Inbox;

/// <summary>A file that lies in the inbox.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="Stamp">Another whenever the content may be.</param>
public sealed record InboxFile(string Name, long Length, string Stamp);

/// <summary>Where people and systems put files of the register: a folder, or a blob container.</summary>
public interface IInbox
{
    /// <summary>What lies there, by name; what is in folders below, and what programs keep there for themselves, left out.</summary>
    /// <exception cref="SourceException">It cannot be reached.</exception>
    Task<IReadOnlyList<InboxFile>> ListAsync(CancellationToken ct);

    /// <summary>The content; null when it is not the listed one any more, or somebody else has it open.</summary>
    Task<byte[]?> ReadAsync(InboxFile file, CancellationToken ct);

    /// <summary>Moves the file into a folder below, with a report beside it: the report first, so that no file is there without.</summary>
    /// <param name="box">The folder: <c>done</c> or <c>refused</c>.</param>
    /// <param name="name">What it is called there. One that is there by that name already is replaced.</param>
    /// <returns>False: it is not the listed one any more, or somebody else has it open; it stays.</returns>
    /// <exception cref="SourceException">Nothing may be written there.</exception>
    Task<bool> MoveAsync(InboxFile file, string box, string name, string report, CancellationToken ct);
}
