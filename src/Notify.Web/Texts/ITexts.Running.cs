namespace Notify.Web.Texts;

/// <summary>The words of how Notify runs: its jobs, and trial mode.</summary>
public partial interface ITexts
{
    // Jobs.
    string NavJobs { get; }
    string JobsTitle { get; }
    string JobsLead { get; }
    string JobsCaption { get; }
    string JobName(string job);
    string JobDoes(string job);
    string JobStarted(string name);
    string ScheduleInUtc { get; }
    string LastRun { get; }
    string NextRun { get; }
    string NeverRun { get; }
    string RunNow { get; }
    string JobInTime { get; }
    string JobLate(string due);
    string JobFailed { get; }
    string JobWorking(string moment);

    // Work that the queue gave up.
    string DeadTitle { get; }
    string DeadLead { get; }
    string DeadNoWork { get; }
    string DeadSince { get; }
    string DeadReason { get; }

    /// <summary>Why it was given up, from the queue's own word for it; other reasons are said as they are.</summary>
    string DeadBecause(string reason);
    string DeadReplay { get; }
    string DeadReplayed(int count);
    string DeadUnknown { get; }

    // Trial mode.
    string TrialTitle { get; }
    string TrialOn(int mails);
    string TrialLeft(int mails);
    string TrialShow { get; }
    string TrialSend { get; }
    string TrialDrop { get; }
}
