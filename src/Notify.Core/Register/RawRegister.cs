namespace Notify.Core.Register;

/// <summary>What a source of the register holds, before anything is understood of it.</summary>
/// <param name="Tables">The known tables that were found; one that could not be read to its end is marked so.</param>
/// <param name="Errors">What kept a file, or a part of it, from being read.</param>
/// <param name="Warnings">What was passed over.</param>
public sealed record RawRegister(IReadOnlyList<RawTable> Tables, IReadOnlyList<RegisterIssue> Errors, IReadOnlyList<RegisterIssue> Warnings);
