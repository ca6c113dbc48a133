using System.Globalization;
using Notify.Core.Materials;
using Notify.Core.Register;
using Notify.Web.Layout;

namespace Notify.Web.Materials;

/// <summary>Which recipients a list shows, as its address says.</summary>
/// <param name="Path">The page of the list.</param>
/// <param name="Material">The id of a material; empty: all.</param>
public sealed record MaterialFilter(string Path, DistrictCode? District, string Text, string Material, CoverageState? State, int Page)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Reads the filter.</summary>
    public static MaterialFilter Read(QueryReader query, string path) =>
        new(path, query.District("district"), query.Text("q"), query.Text("material"), query.Word<CoverageState>("state"), query.Page("page"));

    /// <summary>Whether the row is shown.</summary>
    public bool Shows(CoverageRow row) =>
        (District is not { } district || row.District.Code == district)
        && (Text.Length == 0 || row.Reader.Name.Contains(Text, StringComparison.OrdinalIgnoreCase))
        && (Material.Length == 0 || row.Material.Id == Material)
        && (State is not { } state || row.State == state);

    /// <summary>The address of another page of the same list.</summary>
    public string Url(PageFrame frame, int page) => frame.Url(
        Path,
        ("district", District?.ToString()), ("q", Text), ("material", Material), ("state", State?.ToString().ToLowerInvariant()),
        ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));
}
