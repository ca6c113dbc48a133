using System.Text.Json.Serialization;
using Notify.Core.Register;

namespace Notify.Core.Importing;

/// <summary>Something that a person may make the register of, after a look at what it would do: kept for a day.</summary>
/// <param name="Id">Cannot be guessed.</param>
/// <param name="At">When it was made.</param>
/// <param name="Expires">From then on it is no more.</param>
/// <param name="Who">Who made it.</param>
/// <param name="Aim">What it would do.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Chunks">How many rows hold the tables that were sent.</param>
/// <param name="View">Names the rows that hold the present preview; another each time it is made anew.</param>
/// <param name="Applied">Null until it is applied.</param>
public sealed record ImportDraft(
    string Id,
    DateTimeOffset At,
    DateTimeOffset Expires,
    string Who,
    DraftAim Aim,
    DraftState State,
    int Chunks,
    string View,
    AppliedDraft? Applied);

/// <summary>What a draft would do.</summary>
/// <param name="Name">As histories show it: the files that were sent, or what is taken back.</param>
[JsonDerivedType(typeof(Upload), "upload")]
[JsonDerivedType(typeof(Undo), "undo")]
[JsonDerivedType(typeof(Restore), "restore")]
public abstract record DraftAim(string Name)
{
    /// <summary>Files become tables of the register.</summary>
    /// <param name="Tables">The tables that they replace.</param>
    public sealed record Upload(string Name, IReadOnlyList<string> Tables) : DraftAim(Name);

    /// <summary>The register becomes what it was before the latest import.</summary>
    /// <param name="ImportId">That import.</param>
    public sealed record Undo(string Name, string ImportId) : DraftAim(Name);

    /// <summary>A district becomes what it was in an earlier version.</summary>
    public sealed record Restore(string Name, DistrictCode District, long Version) : DraftAim(Name);
}

/// <summary>Where a draft stands.</summary>
public enum DraftState
{
    /// <summary>It is being written; a crash can leave it so.</summary>
    Unfinished,

    /// <summary>It waits for its maker.</summary>
    Open,

    /// <summary>It has been applied.</summary>
    Applied,
}

/// <summary>How a draft was applied.</summary>
/// <param name="Districts">The districts that got a new version, with their names.</param>
/// <param name="Tables">The counts of what was done.</param>
public sealed record AppliedDraft(DateTimeOffset At, string Who, IReadOnlyList<DistrictPreview> Districts, IReadOnlyList<TableCount> Tables);
