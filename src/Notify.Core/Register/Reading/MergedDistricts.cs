using Notify.Core.Register.Reading.Tables;

namespace Notify.Core.Register.Reading;

/// <summary>
/// Takes the rows of a district that names its successor as rows of that one, so that a city can name the successor first and mend its
/// other files later; and judges the successors that are named.
/// </summary>
internal sealed class MergedDistricts(RegisterDraft draft, IReadOnlyList<District> before, IssueLog log)
{
    private readonly Successors _successors = Successors.In(draft.Districts.Rows.Where(r => r.IsSound(DistrictTable.Code)).Select(r => r.Value));

    /// <summary>The draft in which no row names a merged district any more, except its own.</summary>
    public RegisterDraft Follow()
    {
        foreach (var row in draft.Districts.File is null ? [] : draft.Districts.Rows.Where(r => r.IsSound(DistrictTable.Code) && r.IsSound(DistrictTable.Successor)))
        {
            if (Problem(row.Value) is { } problem)
            {
                log.Error(draft.Districts.File!.File, row.Raw!.Line, draft.Districts.Spelling(DistrictTable.Successor), row.Value.Successor?.ToString() ?? string.Empty, problem);
            }
        }

        return draft.Districts.Rows.All(r => r.Value.Successor is null) ? draft : Followed();
    }

    private RegisterDraft Followed() => draft with
    {
        Schools = Each(draft.Schools, s => s with { Districts = [.. s.Districts.Select(Of).Distinct()] }),
        Contacts = Each(draft.Contacts, c => c with { District = Of(c.District) }),
        Assignments = MergedAssignments.Of(Each(draft.Assignments, a => a with { District = Of(a.District) }), draft.Assignments, log),
        Agreements = Each(draft.Agreements, a => Followed(a, Of(a.District))),
        SteeringGroups = Each(draft.SteeringGroups, g => g with { District = Of(g.District) }),
        Forums = Each(draft.Forums, f => f with { District = Of(f.District) }),
        FollowUps = Each(draft.FollowUps, f => f with { District = Of(f.District) }),
    };

    private Agreement Followed(Agreement agreement, DistrictCode district)
    {
        var others = agreement.OtherDistricts.Select(Of).ToList();
        return agreement with
        {
            District = district,
            OtherDistricts = others.SequenceEqual(agreement.OtherDistricts) && agreement.District == district ? agreement.OtherDistricts : [.. others.Where(d => d != district).Distinct()],
        };
    }

    private DistrictCode Of(DistrictCode district) => _successors.OrSame(district);

    private static TableRows<TRow> Each<TRow>(TableRows<TRow> table, Func<TRow, TRow> follow) =>
        new(table.Layout, [.. table.Rows.Select(r => r with { Value = follow(r.Value) })]) { File = table.File, Header = table.Header, IsComplete = table.IsComplete };

    private Bilingual? Problem(District row) =>
        Parted(row) is { } parted ? parted
        : row.Successor is not { } successor || _successors.Of(row.Code) is not null ? null
        : successor == row.Code ? new(
            "A district cannot take over from itself: give another district's code, or leave the cell empty.",
            "En stadsdel kan inte ta över efter sig själv: ange en annan stadsdels kod, eller lämna cellen tom.")
        : !_successors.Has(successor) ? Missing(successor)
        : _successors.Has(Last(successor)) ? Bilingual.Of(
            $"The districts would take over from one another in a circle: give the one that is left, and leave its own cell empty.",
            $"Stadsdelarna skulle ta över efter varandra i en ring: ange den som finns kvar, och lämna dess egen cell tom.")
        : null;

    private Bilingual? Missing(DistrictCode successor) => draft.Districts.IsComplete
        ? Bilingual.Of(
            $"There is no district {successor} in {draft.Districts.File!.File}: correct the code, or add the district that takes over.",
            $"I {draft.Districts.File!.File} finns inte stadsdelen {successor}: rätta koden, eller lägg till den stadsdel som tar över.")
        : null;

    /// <summary>What a merged district has told is kept by its successor: it can neither come back nor go to another.</summary>
    private Bilingual? Parted(District row)
    {
        var merged = before.FirstOrDefault(d => d.Code == row.Code)?.Successor;
        return merged is not { } heir || _successors.Of(heir) is not { } last || _successors.Of(row.Code) == last ? null : Mergers.Kept(row.Code, heir);
    }

    /// <summary>Where the chain of successors ends that comes to no district at work.</summary>
    private DistrictCode Last(DistrictCode district)
    {
        var passed = new HashSet<DistrictCode>();
        var code = district;
        while (passed.Add(code) && draft.Districts.Rows.FirstOrDefault(r => r.Value.Code == code).Value?.Successor is { } next)
        {
            code = next;
        }

        return code;
    }
}
