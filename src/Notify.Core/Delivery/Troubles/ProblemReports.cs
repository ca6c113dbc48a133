using System.Text.Json;
using Microsoft.Extensions.Logging;
using Notify.Core.Contacts;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Templates;
using Notify.Core.Time;

namespace Notify.Core.Delivery.Troubles;

/// <summary>Tells the coordinator whom a mail did not reach: what there is to tell at once is one mail (CONTRACT.md, <c>delivery-problem</c>).</summary>
public sealed partial class ProblemReports(
    IRecordStore store, RegisterStore register, NotificationFactory factory, IMailRenderer renderer, WorkingCalendar calendar, TimeProvider clock,
    ILogger<ProblemReports> logger)
{
    /// <summary>The most that one mail lists; the rest comes with the next.</summary>
    private const int MaxListed = 40;

    /// <summary>Plans the mail, in one commit with striking out what it tells.</summary>
    /// <returns>Whether a mail was planned.</returns>
    public async Task<bool> TellAsync(DistrictCode district, DistrictTroubles troubles, CancellationToken ct)
    {
        if (troubles.Problems.Count == 0 || await register.PointerAsync(district, ct) is not { } pointer)
        {
            return false;
        }

        var snapshot = await register.SnapshotAsync(district, pointer, ct);
        var told = troubles.Problems.Take(MaxListed).ToList();
        var mark = troubles.Mark.Value with { Sequence = troubles.Mark.Value.Sequence + 1 };
        var mail = factory.Create(await DraftAsync(snapshot, told, mark.Sequence, ct));
        RecordChange[] changes =
        [
            .. NotificationRows.Insert(mail),
            troubles.Mark.With(TroubleKeys.Report, mark, TroubleJson.Default.ReportMark),
            .. told.Select(p => new RecordChange.Delete(TroubleKeys.Problem(p.Value.Notification, p.Value.Address), p.ETag)),
        ];
        try
        {
            await store.CommitAsync(district.ToString(), changes, ct);
            return true;
        }
        catch (ConflictException e)
        {
            LogConflict(logger, e, district);
            return false;
        }
    }

    private async Task<NotificationDraft> DraftAsync(
        DistrictSnapshot snapshot, IReadOnlyList<Kept<DeliveryProblem>> problems, long sequence, CancellationToken ct)
    {
        var listed = new List<MailProblem>();
        foreach (var problem in problems)
        {
            if (await NotificationRows.FindAsync(store, problem.Value.Notification, ct) is { } stored)
            {
                listed.Add(await DescribeAsync(stored.Notification, problem.Value.Address, snapshot, ct));
            }
        }

        var district = snapshot.District;
        var values = new DeliveryProblemMail(new(district.Name, (district.ReplyTo ?? district.CoordinatorEmail).ToString()), listed);
        return new(
            TroubleRule.Kind, district.Code, ContactsKeys.DistrictSubject(district.Code), sequence, [district.CoordinatorEmail], district.Language,
            JsonSerializer.SerializeToElement(values, MailValuesJson.Default.DeliveryProblemMail), calendar.NextOpen(clock.GetUtcNow()), IsDigest: true);
    }

    private async Task<MailProblem> DescribeAsync(Notification mail, EmailAddress address, DistrictSnapshot snapshot, CancellationToken ct)
    {
        var (who, phone) = Whom(mail, address, snapshot);
        var recipient = mail.Recipients.First(r => r.Address == address);

        // It may have failed because it could not be written.
        var title = (await renderer.RenderAsync(mail, ct)).Mail?.Subject ?? mail.Kind;
        return new(who, phone, address.ToString(), title, CauseOf(recipient), recipient.Detail ?? "", mail.Recipients.Any(HasLeft));

        bool HasLeft(Recipient other) => other.Address != address && other.Outcome is RecipientOutcome.Accepted or RecipientOutcome.Delivered;
    }

    private static (string Who, string Phone) Whom(Notification mail, EmailAddress address, DistrictSnapshot snapshot) =>
        ContactsKeys.SchoolIn(mail.Subject) is { } code && snapshot.Schools.FirstOrDefault(s => s.Code == code) is { } school
            ? (school.Name, school.Phone ?? "")
        : snapshot.Contacts.FirstOrDefault(c => c.Email == address) is { } contact ? (contact.Name, contact.Phone ?? "")
        : ("", "");

    private static string CauseOf(Recipient recipient) => recipient switch
    {
        { Outcome: RecipientOutcome.Delivered or RecipientOutcome.Accepted } => "unwanted",
        { IsDead: true } or { Outcome: RecipientOutcome.Dead } => "dead",
        { Outcome: RecipientOutcome.Bounced } => "blocked",
        _ => "failed",
    };

    [LoggerMessage(Level = LogLevel.Debug, Message = "District {District}: another process tells the coordinator at the same time, or there is more to tell")]
    private static partial void LogConflict(ILogger logger, Exception exception, DistrictCode district);
}
