using System.Globalization;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Time;
using Notify.Web.Layout;

namespace Notify.Web.Notifications;

/// <summary>Which mails a list shows, as its address says.</summary>
/// <param name="From">Planned on that day in Stockholm or later.</param>
/// <param name="Until">Planned on that day or earlier.</param>
public sealed record NotificationFilter(DistrictCode? District, string Kind, NotificationState? State, string Text, DateOnly? From, DateOnly? Until, int Page)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Reads the filter.</summary>
    public static NotificationFilter Read(QueryReader query) => new(
        query.District("district"), query.Text("kind"), query.Word<NotificationState>("state"), query.Text("q"), query.Day("from"), query.Day("until"), query.Page("page"));

    /// <summary>Whether the mail, and every older one, was planned before what is looked for.</summary>
    public bool IsBefore(NotificationBrief mail) => From is { } from && StockholmTime.DateOf(mail.CreatedAt) < from;

    /// <summary>Whether the mail is shown.</summary>
    /// <param name="about">The name of what it is about.</param>
    public bool Shows(NotificationBrief mail, string about) =>
        (Kind.Length == 0 || mail.Kind == Kind) && (State is null || mail.State == State) && !IsBefore(mail)
        && (Until is null || StockholmTime.DateOf(mail.CreatedAt) <= Until)
        && (Text.Length == 0 || Has(about) || Has(mail.Id.ToString()) || Has(mail.Subject) || mail.Recipients.Any(r => Has(r.Address.ToString())));

    /// <summary>The address of another page of the same list.</summary>
    public string Url(PageFrame frame, int page) => frame.Url(
        "/notifications",
        ("district", District?.ToString()), ("kind", Kind), ("state", State?.ToString().ToLowerInvariant()), ("q", Text),
        ("from", From is { } from ? Moments.Show(from) : null), ("until", Until is { } until ? Moments.Show(until) : null),
        ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    private bool Has(string value) => value.Contains(Text, StringComparison.OrdinalIgnoreCase);
}
