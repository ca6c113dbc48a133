namespace Notify.Core.Register;

/// <summary>Follows districts that have been merged to the one that has taken over in the end. See docs/adr/0010.</summary>
public sealed class Successors
{
    private readonly Dictionary<DistrictCode, DistrictCode?> _next;

    private Successors(IEnumerable<(DistrictCode Code, DistrictCode? Successor)> rows) =>
        _next = rows.DistinctBy(r => r.Code).ToDictionary(r => r.Code, r => r.Successor);

    /// <summary>Those that rows of the register name.</summary>
    public static Successors In(IEnumerable<District> districts) => new(districts.Select(d => (d.Code, d.Successor)));

    /// <summary>Whether the register has the district, merged or not.</summary>
    public bool Has(DistrictCode district) => _next.ContainsKey(district);

    /// <summary>
    /// The district that looks after what was the given one's: itself, as long as it has no successor. Null: it is not in the register, or
    /// its successor is not, or it would in the end be its own.
    /// </summary>
    public DistrictCode? Of(DistrictCode district)
    {
        var passed = new HashSet<DistrictCode>();
        for (var code = district; passed.Add(code) && _next.TryGetValue(code, out var next); code = next.Value)
        {
            if (next is null)
            {
                return code;
            }
        }

        return null;
    }

    /// <summary>The same, or the district itself where there is no answer: to read rows whose error is told elsewhere.</summary>
    public DistrictCode OrSame(DistrictCode district) => Of(district) ?? district;
}
