using System.Globalization;
using Notify.Core.Agreements;
using Notify.Core.Register;
using Notify.Web.Layout;

namespace Notify.Web.Agreements;

/// <summary>How an agreement stands, as the list filters it.</summary>
public enum AgreementFilterState
{
    /// <summary>See <see cref="AgreementStage.Overdue"/>.</summary>
    Overdue,

    /// <summary>See <see cref="AgreementStage.Soon"/>.</summary>
    Soon,

    /// <summary>See <see cref="AgreementStage.UnderWay"/>.</summary>
    UnderWay,

    /// <summary>See <see cref="AgreementStage.InTime"/>.</summary>
    InTime,

    /// <summary>The register was given an older day than the answer.</summary>
    Conflict,

    /// <summary>See <see cref="AgreementStage.Ended"/>.</summary>
    Ended,
}

/// <summary>Which agreements a list shows, as its address says.</summary>
public sealed record AgreementFilter(DistrictCode? District, string Text, AgreementFilterState? State, int Page)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Reads the filter.</summary>
    public static AgreementFilter Read(QueryReader query) =>
        new(query.District("district"), query.Text("q"), query.Word<AgreementFilterState>("state"), query.Page("page"));

    /// <summary>Whether the agreement is shown: in the district that leads it, and in those that it binds.</summary>
    public bool Shows(AgreementRow row) =>
        (District is not { } district || row.District == district || row.Agreement.OtherDistricts.Contains(district))
        && (Text.Length == 0 || Has(row.Agreement.Title) || Has(row.Facts.Members[0].Name))
        && (State is not { } state || (state == AgreementFilterState.Conflict ? row.IsInConflict : state.ToString() == row.Stage.ToString()));

    /// <summary>The address of another page of the same list.</summary>
    public string Url(PageFrame frame, int page) => frame.Url(
        "/agreements",
        ("district", District?.ToString()), ("q", Text), ("state", State?.ToString().ToLowerInvariant()),
        ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    private bool Has(string value) => value.Contains(Text, StringComparison.OrdinalIgnoreCase);
}
