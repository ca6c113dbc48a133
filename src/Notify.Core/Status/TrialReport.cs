using Notify.Core.Delivery.Trial;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Templates;

namespace Notify.Core.Status;

/// <summary>What trial mode keeps back.</summary>
/// <param name="Mails">The latest of it, by time.</param>
/// <param name="More">How many there are besides.</param>
public sealed record TrialReport(bool IsOn, IReadOnlyList<KeptMail> Mails, int More)
{
    /// <summary>At most so many are listed.</summary>
    public const int Most = 100;

    /// <summary>How many mails there are.</summary>
    public int Count => Mails.Count + More;
}

/// <summary>Reads what trial mode keeps back.</summary>
public sealed class TrialReader(TrialBacklog backlog, IRecordStore store, IMailRenderer renderer)
{
    /// <summary>What it keeps back of these districts.</summary>
    public async Task<TrialReport> ReadAsync(IEnumerable<DistrictCode> districts, CancellationToken ct)
    {
        var kept = new List<NotificationId>();
        foreach (var district in districts)
        {
            kept.AddRange(await backlog.ReadAsync(district, ct));
        }

        // Each district gives its own in the order of time, so that the latest of each are among the last of it.
        var read = new List<Notification>();
        foreach (var id in kept.GroupBy(id => id.District).SelectMany(d => d.TakeLast(TrialReport.Most)))
        {
            read.AddRange(await NotificationRows.FindAsync(store, id, ct) is { } stored ? [stored.Notification] : []);
        }

        var latest = new List<KeptMail>();
        foreach (var mail in read.OrderBy(n => n.NotBefore).TakeLast(TrialReport.Most))
        {
            latest.Add(KeptMail.Of(mail, (await renderer.RenderAsync(mail, ct)).Mail?.Subject ?? mail.Kind));
        }

        return new(backlog.IsOn, latest, kept.Count - latest.Count);
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
