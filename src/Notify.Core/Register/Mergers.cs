namespace Notify.Core.Register;

/// <summary>What merged districts mean to an import. See docs/adr/0010.</summary>
public static class Mergers
{
    /// <summary>
    /// The new register with the rows of merged districts that it leaves out, as long as their successor is in it: a city may take the row
    /// out of its file, and links that the district sent still lead to the successor.
    /// </summary>
    public static RegisterContent Keep(RegisterContent present, RegisterContent whole)
    {
        var (before, after) = (present.Districts ?? [], RegisterDivision.Rows(whole.Districts));
        var named = Successors.In(after);
        var kept = before.Where(d => d.Successor is not null && !named.Has(d.Code)).ToList();
        var known = Successors.In(after.Concat(kept));
        kept = [.. kept.Where(d => known.Of(d.Code) is not null)];
        return kept.Count == 0 ? whole : whole with { Districts = [.. after, .. kept] };
    }

    /// <summary>The merged districts that the new register would part from their successor again, which cannot be done.</summary>
    public static IReadOnlyList<District> Parted(RegisterContent present, RegisterContent whole)
    {
        var after = Successors.In(RegisterDivision.Rows(whole.Districts));
        return [.. (present.Districts ?? []).Where(d => d.Successor is { } heir && after.Has(d.Code) && after.Of(heir) is { } last && after.Of(d.Code) != last)];
    }

    /// <summary>Why a merged district can neither come back nor go to another.</summary>
    public static Bilingual Kept(DistrictCode merged, DistrictCode heir) => Bilingual.Of(
        $"{merged} has been merged into {heir}, which now keeps what its schools have been told and answered: that cannot be parted again. Write {heir} as the successor, or take the row out; a district that is to begin anew needs a code of its own.",
        $"{merged} har gått upp i {heir}, som nu har kvar vad skolorna har fått veta och svarat: det går inte att dela upp igen. Skriv {heir} som efterträdare, eller ta bort raden; en stadsdel som ska börja om behöver en egen kod.");
}

/// <summary>That a register would part a merged district from its successor again; nothing was written.</summary>
public sealed class MergedDistrictException(District merged) : InvalidOperationException(Mergers.Kept(merged.Code, merged.Successor!.Value).English)
{
    /// <summary>Why, and what can be done.</summary>
    public Bilingual Text { get; } = Mergers.Kept(merged.Code, merged.Successor!.Value);
}
