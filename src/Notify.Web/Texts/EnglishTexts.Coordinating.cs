using Notify.Core.Audit;
using Notify.Web.Notifications;

namespace Notify.Web.Texts;

/// <summary>English for what coordinators do in the portal, and for how things have gone.</summary>
public sealed partial class EnglishTexts
{
    public string ChooseDistrict(int districts) => $"There are {districts} districts. Choose one to see its rows.";
    public string ChooseDistricts => "Choose districts";
    public string AsCsv => "Download the list as a file for Excel (CSV)";
    public string DaysOverdue => "Days overdue";
    public string Starts => "Starts";
    public string Place => "Place";
    public string Version => "Version";
    public string Closes => "Closes";
    public string AskedCount => "Asked";
    public string AnsweredCount => "Answered";

    public string TrendAlt(string first, string firstWeek, string last, string lastWeek) =>
        firstWeek == lastWeek ? $"How it has gone: {last} in the week from {lastWeek}, the first that is measured." : $"How it has gone: from {first} in the week from {firstWeek} to {last} in the week from {lastWeek}.";

    public string TrendTable => "Week by week";
    public string WeekFrom => "Week from";
    public string Value => "Value";
    public string TrendContacts => "Share of schools that have confirmed their contact";
    public string TrendAgreements => "Days that agreements are overdue, together";
    public string TrendForums => "Attendance of independent schools divided by that of municipal schools";
    public string TrendMaterials => "Share that has confirmed the support material";
    public string TrendFollowUps => "Share that has answered in the latest rounds";

    public string CallHint => "Write only what the next call needs. Never write anything about pupils.";
    public string SaveNote => "Save note";
    public string MarkDone => "Done";
    public string PutBack => "Put back";
    public string HeldTitle => "Mail on hold";

    public string MailActionName(MailAction action) => action switch
    {
        MailAction.Hold => "Hold",
        MailAction.Release => "Release",
        MailAction.Now => "Send now",
        MailAction.Cancel => "Stop",
        _ => "Send again",
    };

    public string WasDone(string what) => what switch
    {
        "call-done" => "The line is ticked off.",
        "call-reopen" => "The line is on the list again.",
        "call-note" => "The note is saved.",
        "hold" => "The mail is on hold. It does not leave until somebody releases it.",
        "release" => "The mail is released and leaves when it is time.",
        "cancel" => "The mail is stopped and will not be sent.",
        "retry" => "The mail is on its way again.",
        "now" => "The mail leaves as soon as it may: at once on a working day between 7 and 17, else when the next working day begins.",
        _ => "That could not be done: the mail has changed its state meanwhile. This is how it is now.",
    };

    public string ProblemsTitle => "To look over";
    public string NoProblems => "Nothing to look over.";
    public string AllJobsInTime => "All runs are on time.";
    public string ConflictsFound(int agreements) => agreements == 1 ? "1 agreement has different days in the register and in the answer" : $"{agreements} agreements have different days in the register and in the answer";
    public string ForumsMissing(int kinds) => kinds == 1 ? "Forums that were promised are not planned" : $"Forums that were promised are not planned in {kinds} places";
    public string AddressIsDead(string address, string district) => $"Nothing reaches {address} ({district})";

    public string NavAudit => "Log";
    public string AuditTitle => "Log";
    public string AuditLead => "What people have done in the portal. What Notify does by itself stands with each mail.";
    public string AuditCaption(string month) => $"Changes in {month}, the latest first";
    public string NoAudit => "Nobody changed anything in that month.";
    public string Who => "Who";
    public string Action => "Did";

    public string AuditAction(string action) => action switch
    {
        "call.settle" => "Changed a line of the call list",
        "notification.act" => "Did something to a mail",
        "forum.attend" => "Recorded attendance",
        "job.run" => "Started a job",
        "contacts.announce" => "Introduced the contacts",
        "contacts.told" => "Recorded that a school was told",
        "material.told" => "Recorded that a support material is known",
        "baseline" => "Took the register as known",
        "import.apply" => "Imported the register",
        "dead-letters.replay" => "Ran work again that could not be done",
        "import.upload" => "Sent files for the register",
        "import.decide" => "Decided about an import",
        "import.undo" => "Asked to undo an import",
        "import.restore" => "Asked to restore a district",
        "template.save" => "Saved a wording of their own",
        "template.revert" => "Went back to an earlier wording",
        "proposal.decide" => "Decided about a proposal from Skolverket",
        "source.pass" => "Let a change from a source pass",
        _ => action,
    };

    public string AuditOutcomeName(AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.Begun => "Begun",
        AuditOutcome.Done => "Done",
        AuditOutcome.Refused => "Not possible",
        _ => "Failed",
    };
}
