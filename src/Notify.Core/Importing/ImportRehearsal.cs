using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Rehearsals;
using Notify.Core.Store;
using Notify.Core.Templates;
using Notify.Core.Time;

namespace Notify.Core.Importing;

/// <summary>
/// Finds the mails that an import causes: the coming time is gone through twice, with the import and without, and what differs is
/// due to it. Writes and sends nothing.
/// </summary>
public sealed class ImportRehearsal(IRecordStore store, RehearsalStage stage, IMailRenderer renderer, ImportOptions options, TimeProvider clock)
{
    /// <summary>How far it looks ahead: as far as <c>plan</c> does.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(30);

    /// <summary>Schools of the districts that are gone through, so that nobody waits for minutes; the first district always is.</summary>
    private const int MostSchools = 3_000;

    private const int MostRecipients = 5;

    /// <param name="whole">The register as it would be.</param>
    /// <param name="versions">The districts that change.</param>
    internal async Task<(MailPreview Preview, IReadOnlyList<PreviewedMail> Mails)> RunAsync(
        RegisterContent whole, IReadOnlyList<PlannedVersion> versions, CancellationToken ct)
    {
        if (versions.Count == 0)
        {
            return (MailPreview.None, []);
        }

        var now = clock.GetUtcNow();
        var looked = Looked(versions);
        var applied = new OverlayRecordStore(store);
        await new RegisterImport(applied, new RegisterStore(applied), new StandingClock(now), options)
            .ImportAsync(whole, new ImportRequest("rehearsal", AllowMassChange: true), null, ct);
        var without = await stage.RunAsync(store, now, now + Horizon, looked, ct);
        var with = await stage.RunAsync(applied, now, now + Horizon, looked, ct);
        var caused = Except(with, without);
        var shown = new List<PreviewedMail>();
        foreach (var mail in caused.Take(DraftView.MostPages * DraftView.PageSize))
        {
            shown.Add(Show(mail, (await renderer.RenderAsync(mail, ct)).Mail?.Subject ?? mail.Kind));
        }

        return (new(ByKind(caused), ByKind(Except(without, with)), looked.Count), shown);
    }

    private static HashSet<DistrictCode> Looked(IReadOnlyList<PlannedVersion> versions)
    {
        var (looked, schools) = (new HashSet<DistrictCode>(), 0);
        foreach (var version in versions.TakeWhile(v => looked.Count == 0 || schools + v.Snapshot.Schools.Count <= MostSchools))
        {
            looked.Add(version.District);
            schools += version.Snapshot.Schools.Count;
        }

        return looked;
    }

    private static List<Notification> Except(IReadOnlyList<Notification> these, IReadOnlyList<Notification> those)
    {
        var ids = those.Select(n => n.Id).ToHashSet();
        return [.. these.Where(n => !ids.Contains(n.Id))];
    }

    private static Dictionary<string, int> ByKind(List<Notification> mails) => mails.CountBy(m => m.Kind).ToDictionary();

    private static PreviewedMail Show(Notification mail, string title) => new(
        mail.Kind,
        mail.District,
        RegisterDifferences.Cut(mail.Subject),
        RegisterDifferences.Cut(title),
        Listed.First<string>([.. mail.Recipients.Select(r => r.Address.ToString())], MostRecipients),
        mail.NotBefore);
}
