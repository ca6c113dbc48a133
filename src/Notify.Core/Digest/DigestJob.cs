using System.Text.Json;
using System.Text.Json.Serialization;
using Notify.Core.Contacts;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Overview;
using Notify.Core.Proposals;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Templates;
using Notify.Core.Time;

namespace Notify.Core.Digest;

/// <summary>
/// Sends the coordinator what there is to do, on the first working day of the week: once a week, never in the week of the district's
/// baseline, and never without anything to do. An idle run costs one store operation.
/// </summary>
public sealed class DigestJob(
    IRecordStore store, RegisterStore register, GlanceTaker glances, ProposalBook proposals, NotificationFactory factory, WorkingCalendar calendar, TimeProvider clock) : IJob
{
    /// <summary>The kind of the mail.</summary>
    public const string Kind = "coordinator-digest";

    private const string Key = "digest:mark";

    /// <inheritdoc/>
    public string Name => "digest";

    /// <inheritdoc/>
    public Task RunAsync(DistrictCode district, CancellationToken ct) => Conflicts.RetryAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var mark = await store.FindAsync(district.ToString(), Key, DigestJson.Default.DigestMark, ct) ?? new(new("", 0), "");
        var week = DigestRule.WeekOf(StockholmTime.DateOf(now));
        if (mark.Value.Week == week || !DigestRule.IsDue(now, calendar) || await register.PointerAsync(district, ct) is not { Closed: false, FirstAssigned: { } first } pointer)
        {
            return false;
        }

        var next = new DigestMark(week, mark.Value.Sequence + 1);
        var draft = await IsBaselineWeekAsync(district, pointer, first, week, ct) ? null : await DraftAsync(district, pointer, next.Sequence, now, ct);
        await store.CommitAsync(
            district.ToString(), [mark.With(Key, next, DigestJson.Default.DigestMark), .. draft is null ? [] : NotificationRows.Insert(factory.Create(draft))], ct);
        return draft is not null;
    });

    private async Task<bool> IsBaselineWeekAsync(DistrictCode district, RegisterPointer pointer, long first, string week, CancellationToken ct) =>
        DigestRule.WeekOf(StockholmTime.DateOf((await register.SnapshotAsync(district, pointer, first, ct)).At)) == week;

    /// <returns>Null: there is nothing to do.</returns>
    private async Task<NotificationDraft?> DraftAsync(DistrictCode code, RegisterPointer pointer, long sequence, DateTimeOffset now, CancellationToken ct)
    {
        var district = (await register.SnapshotAsync(code, pointer, ct)).District;
        if (await glances.TakeAsync(code, ct) is not { } glance || DigestMail.Of(glance, district, await proposals.CountAsync(code, ct)) is not { HasContent: true } values)
        {
            return null;
        }

        return new(
            Kind, code, ContactsKeys.DistrictSubject(code), sequence, [district.CoordinatorEmail], district.Language, MailValues.Of(values), calendar.NextOpen(now),
            IsDigest: true, Expires: DigestRule.EndOfWeek(now));
    }
}

/// <summary>The week that was last decided about. Stored under <c>digest:mark</c> in the district's partition.</summary>
/// <param name="Week">As <c>2026-W10</c>.</param>
/// <param name="Sequence">Rises with every week that was decided about.</param>
public sealed record DigestMark(string Week, long Sequence);

/// <summary>How it is stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DigestMark))]
public sealed partial class DigestJson : JsonSerializerContext;
