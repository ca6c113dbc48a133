using Notify.Web.Notifications;

namespace Notify.Web.Texts;

/// <summary>The words for what coordinators do in the portal, and for how things have gone.</summary>
public partial interface ITexts
{
    // Lists.
    string ChooseDistrict(int districts);
    string ChooseDistricts { get; }
    string AsCsv { get; }
    string DaysOverdue { get; }
    string Starts { get; }
    string Place { get; }
    string Version { get; }
    string Closes { get; }
    string AskedCount { get; }
    string AnsweredCount { get; }

    // Trends.
    string TrendAlt(string first, string firstWeek, string last, string lastWeek);
    string TrendTable { get; }
    string WeekFrom { get; }
    string Value { get; }
    string TrendContacts { get; }
    string TrendAgreements { get; }
    string TrendForums { get; }
    string TrendMaterials { get; }
    string TrendFollowUps { get; }
    string Ratio(double figure);

    // What can be done.
    string CallHint { get; }
    string SaveNote { get; }
    string MarkDone { get; }
    string PutBack { get; }
    string HeldTitle { get; }
    string MailActionName(MailAction action);
    string WasDone(string what);

    // Problems.
    string ProblemsTitle { get; }
    string NoProblems { get; }
    string AllJobsInTime { get; }
    string ConflictsFound(int agreements);
    string ForumsMissing(int kinds);
    string AddressIsDead(string address, string district);

    // The audit trail.
    string NavAudit { get; }
    string AuditTitle { get; }
    string AuditLead { get; }
    string AuditCaption(string month);
    string NoAudit { get; }
    string Who { get; }
    string Action { get; }
    string AuditAction(string action);

    /// <summary>What stands beside it: names of ours in the reader's words, all else as it was noted.</summary>
    string AuditDetail(string action, string detail) => action switch
    {
        "job.run" => JobName(detail),
        "notification.act" when Enum.TryParse<MailAction>(detail, ignoreCase: true, out var act) => MailActionName(act),
        _ => detail,
    };
    string AuditOutcomeName(Core.Audit.AuditOutcome outcome);
}
