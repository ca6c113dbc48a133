using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.FollowUps;
using Notify.Core.FollowUps.Results;
using Notify.Core.Notifications;
using Notify.Core.Overview;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.FollowUps;

/// <summary>How districts follow up, a page per round, and a page per term of the whole city.</summary>
public static class FollowUpsEndpoints
{
    /// <summary>Mails that a page lists.</summary>
    private const int MostMails = 50;

    /// <summary>Maps <c>/followups</c> and the pages under it.</summary>
    public static void MapFollowUps(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/followups", Pages.Looking, ListAsync);
        routes.MapMethods("/followups.csv", Pages.Looking, ListAsync);
        routes.MapMethods("/followups/{district}/{key}", Pages.Looking, RoundAsync);
        routes.MapMethods("/followups/city/{term}/{key}", Pages.Looking, CityAsync).RequireWholeCity();
    }

    /// <summary>Where the page of a round is. Ids are the register's, and may hold anything; so the address has a hash.</summary>
    public static string PathOf(RoundRow row) => $"/followups/{row.District.Code}/{RecordKey.Hash(row.Round.Id)}";

    /// <summary>Where the page of a term is.</summary>
    public static string PathOf(CityFigures city) => $"/followups/city/{city.Term}/{RecordKey.Hash(city.Questionnaire)}";

    private static async Task<IResult> ListAsync(HttpContext http, DistrictList districts, FollowUpsReader reader, CancellationToken ct)
    {
        var query = new QueryReader(http.Request.Query);
        var (district, status) = (query.District("district"), query.Word<FollowUpStatus>("state"));
        if (!query.IsValid)
        {
            return MessagePages.BadRequest(http);
        }

        var choice = await districts.ChooseAsync(http.PortalUser(), district, ct);
        var shown = (await ReadAsync(choice.Shown, reader, ct)).Where(d => status is null || d.Status == status).ToList();
        var closed = choice.All.SelectMany(d => d.ClosedRounds.Where(r => r.Result is not null).Select(r => new ClosedRound(d.Code, r, r.Result!))).ToList();
        var frame = PageFrame.Of(http, isPortal: true);
        return http.IsForCsv() ? Csv(frame, shown) : Pages.Show<FollowUpsPage>(
            StatusCodes.Status200OK,
            ("Frame", frame),
            ("Choice", choice),
            ("Proof", CityGlance.Of(choice.All).FollowUps),
            ("Cities", http.PortalUser().Reads.IsAll ? CityFigures.Of(closed) : []),
            ("District", district),
            ("Status", status),
            ("Shown", shown));
    }

    private static CsvFile Csv(PageFrame frame, IEnumerable<DistrictFollowUps> districts) => new(
        "followups",
        [frame.T.District, frame.T.State, frame.T.RoundsTitle, frame.T.Opens, frame.T.Closes, frame.T.AskedCount, frame.T.AnsweredCount, frame.T.Index],
        districts.SelectMany(d => d.Rows.Select(r => (IReadOnlyList<string>)
        [
            d.District.Name, frame.T.FollowUpStatusName(d.Status), r.Round.Title, Moments.Show(r.Round.Opens), Moments.Show(r.Round.Closes),
            Count(r.Asked), Count(r.Answered), r.Figures?.Index is { } index ? FigureText.Of(index, frame.T.Language) : "",
        ])));

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static async Task<IResult> RoundAsync(
        string district, string key, HttpContext http, FollowUpsReader reader, NotificationReader notifications, CancellationToken ct)
    {
        if (!DistrictCode.TryParse(district, out var code) || await reader.ReadAsync(code, ct) is not { } read
            || read.Rows.FirstOrDefault(r => RecordKey.Hash(r.Round.Id) == key) is not { } row)
        {
            return MessagePages.NotFound(http, isPortal: true);
        }

        return Pages.Show<RoundPage>(
            StatusCodes.Status200OK,
            ("Frame", PageFrame.Of(http, isPortal: true)),
            ("Row", row),
            ("Mails", await MailsAsync(row, notifications, ct)));
    }

    private static async Task<IResult> CityAsync(string term, string key, HttpContext http, DistrictList districts, FollowUpsReader reader, CancellationToken ct)
    {
        var reports = SchoolTerm.TryParse(term, out var wanted) ? CityReport.Of(await ReadAsync((await districts.GlancesAsync(http.PortalUser(), ct)).Select(g => g.Glance.Code), reader, ct)) : [];
        return reports.FirstOrDefault(r => r.City.Term == wanted && RecordKey.Hash(r.City.Questionnaire) == key) is { } report
            ? Pages.Show<CityPage>(StatusCodes.Status200OK, ("Frame", PageFrame.Of(http, isPortal: true)), ("Report", report))
            : MessagePages.NotFound(http, isPortal: true);
    }

    private static async Task<IReadOnlyList<DistrictFollowUps>> ReadAsync(IEnumerable<DistrictCode> districts, FollowUpsReader reader, CancellationToken ct)
    {
        var read = new List<DistrictFollowUps>();
        foreach (var district in districts)
        {
            read.AddRange(await reader.ReadAsync(district, ct) is { } found ? [found] : []);
        }

        return read;
    }

    private static async Task<IReadOnlyList<Notification>> MailsAsync(RoundRow row, NotificationReader notifications, CancellationToken ct)
    {
        var mails = new List<Notification>();
        await foreach (var mail in notifications.OnSubjectAsync(row.District.Code, FollowUpsKeys.Subject(row.Round.Id), ct))
        {
            mails.Add(mail);
        }

        return [.. mails.OrderByDescending(m => m.CreatedAt).Take(MostMails)];
    }
}
