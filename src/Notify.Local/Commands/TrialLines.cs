using Notify.Core.Status;
using Notify.Core.Time;

namespace Notify.Local.Commands;

/// <summary>What trial mode keeps back, as <c>notify status</c> tells it to people.</summary>
public static class TrialLines
{
    private const int Most = 20;

    /// <summary>Tells it; nothing when there is nothing to tell.</summary>
    public static void Show(TrialReport trial)
    {
        if (trial.IsOn)
        {
            Console.Out.WriteLine(trial.Count == 0
                ? "Trial mode is on (Mail:Trial): only the addresses of Mail:AllowList receive. Nothing has been kept back yet."
                : $"Trial mode is on (Mail:Trial): only the addresses of Mail:AllowList receive. {trial.Count} mails would have gone:");
        }
        else if (trial.Count > 0)
        {
            Console.Out.WriteLine($"Trial mode is off, and {trial.Count} mails that it kept back still hold. 'notify retry --suppressed' sends them;");
            Console.Out.WriteLine("'notify baseline --district CODE' takes what the register says as known instead.");
        }

        var lines = trial.Mails.TakeLast(Most).ToList();
        foreach (var mail in lines)
        {
            Console.Out.WriteLine($"  {StockholmTime.ToLocal(mail.NotBefore):yyyy-MM-dd HH:mm}  {mail.Kind,-24} {mail.Title}  → {string.Join(", ", mail.Recipients)}");
        }

        if (trial.Count > lines.Count)
        {
            Console.Out.WriteLine($"  and {trial.Count - lines.Count} before them (--json lists the latest {TrialReport.Most})");
        }
    }
}
