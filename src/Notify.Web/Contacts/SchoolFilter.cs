using Notify.Core.Contacts;
using Notify.Core.Register;
using Notify.Web.Layout;

namespace Notify.Web.Contacts;

/// <summary>How far a school has come, as the list filters it.</summary>
public enum SchoolFilterState
{
    /// <summary>It has not been told its present contact.</summary>
    Untold,

    /// <summary>It has been told, and has not confirmed.</summary>
    Unconfirmed,

    /// <summary>It has confirmed.</summary>
    Confirmed,

    /// <summary>The register has no contact for it.</summary>
    Vacant,

    /// <summary>Something is to be looked over.</summary>
    Flagged,
}

/// <summary>Which schools a list shows, as its address says.</summary>
public sealed record SchoolFilter(DistrictCode? District, string Text, SchoolFilterState? State, int Page)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Reads the filter.</summary>
    public static SchoolFilter Read(QueryReader query) =>
        new(query.District("district"), query.Text("q"), query.Word<SchoolFilterState>("state"), query.Page("page"));

    /// <summary>Whether the school is shown.</summary>
    public bool Shows(SchoolRow row) =>
        (District is null || row.District == District) && ShowsText(row) && (State is null || Is(row, State.Value));

    /// <summary>Whether the register of a district has a school or a contact with the words that are looked for.</summary>
    public bool Finds(DistrictSnapshot snapshot) =>
        snapshot.Schools.Any(s => Has(s.Name) || Has(s.Code.ToString())) || snapshot.Contacts.Any(c => Has(c.Name) || Has(c.Email.ToString()));

    /// <summary>The one state of a school that says most.</summary>
    public static SchoolFilterState StateOf(SchoolRow row) => true switch
    {
        _ when Is(row, SchoolFilterState.Vacant) => SchoolFilterState.Vacant,
        _ when !row.IsTold => SchoolFilterState.Untold,
        _ when !row.IsConfirmed => SchoolFilterState.Unconfirmed,
        _ => SchoolFilterState.Confirmed,
    };

    /// <summary>The address of another page of the same list.</summary>
    public string Url(PageFrame frame, int page) => frame.Url(
        "/contacts",
        ("district", District?.ToString()), ("q", Text), ("state", State?.ToString().ToLowerInvariant()),
        ("page", page == 1 ? null : page.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private bool ShowsText(SchoolRow row) =>
        Text.Length == 0 || Has(row.School.Name) || Has(row.School.Code.ToString()) || row.Present.Any(h => Has(h.Name) || Has(h.Email.ToString()));

    private bool Has(string value) => value.Contains(Text, StringComparison.OrdinalIgnoreCase);

    private static bool Is(SchoolRow row, SchoolFilterState state) => state switch
    {
        SchoolFilterState.Untold => !row.IsTold,
        SchoolFilterState.Unconfirmed => row.IsTold && !row.IsConfirmed,
        SchoolFilterState.Confirmed => row.IsConfirmed,
        SchoolFilterState.Vacant => row.Flags.Any(f => f.Kind == ContactFlagKind.NoContact),
        _ => row.Flags.Count > 0,
    };
}
