using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Forums;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Forums;

/// <summary>The list of forums with who takes part, and a page per forum on which attendance is recorded.</summary>
public static class ForumsEndpoints
{
    /// <summary>A tick and a number for every school of a large municipality.</summary>
    private const int MostFields = 8_000;

    /// <summary>Maps <c>/forums</c> and <c>/forums/{district}/{key}</c>.</summary>
    public static void MapForums(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/forums", Pages.Looking, ListAsync);
        routes.MapMethods("/forums.csv", Pages.Looking, ListAsync);
        routes.MapMethods("/forums/{district}/{key}", Pages.Looking, ForumAsync);
        routes.MapPost("/forums/{district}/{key}", AttendAsync).RequireForm(MostFields).Audited("forum.attend");
    }

    /// <summary>Where the page of a forum is. Ids are the register's, and may hold anything; so the address has a hash.</summary>
    public static string PathOf(DistrictCode district, string id) => $"/forums/{district}/{RecordKey.Hash(id)}";

    private static async Task<IResult> ListAsync(HttpContext http, DistrictList districts, ForumsReader forums, TimeProvider clock, CancellationToken ct)
    {
        var query = new QueryReader(http.Request.Query);
        var filter = ForumFilter.Read(query);
        if (!query.IsValid || !filter.HasTerm)
        {
            return MessagePages.BadRequest(http);
        }

        var choice = await districts.ChooseAsync(http.PortalUser(), filter.District, ct);
        var read = new List<DistrictForums>();
        foreach (var district in choice.Shown)
        {
            read.AddRange(await forums.ReadAsync(district, ct) is { } found ? [found] : []);
        }

        return http.IsForCsv() ? Csv(PageFrame.Of(http, isPortal: true), filter.Sorted(read.SelectMany(d => d.Forums), clock.GetUtcNow()), choice, clock.GetUtcNow()) : Pages.Show<ForumsPage>(
            StatusCodes.Status200OK,
            ("Frame", PageFrame.Of(http, isPortal: true)),
            ("Filter", filter),
            ("Choice", choice),
            ("Forums", read.SelectMany(d => d.Forums).ToList()),
            ("Missing", read.SelectMany(d => d.Missing.Select(m => (d.Register.District.Name, Missing: m))).ToList()),
            ("Now", clock.GetUtcNow()));
    }

    private static CsvFile Csv(PageFrame frame, IEnumerable<ForumRecord> rows, DistrictChoice choice, DateTimeOffset now)
    {
        var names = choice.All.ToDictionary(d => d.Code, d => d.Name);
        return new(
            "forums",
            [frame.T.District, frame.T.Forum, frame.T.ForumKindWord, frame.T.Starts, frame.T.Place, frame.T.Invited, frame.T.Yes, frame.T.No, frame.T.Came, frame.T.State],
            rows.Select(r => (IReadOnlyList<string>)
            [
                names.GetValueOrDefault(r.District, r.District.ToString()), r.Forum.Title, frame.T.ForumKindName(r.Forum.Kind), Moments.Show(r.Forum.Meeting.Starts), r.Forum.Meeting.Place ?? "",
                Count(r, r.IsInvited), Count(r, i => i.Answer?.Reply == ForumReply.Yes), Count(r, i => i.Answer?.Reply == ForumReply.No),
                Count(r, i => i.Attendance is { Attended: true }), frame.T.ForumStageName(ForumFilter.StageOf(r, now)),
            ]));

        static string Count(ForumRecord record, Func<InviteeState, bool> which) => record.Invitees.Count(which).ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<IResult> ForumAsync(
        string district, string key, HttpContext http, ForumsReader forums, NotificationReader notifications, TimeProvider clock, CancellationToken ct) =>
        await FindAsync(district, key, forums, ct) is var (read, record)
            ? await PageAsync(http, read, record, http.Request.Query["done"].ToString() == "recorded" ? AttendanceNotice.Recorded : AttendanceNotice.None, notifications, clock, ct)
            : MessagePages.NotFound(http, isPortal: true);

    private static async Task<IResult> AttendAsync(
        string district, string key, HttpContext http, ForumsReader forums, ForumAttendance attendance, IJobWaker waker,
        NotificationReader notifications, TimeProvider clock, CancellationToken ct)
    {
        if (await FindAsync(district, key, forums, ct) is not var (read, record))
        {
            return MessagePages.NotFound(http, isPortal: true);
        }

        if (AttendanceForm.Read(http.Request.Form, record, read.Register) is not { } visits)
        {
            return await PageAsync(http, read, record, AttendanceNotice.Refused, notifications, clock, ct);
        }

        var outcome = await attendance.RecordAsync(record.District, record.Forum.Id, visits, http.PortalUser().Name, ct);
        if (outcome != AttendanceOutcome.Recorded)
        {
            return await PageAsync(http, read, record, AttendanceNotice.Closed, notifications, clock, ct);
        }

        waker.Wake(ForumsKeys.Watch, record.District);
        return new SeeOther(PageFrame.Of(http, isPortal: true).Url(PathOf(record.District, record.Forum.Id), ("done", "recorded")));
    }

    private static async Task<(DistrictForums Read, ForumRecord Record)?> FindAsync(string district, string key, ForumsReader forums, CancellationToken ct) =>
        DistrictCode.TryParse(district, out var code) && await forums.ReadAsync(code, ct) is { } read
        && read.Forums.FirstOrDefault(f => RecordKey.Hash(f.Forum.Id) == key) is { } record
            ? (read, record)
            : null;

    private static async Task<IResult> PageAsync(
        HttpContext http, DistrictForums read, ForumRecord record, AttendanceNotice notice, NotificationReader notifications, TimeProvider clock, CancellationToken ct)
    {
        var mails = new List<Notification>();
        await foreach (var mail in notifications.OnSubjectAsync(record.District, ForumsKeys.Subject(record.Forum.Id), ct))
        {
            mails.Add(mail);
        }

        var frame = PageFrame.Of(http, isPortal: true);
        return Pages.Show<ForumPage>(
            StatusOf(notice),
            ("Frame", frame with { Query = [] }),
            ("District", read.Register),
            ("Record", record),
            ("Mails", mails.OrderByDescending(m => m.CreatedAt).ToList()),
            ("Notice", notice),
            ("Now", clock.GetUtcNow()));
    }

    private static int StatusOf(AttendanceNotice notice) => notice switch
    {
        AttendanceNotice.Refused => StatusCodes.Status400BadRequest,
        AttendanceNotice.Closed => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status200OK,
    };
}
