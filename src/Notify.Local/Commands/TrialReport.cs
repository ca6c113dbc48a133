using Notify.Core.Delivery.Trial;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Templates;

namespace Notify.Local.Commands;

/// <summary>What trial mode keeps back, as <c>notify status</c> tells it.</summary>
/// <param name="Mails">The latest of it, by time.</param>
/// <param name="More">How many there are besides.</param>
public sealed record TrialReport(bool IsOn, IReadOnlyList<KeptMail> Mails, int More)
{
    private const int Most = 100;
    private const int MostLines = 20;

    /// <summary>How many mails there are.</summary>
    public int Count => Mails.Count + More;

    /// <summary>The part of the JSON of CONTRACT.md; empty when nothing was kept.</summary>
    public object Json => new { On = IsOn, WouldHaveGone = Mails, More };

    /// <summary>Reads it for every district.</summary>
    public static async Task<TrialReport> ReadAsync(CommandContext context, CancellationToken ct)
    {
        var (backlog, store, renderer) = (context.Get<TrialBacklog>(), context.Get<IRecordStore>(), context.Get<IMailRenderer>());
        var kept = new List<NotificationId>();
        foreach (var district in await context.Get<RegisterStore>().DistrictsAsync(ct))
        {
            kept.AddRange(await backlog.ReadAsync(district, ct));
        }

        // Each district gives its own in the order of time, so that the latest of each are among the last of it.
        var read = new List<Notification>();
        foreach (var id in kept.GroupBy(id => id.District).SelectMany(d => d.TakeLast(Most)))
        {
            read.AddRange(await NotificationRows.FindAsync(store, id, ct) is { } stored ? [stored.Notification] : []);
        }

        var last = read.OrderBy(n => n.NotBefore).TakeLast(Most).ToList();
        var latest = new List<KeptMail>();
        foreach (var mail in last)
        {
            latest.Add(KeptMail.Of(mail, (await renderer.RenderAsync(mail, ct)).Mail?.Subject ?? mail.Kind));
        }

        return new(backlog.IsOn, latest, kept.Count - latest.Count);
    }

    /// <summary>Tells it to people; nothing when there is nothing to tell.</summary>
    public void Show()
    {
        if (IsOn)
        {
            Console.Out.WriteLine(Count == 0
                ? "Trial mode is on (Mail:Trial): only the addresses of Mail:AllowList receive. Nothing has been kept back yet."
                : $"Trial mode is on (Mail:Trial): only the addresses of Mail:AllowList receive. {Count} mails would have gone:");
        }
        else if (Count > 0)
        {
            Console.Out.WriteLine($"Trial mode is off, and {Count} mails that it kept back still hold. 'notify retry --suppressed' sends them;");
            Console.Out.WriteLine("'notify baseline --district CODE' takes what the register says as known instead.");
        }

        var lines = Mails.TakeLast(MostLines).ToList();
        foreach (var mail in lines)
        {
            Console.Out.WriteLine($"  {Core.Time.StockholmTime.ToLocal(mail.NotBefore):yyyy-MM-dd HH:mm}  {mail.Kind,-24} {mail.Title}  → {string.Join(", ", mail.Recipients)}");
        }

        if (Count > lines.Count)
        {
            Console.Out.WriteLine($"  and {Count - lines.Count} before them (--json lists the latest {Most})");
        }
    }
}

/// <summary>A mail that trial mode kept back.</summary>
/// <param name="Subject">What it is about, as <c>school:98000007</c>.</param>
/// <param name="Title">Its subject line.</param>
public sealed record KeptMail(
    string Id, string Kind, string District, string Subject, IReadOnlyList<string> Recipients, string Title, DateTimeOffset NotBefore)
{
    /// <summary>The mail of a notification.</summary>
    public static KeptMail Of(Notification n, string title) => new(
        n.Id.ToString(), n.Kind, n.District.ToString(), n.Subject, [.. n.Recipients.Select(r => r.Address.ToString())], title, n.NotBefore);
}
