using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Notify.Adapters.Sqlite;

/// <summary>Where the SQLite store keeps its file, and how patient it is.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>The data folder; created when absent. Must be on a local disk: SQLite's locks do not hold on network shares.</summary>
    [Required]
    public string Folder { get; set; } = string.Empty;

    /// <summary>How long an operation waits for another process that holds the file: one second to ten minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The one file with all records. While it is open, <c>-wal</c> and <c>-shm</c> stand beside it and belong to it.</summary>
    public string File => Path.GetFullPath(Path.Combine(Folder, "notify.db"));
}

/// <summary>Reports every wrong option at once, when the host starts.</summary>
[OptionsValidator]
internal sealed partial class SqliteStoreOptionsValidator : IValidateOptions<SqliteStoreOptions>;
