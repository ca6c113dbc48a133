namespace Notify.Core.Register.Reading;

/// <summary>
/// Understands the tables of a register and judges them by CONTRACT.md "Register files", all at once: every error has the file,
/// line, column and value, and says what to do. Pure.
/// </summary>
public static class RegisterReader
{
    /// <summary>Reads what a source holds; its own errors and warnings stand among those found here.</summary>
    /// <inheritdoc cref="Read(IReadOnlyList{RawTable}, RegisterContent)"/>
    public static RegisterReading Read(RawRegister raw, RegisterContent existing)
    {
        var reading = Read(raw.Tables, existing);
        return reading with
        {
            Errors = KnownTables.InOrder(raw.Errors.Concat(reading.Errors)),
            Warnings = KnownTables.InOrder(raw.Warnings.Concat(reading.Warnings)),
        };
    }

    /// <summary>Reads the tables.</summary>
    /// <param name="tables">Those that were found; one that is not among them leaves its part of the register as it was.</param>
    /// <param name="existing">What the register holds now; a null in it is an empty table.</param>
    /// <returns>
    /// The whole register as it would be, rows in the order of their keys, with errors and warnings in the order of files and lines.
    /// </returns>
    public static RegisterReading Read(IReadOnlyList<RawTable> tables, RegisterContent existing)
    {
        var log = new IssueLog();
        var draft = RegisterDraft.Read(new TableReader(tables, log), existing);
        draft = draft with { Forums = SteeringAudience.FillIn(draft.Forums, draft.SteeringGroups, log) };
        draft = new MergedDistricts(draft, existing.Districts ?? [], log).Follow();
        new CrossChecks(draft, log).Run();
        return new(draft.Content(), KnownTables.InOrder(log.Errors), KnownTables.InOrder(log.Warnings));
    }
}
