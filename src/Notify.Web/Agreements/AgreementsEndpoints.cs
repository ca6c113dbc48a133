using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Agreements;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Agreements;

/// <summary>The list of agreements with its timeline, and a page per agreement.</summary>
public static class AgreementsEndpoints
{
    /// <summary>Maps <c>/agreements</c> and <c>/agreements/{district}/{key}</c>.</summary>
    public static void MapAgreements(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/agreements", Pages.Looking, ListAsync);
        routes.MapMethods("/agreements.csv", Pages.Looking, ListAsync);
        routes.MapMethods("/agreements/{district}/{key}", Pages.Looking, AgreementAsync);
    }

    /// <summary>Where the page of an agreement is. Ids are the register's, and may hold anything; so the address has a hash.</summary>
    public static string PathOf(AgreementRow row) => PathOf(row.District, row.Agreement.Id);

    /// <inheritdoc cref="PathOf(AgreementRow)"/>
    public static string PathOf(DistrictCode district, string id) => $"/agreements/{district}/{RecordKey.Hash(id)}";

    private static async Task<IResult> ListAsync(HttpContext http, DistrictList districts, AgreementsReader agreements, CancellationToken ct)
    {
        var query = new QueryReader(http.Request.Query);
        var filter = AgreementFilter.Read(query);
        if (!query.IsValid)
        {
            return MessagePages.BadRequest(http);
        }

        // An agreement that binds the district may be led by another.
        var choice = await districts.ChooseAsync(http.PortalUser(), filter.District, ct);
        var read = choice.All.Count <= DistrictList.MostAtOnce ? choice.All.Select(d => d.Code) : choice.Shown;
        var rows = new List<AgreementRow>();
        foreach (var district in read)
        {
            rows.AddRange((await agreements.ReadAsync(district, ct))?.Rows.Where(filter.Shows) ?? []);
        }

        rows = [.. rows.OrderBy(r => r.Stage == AgreementStage.Ended).ThenBy(r => r.OverdueDays == 0).ThenBy(r => r.Standing.Counts).ThenBy(r => r.Agreement.Title, DistrictList.ByName)];
        return http.IsForCsv() ? Csv(PageFrame.Of(http, isPortal: true), rows, choice) : Pages.Show<AgreementsPage>(
            StatusCodes.Status200OK,
            ("Frame", PageFrame.Of(http, isPortal: true)),
            ("Filter", filter),
            ("Choice", choice),
            ("Rows", rows),
            ("Today", agreements.Today));
    }

    private static CsvFile Csv(PageFrame frame, IEnumerable<AgreementRow> rows, DistrictChoice choice)
    {
        var names = choice.All.ToDictionary(d => d.Code, d => d.Name);
        return new(
            "agreements",
            [frame.T.District, frame.T.Agreement, frame.T.SteeringGroup, frame.T.RevisionDay, frame.T.State, frame.T.DaysOverdue],
            rows.Select(r => (IReadOnlyList<string>)
            [
                names.GetValueOrDefault(r.District, r.District.ToString()), r.Agreement.Title, r.Facts.Members[0].Name,
                r.Stage == AgreementStage.Ended ? "" : Moments.Show(r.Standing.Counts), frame.T.StageName(r.Stage), r.OverdueDays.ToString(CultureInfo.InvariantCulture),
            ]));
    }

    private static async Task<IResult> AgreementAsync(
        string district, string key, HttpContext http, AgreementsReader agreements, RegisterHistory history, NotificationReader notifications, CancellationToken ct)
    {
        if (!DistrictCode.TryParse(district, out var code) || await agreements.ReadAsync(code, ct) is not { } read
            || read.Rows.FirstOrDefault(r => RecordKey.Hash(r.Agreement.Id) == key) is not { } row)
        {
            return MessagePages.NotFound(http, isPortal: true);
        }

        return Pages.Show<AgreementPage>(
            StatusCodes.Status200OK,
            ("Frame", PageFrame.Of(http, isPortal: true)),
            ("District", read.District),
            ("Row", row),
            ("Annexes", read.Rows.Where(r => r.Agreement.PartOf == row.Agreement.Id).ToList()),
            ("Mails", await MailsAsync(row, notifications, ct)),
            ("Changes", await history.ChangesOfAsync(row.Agreement.District, row.Agreement.Id, ct)),
            ("Today", agreements.Today));
    }

    /// <summary>The mails about this agreement alone, and those that list it among others; newest first.</summary>
    private static async Task<IReadOnlyList<Notification>> MailsAsync(AgreementRow row, NotificationReader notifications, CancellationToken ct)
    {
        var mails = new List<Notification>();
        foreach (var subject in (await notifications.LineOfAsync(row.District, ct)).Select(AgreementsKeys.Subject).Prepend(AgreementsKeys.Subject(row.Agreement.Id)))
        {
            await foreach (var mail in notifications.OnSubjectAsync(row.District, subject, ct))
            {
                if (AgreementsKeys.AgreementIn(subject) is not null || Lists(mail, row.Agreement.Id))
                {
                    mails.Add(mail);
                }
            }
        }

        return [.. mails.OrderByDescending(m => m.CreatedAt)];
    }

    private static bool Lists(Notification mail, string agreement) =>
        mail.Values.TryGetProperty("agreements", out var items) && items.EnumerateArray().Any(i => i.GetProperty("id").GetString() == agreement);
}
