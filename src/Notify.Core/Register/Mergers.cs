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

    /// <summary>Why the new register cannot follow the present one: it would part a merged district from its successor again. Null: it can.</summary>
    public static Bilingual? WhyNot(RegisterContent present, RegisterContent whole)
    {
        var after = Successors.In(RegisterDivision.Rows(whole.Districts));
        var parted = (present.Districts ?? []).FirstOrDefault(d => d.Successor is { } heir && after.Has(d.Code) && after.Of(heir) is { } last && after.Of(d.Code) != last);
        return parted is null ? null : Kept(parted.Code, parted.Successor!.Value);
    }

    /// <summary>Why a district cannot go back to a version: it has taken over from another since, whose schools would be lost. Null: it can.</summary>
    internal static Bilingual? WhyNotBack(PresentRegister present, DistrictCode district, KeptVersion version)
    {
        var successors = Successors.In(present.Content.Districts!);
        var since = present.Districts.Values.FirstOrDefault(d => d.Pointer.Successor is not null
            && successors.Of(d.Snapshot.District.Code) == district
            && d.Pointer.Kept.Reverse().TakeWhile(k => k.Closed).Last().At > version.At);
        return since is null ? null : Bilingual.Of(
            $"{district} has taken over from {since.Snapshot.District.Code} since that version, whose schools would be lost. Import a corrected file instead.",
            $"{district} har efter den versionen tagit över {since.Snapshot.District.Code}, vars skolor skulle försvinna. Importera en rättad fil i stället.");
    }

    /// <summary>Why a merged district can neither come back nor go to another.</summary>
    public static Bilingual Kept(DistrictCode merged, DistrictCode heir) => Bilingual.Of(
        $"{merged} has been merged into {heir}, which now keeps what its schools have been told and answered: that cannot be parted again. Write {heir} as the successor, or take the row out; a district that is to begin anew needs a code of its own.",
        $"{merged} har gått upp i {heir}, som nu har kvar vad skolorna har fått veta och svarat: det går inte att dela upp igen. Skriv {heir} som efterträdare, eller ta bort raden; en stadsdel som ska börja om behöver en egen kod.");
}

/// <summary>That an import would part a merged district from its successor again; nothing was written.</summary>
/// <param name="text">Why, and what can be done.</param>
public sealed class MergedDistrictException(Bilingual text) : InvalidOperationException(text.English)
{
    /// <summary>Why, and what can be done.</summary>
    public Bilingual Text => text;
}
