namespace Notify.Core.Register;

/// <summary>
/// An import that is decided and not yet finished: its row is the commit point of all its districts. What is left to do follows
/// from it alone, so that whoever finds it can finish it, with the same outcome.
/// </summary>
internal sealed record RegisterIntent(string ImportId, DateTimeOffset At, string Source, IReadOnlyList<IntendedVersion> Districts);

/// <summary>A district's version in an intent; its chunks are already written.</summary>
internal sealed record IntendedVersion(DistrictCode District, long Version, int Chunks, string Hash, bool HasAssignments, bool Closed);

/// <summary>The row that changes with the commit of every import.</summary>
/// <param name="ImportId">The latest import.</param>
internal sealed record RegisterGeneration(string ImportId);
