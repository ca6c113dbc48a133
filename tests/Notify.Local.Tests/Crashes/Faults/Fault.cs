using System.Diagnostics;

namespace Notify.Local.Tests.Crashes.Faults;

/// <summary>The points on the way of a mail at which a process is killed.</summary>
public enum CrashStep
{
    /// <summary>The new register is written, unseen.</summary>
    BeforeImportCommit,

    /// <summary>The import is decided, and nothing of what follows is done.</summary>
    AfterImportCommit,

    /// <summary>A watch has decided.</summary>
    BeforePlanCommit,

    /// <summary>State and notifications are written.</summary>
    AfterPlanCommit,

    BeforeClaimCommit,

    AfterClaimCommit,

    BeforeSend,

    /// <summary>The outside is being given the mail and has not taken it.</summary>
    DuringSend,

    /// <summary>The outside has taken the mail; the transport does not know it yet.</summary>
    TakenUnanswered,

    /// <summary>The transport has the answer.</summary>
    AfterSend,

    BeforeRecordCommit,

    AfterRecordCommit,
}

/// <summary>Kills this very process when a step is reached for the n-th time: at once, without any ending, as <c>kill -9</c>.</summary>
internal sealed class Fault(CrashStep step, int at)
{
    private int _reached;

    /// <summary>Whether the step is now reached for the n-th time. Counts.</summary>
    public bool Meets(CrashStep reached) => reached == step && Interlocked.Increment(ref _reached) == at;

    /// <summary>Dies here when this is the step.</summary>
    public void Reach(CrashStep reached)
    {
        if (Meets(reached))
        {
            Die();
        }
    }

    /// <summary>Dies as soon as something is so, whatever the other threads are doing.</summary>
    public static void DieWhen(Func<bool> isSo)
    {
        var watcher = new Thread(() =>
        {
            SpinWait.SpinUntil(isSo);
            Die();
        });
        watcher.IsBackground = true;
        watcher.Start();
    }

    private static void Die()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        self.WaitForExit();
    }
}
