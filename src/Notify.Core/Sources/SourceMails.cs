using System.Globalization;
using System.Text.Json;
using Notify.Core.Contacts;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Templates;
using Notify.Core.Time;

namespace Notify.Core.Sources;

/// <summary>Tells coordinators what a source brought and Notify did not take in: each address once, whatever number of districts it is for.</summary>
public sealed class SourceMails(IRecordStore store, RegisterStore register, NotificationFactory factory, WorkingCalendar calendar, TimeProvider clock)
{
    /// <summary>The kind that tells of errors.</summary>
    public const string Refused = "import-refused";

    /// <summary>The kind that tells of the mass-change guard.</summary>
    public const string MassChangeHeld = "mass-change-held";

    /// <summary>How many errors a mail lists; the portal has more.</summary>
    private const int MostListed = 20;

    /// <summary>
    /// Plans the mails. Errors concern everybody who keeps the register; what the guard held, the coordinators of its districts. Done
    /// twice, it is the same mails.
    /// </summary>
    public async Task TellAsync(string source, Refusal refusal, long sequence, CancellationToken ct)
    {
        var districts = new List<District>();
        foreach (var code in refusal.IsHeld ? refusal.Held.Select(h => h.District) : await register.DistrictsAsync(ct))
        {
            if (await register.PointerAsync(code, ct) is { Closed: false } pointer)
            {
                districts.Add((await register.SnapshotAsync(code, pointer, ct)).District);
            }
        }

        foreach (var theirs in districts.GroupBy(d => d.CoordinatorEmail))
        {
            await PlanAsync(Draft(source, refusal, sequence, theirs.First(), [.. theirs]), ct);
        }
    }

    private async Task PlanAsync(NotificationDraft draft, CancellationToken ct)
    {
        try
        {
            await store.CommitAsync(draft.District.ToString(), [.. NotificationRows.Insert(factory.Create(draft))], ct);
        }
        catch (ConflictException)
        {
            // It was planned before a stop that came before this was noted.
        }
    }

    private NotificationDraft Draft(string source, Refusal refusal, long sequence, District first, IReadOnlyList<District> theirs) => new(
        refusal.IsHeld ? MassChangeHeld : Refused, first.Code, $"source:{source}", sequence, [first.CoordinatorEmail], first.Language,
        refusal.IsHeld ? Held(refusal, first, theirs) : Errors(refusal, first), calendar.NextOpen(clock.GetUtcNow()));

    private static JsonElement Errors(Refusal refusal, District district) => MailValues.Of(new ImportRefusedMail(
        Sender(district), refusal.What, Day(refusal), Time(refusal), refusal.Count,
        [.. refusal.Errors.Take(MostListed).Select(e => new MailFinding(e.File, e.Line, e.Column, e.Value, e.Text.In(district.Language)))]));

    private static JsonElement Held(Refusal refusal, District first, IReadOnlyList<District> theirs) => MailValues.Of(new MassChangeHeldMail(
        Sender(first), refusal.What, Day(refusal), Time(refusal),
        [
            .. refusal.Held.Join(theirs, h => h.District, d => d.Code, (h, d) =>
                new MailLoss(d.Name, h.Schools?.Lost ?? 0, h.Schools?.Of ?? 0, h.Roles?.Lost ?? 0, h.Roles?.Of ?? 0)),
        ]));

    private static MailDistrict Sender(District district) => new(district.Name, (district.ReplyTo ?? district.CoordinatorEmail).ToString());

    private static string Day(Refusal refusal) => StockholmTime.DateOf(refusal.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(Refusal refusal) => StockholmTime.ToLocal(refusal.At).ToString("HH:mm", CultureInfo.InvariantCulture);
}
