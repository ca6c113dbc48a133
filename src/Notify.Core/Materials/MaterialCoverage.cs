using Notify.Core.Register;

namespace Notify.Core.Materials;

/// <summary>How one recipient stands to the present version of one material.</summary>
/// <param name="Told">In every way it was told, the earliest first.</param>
/// <param name="ConfirmedAt">When it confirmed; null: not yet.</param>
/// <param name="IsWaiting">Whether a mail about it is on its way.</param>
public sealed record CoverageRow(
    District District, Material Material, MaterialReader Reader, IReadOnlyList<ToldVersion> Told, DateTimeOffset? ConfirmedAt, DateTimeOffset? RemindedAt, bool IsWaiting)
{
    /// <summary>How it stands, in one word.</summary>
    public CoverageState State => ConfirmedAt is not null ? CoverageState.Confirmed
        : Told.Count == 0 ? CoverageState.Untold
        : Told.Any(t => t.By is not (ToldChannel.Mail or ToldChannel.Baseline)) ? CoverageState.ToldOtherwise
        : Told.Any(t => t.By == ToldChannel.Mail) ? CoverageState.Told : CoverageState.Baseline;
}

/// <summary>How a recipient stands to a version; the later, the more is left to do.</summary>
public enum CoverageState
{
    /// <summary>It has said that it knows.</summary>
    Confirmed,

    /// <summary>Taken as known.</summary>
    Baseline,

    /// <summary>It was told at a meeting or such.</summary>
    ToldOtherwise,

    /// <summary>It was told by mail and has not confirmed.</summary>
    Told,

    /// <summary>It has not been told.</summary>
    Untold,
}

/// <summary>The proof that support material reaches those it is for.</summary>
/// <param name="Audience">Pairs of a present version and somebody whom it is for.</param>
/// <param name="Told">Those in which it was told, in whatever way, or confirmed.</param>
/// <param name="Confirmed">Those in which it was confirmed.</param>
public sealed record MaterialsProof(int Audience, int Told, int Confirmed)
{
    /// <summary>Confirmed of the audience, 0 to 1; null without an audience.</summary>
    public double? Share => Audience == 0 ? null : (double)Confirmed / Audience;

    /// <summary>The proof over rows.</summary>
    public static MaterialsProof Of(IEnumerable<CoverageRow> rows)
    {
        var all = rows.ToList();
        return new(all.Count, all.Count(r => r.State != CoverageState.Untold), all.Count(r => r.State == CoverageState.Confirmed));
    }
}

/// <summary>A line of a breakdown.</summary>
/// <param name="By"><c>city</c>, <c>district</c>, <c>role</c>, <c>provider</c> or <c>material</c>.</param>
/// <param name="Key">The district's code, the role, the provider or the material's id; empty for the city.</param>
public sealed record CoverageLine(string By, string Key, string Name, MaterialsProof Proof);

/// <summary>Who knows the present versions of support material, counted. Pure functions.</summary>
public static class MaterialCoverage
{
    /// <summary>The rows of a district: each of its readers with each version that is for it.</summary>
    public static IReadOnlyList<CoverageRow> Of(District district, MaterialFacts facts, IEnumerable<RecipientState> states)
    {
        var known = states.ToDictionary(s => s.Recipient, StringComparer.Ordinal);
        return
        [
            .. from reader in facts.Readers
               from material in facts.For(reader)
               select Row(district, material, reader, known.GetValueOrDefault(reader.Recipient) ?? RecipientState.New(reader.Recipient, null)),
        ];
    }

    /// <summary>Every breakdown: the city first, then by district, role, provider and material.</summary>
    public static IReadOnlyList<CoverageLine> Breakdowns(IReadOnlyList<CoverageRow> rows) =>
    [
        new("city", "", "", MaterialsProof.Of(rows)),
        .. Lines(rows, "district", r => (r.District.Code.ToString(), r.District.Name)),
        .. Lines(rows, "role", r => (Word(r.Reader.Role), "")),
        .. Lines(rows.Where(r => r.Reader.Provider is not null), "provider", r => (Word(r.Reader.Provider!.Value), "")),
        .. Lines(rows, "material", r => (r.Material.Id, $"{r.Material.Title}, {r.Material.Version}")),
    ];

    private static IEnumerable<CoverageLine> Lines(IEnumerable<CoverageRow> rows, string by, Func<CoverageRow, (string Key, string Name)> key) =>
        rows.GroupBy(key).OrderBy(g => g.Key.Key, StringComparer.Ordinal).Select(g => new CoverageLine(by, g.Key.Key, g.Key.Name, MaterialsProof.Of(g)));

    private static CoverageRow Row(District district, Material material, MaterialReader reader, RecipientState state)
    {
        var version = VersionName.Of(material);
        return new(
            district,
            material,
            reader,
            [.. state.Told.Where(t => t.Version == version).OrderBy(t => t.At).ThenBy(t => t.By)],
            state.Confirmed.FirstOrDefault(c => c.Version == version)?.At,
            state.Reminded.FirstOrDefault(r => r.Version == version)?.At,
            new[] { state.News, state.Reminder }.Any(s => s?.Items.Any(i => i.Version == version) == true));
    }

    private static string Word<T>(T term)
        where T : struct, Enum => term.ToString().ToLowerInvariant();
}
