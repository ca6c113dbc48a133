namespace Notify.Core.Register;

/// <summary>Something that is known besides what an import says, and that holds for every import.</summary>
public interface IRegisterAmendment
{
    /// <summary>Reads what is known now.</summary>
    /// <returns>What it makes of a whole register, purely; null: there is nothing to amend.</returns>
    Task<Func<RegisterContent, AmendedRegister>?> ReadAsync(CancellationToken ct);
}

/// <summary>A register with what was known besides.</summary>
/// <param name="Warnings">What differs from what the import says, and why.</param>
public sealed record AmendedRegister(RegisterContent Content, IReadOnlyList<RegisterIssue> Warnings);
