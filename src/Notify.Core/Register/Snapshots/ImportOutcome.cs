namespace Notify.Core.Register;

/// <summary>How an import is to be done.</summary>
/// <param name="Source">What is imported, as the history shows it: a folder, a file, "Skolverket".</param>
/// <param name="AllowMassChange">Passes the mass-change guard.</param>
/// <param name="DryRun">Says what would change and changes nothing.</param>
public sealed record ImportRequest(string Source, bool AllowMassChange = false, bool DryRun = false);

/// <summary>What an import did, or would do.</summary>
/// <param name="Districts">Districts in the register that was imported.</param>
/// <param name="Changes">Counts for every table, under its name in CONTRACT.md and in that order.</param>
/// <param name="Held">The districts for which the guard held the import; when there is one, nothing at all was written.</param>
/// <param name="NewVersions">The version that each changed district got; empty when held or equal.</param>
public sealed record ImportOutcome(
    int Districts,
    IReadOnlyDictionary<string, TableChanges> Changes,
    IReadOnlyList<HeldDistrict> Held,
    IReadOnlyDictionary<DistrictCode, long> NewVersions)
{
    /// <summary>What was known besides and made the register other than what was imported.</summary>
    public IReadOnlyList<RegisterIssue> Warnings { get; init; } = [];

    /// <summary>Whether the guard held the import.</summary>
    public bool IsHeld => Held.Count > 0;
}

/// <summary>Rows of a table that came, went, or have the same key and other values.</summary>
public sealed record TableChanges(int Added, int Removed, int Changed);

/// <summary>Where a long import stands.</summary>
/// <param name="Done">Districts done in this stage.</param>
/// <param name="Total">Districts in this stage.</param>
public sealed record ImportProgress(ImportStage Stage, int Done, int Total);

/// <summary>The stages of an import.</summary>
public enum ImportStage
{
    /// <summary>Snapshots are written; nobody sees them yet.</summary>
    Writing,

    /// <summary>The import is decided; history is written and districts move to their new version.</summary>
    Finishing,
}
