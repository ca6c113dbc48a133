namespace Notify.Core.Register;

/// <summary>
/// An import that is decided and not yet finished: its row is the commit point of all its districts. What is left to do follows
/// from it alone, so that whoever finds it can finish it, with the same outcome.
/// </summary>
internal sealed record RegisterIntent(string ImportId, DateTimeOffset At, string Source, IReadOnlyList<IntendedVersion> Districts);

/// <summary>A district's version in an intent; its chunks are already written.</summary>
internal sealed record IntendedVersion(DistrictCode District, long Version, int Chunks, string Hash, bool HasAssignments, bool Closed)
{
    /// <summary>The district that has taken over; null: none has.</summary>
    public DistrictCode? Successor { get; init; }

    /// <summary>Whose turn it is to take over what the watches know of the district; null: nobody's, or it has been done.</summary>
    public IntendedHeir? Heir { get; init; }
}

/// <summary>The district to which goes what the watches know.</summary>
/// <param name="Version">Its version once the import is done.</param>
internal sealed record IntendedHeir(DistrictCode District, long Version);

/// <summary>The row that changes with the commit of every import.</summary>
/// <param name="ImportId">The latest import.</param>
internal sealed record RegisterGeneration(string ImportId);
