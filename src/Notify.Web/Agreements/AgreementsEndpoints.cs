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

        var all = (await districts.ReadAsync(http.PortalUser(), ct)).Select(d => d.District).ToList();
        var rows = new List<AgreementRow>();
        foreach (var district in all)
        {
            rows.AddRange((await agreements.ReadAsync(district.Code, ct))?.Rows.Where(filter.Shows) ?? []);
        }

        return Pages.Show<AgreementsPage>(
            StatusCodes.Status200OK,
            ("Frame", PageFrame.Of(http, isPortal: true)),
            ("Filter", filter),
            ("Districts", all),
            ("Rows", rows.OrderBy(r => r.Stage == AgreementStage.Ended).ThenBy(r => r.OverdueDays == 0).ThenBy(r => r.Standing.Counts).ThenBy(r => r.Agreement.Title, DistrictList.ByName).ToList()),
            ("Today", agreements.Today));
    }

    private static async Task<IResult> AgreementAsync(
        string district, string key, HttpContext http, AgreementsReader agreements, NotificationReader notifications, CancellationToken ct)
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
            ("Today", agreements.Today));
    }

    /// <summary>The mails about this agreement alone, and those that list it among others; newest first.</summary>
    private static async Task<IReadOnlyList<Notification>> MailsAsync(AgreementRow row, NotificationReader notifications, CancellationToken ct)
    {
        var mails = new List<Notification>();
        foreach (var subject in new[] { AgreementsKeys.Subject(row.Agreement.Id), AgreementsKeys.Subject(row.District) })
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
