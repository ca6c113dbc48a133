namespace Notify.Web.Texts;

/// <summary>English on how Notify runs.</summary>
public sealed partial class EnglishTexts
{
    public string NavJobs => "Runs";
    public string JobsTitle => "Runs";
    public string JobsLead => "Notify does this by itself. There is something for you to do only when a run is late or has failed.";
    public string JobsCaption => "Runs, with times in Stockholm";

    public string JobName(string job) => job switch
    {
        "sources" => "Sources",
        "contacts" => "Contacts",
        "materials" => "Support material",
        "agreements" => "Agreements",
        "forums" => "Forums",
        "followups" => "Follow-up",
        "digest" => "Weekly digest",
        "deliver" => "Sending",
        "sweep" => "Sweep",
        _ => job,
    };

    public string JobDoes(string job) => job switch
    {
        "sources" => "Fetches new data for the register from the systems and folders that the IT department has connected.",
        "contacts" => "Looks for schools that have a new contact, and plans the mails about it.",
        "materials" => "Looks for new versions of support material, and plans the mails and reminders about them.",
        "agreements" => "Looks which agreements are to be revised, and plans the reminders.",
        "forums" => "Looks which forums are to come, and plans invitations, reminders and news of changes.",
        "followups" => "Opens and closes surveys, and plans invitations, reminders and results.",
        "digest" => "Mails the coordinator what there is to do, on the first working day of the week.",
        "deliver" => "Sends the mails whose time has come.",
        "sweep" => "Looks for mails that were left behind, and sees that they go on.",
        _ => "",
    };

    public string JobStarted(string name) => $"{name} has been started. Reload the page in a little while to see how it went.";
    public string ScheduleInUtc => "Schedule (UTC)";
    public string LastRun => "Last finished";
    public string NextRun => "Next";
    public string NeverRun => "Not yet";
    public string RunNow => "Run now";
    public string JobInTime => "In time";
    public string JobLate(string due) => $"Late, was due {due}";
    public string JobFailed => "Failed last time";
    public string JobWorking(string moment) => $"Under way, last sign of life {moment}";

    public string DeadTitle => "Work that could not be done";
    public string DeadLead => "Notify has tried this several times without success. Ask the IT department to find out why. When the cause is gone you can run it again; no mail is sent twice by that. Unreadable messages are thrown away with it.";
    public string DeadNoWork => "Unreadable message";
    public string DeadSince => "Since";
    public string DeadReason => "Reason";
    public string DeadReplay => "Run all of it again";

    public string DeadBecause(string reason) => reason switch
    {
        "MaxDeliveryCountExceeded" => "Failed every time",
        "TTLExpiredException" => "Waited a whole day without being done",
        _ => reason,
    };

    public string DeadReplayed(int count) => count switch
    {
        0 => "There was nothing to run again.",
        1 => "1 piece of work is run again. Reload the page in a little while to see how it went.",
        _ => $"{count} pieces of work are run again. Reload the page in a little while to see how it went.",
    };

    public string DeadUnknown => "Just now it cannot be seen whether any work is left lying.";

    public string TrialTitle => "Trial mode";

    public string TrialOn(int mails) => mails switch
    {
        0 => "Trial mode is on: mail goes only to the addresses that are allowed. No mail has been kept back yet.",
        1 => "Trial mode is on: mail goes only to the addresses that are allowed. 1 mail was kept back that would have gone.",
        _ => $"Trial mode is on: mail goes only to the addresses that are allowed. {mails} mails were kept back that would have gone.",
    };

    public string TrialLeft(int mails) => mails == 1
        ? "Trial mode is off, but 1 mail that was kept back still holds. Decide whether it is to be sent."
        : $"Trial mode is off, but {mails} mails that were kept back still hold. Decide whether they are to be sent.";

    public string TrialShow => "Show what was kept back";
    public string TrialSend => "Send what still holds:";
    public string TrialDrop => "Send nothing, but take what the register says as known in a district:";
}
