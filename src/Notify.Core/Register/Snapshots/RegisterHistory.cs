using Notify.Core.Store;
using Notify.Core.Succession;
using Notify.Core.Time;

namespace Notify.Core.Register;

/// <summary>A contact of a school as the register knew it on a day.</summary>
/// <param name="Contact">The contact's id.</param>
/// <param name="RecordedAt">When the register came to say so.</param>
/// <param name="Source">What it was imported from.</param>
public sealed record ContactOnDay(
    DistrictCode District,
    AssignmentRole Role,
    string Contact,
    string Name,
    ContactKind Kind,
    string? Title,
    EmailAddress Email,
    string? Phone,
    DateOnly? From,
    DateOnly? Until,
    DateTimeOffset RecordedAt,
    string Source);

/// <summary>A change of an agreement in the register.</summary>
/// <param name="At">When the register came to say so.</param>
/// <param name="Source">What it was imported from.</param>
/// <param name="Agreement">As it was after; as it was last when it went.</param>
public sealed record AgreementChange(DateTimeOffset At, string Source, RowChange Change, Agreement Agreement);

/// <summary>Answers what the register said earlier, from one change row per assignment and agreement.</summary>
public sealed class RegisterHistory(IRecordStore store, RegisterStore register)
{
    /// <summary>
    /// The school's contacts on the Stockholm day, from all districts: what the register knew at the end of that day and what
    /// held on it. For a day before a district's first import, the first that it recorded of the school, unless a district that
    /// has been merged into this one knew it.
    /// </summary>
    /// <returns>In the order of district, role and name; empty when there was none.</returns>
    public async Task<IReadOnlyList<ContactOnDay>> ContactsOnAsync(SchoolUnitCode school, DateOnly day, CancellationToken ct) =>
        await ContactsOnAsync(school, day, await register.DistrictsAsync(ct), ct);

    /// <summary>The same from some districts alone. One store operation each, and another where it has or had the school.</summary>
    public async Task<IReadOnlyList<ContactOnDay>> ContactsOnAsync(
        SchoolUnitCode school, DateOnly day, IEnumerable<DistrictCode> districts, CancellationToken ct)
    {
        var known = new List<(DistrictCode District, RegisterPointer Pointer, List<AssignmentRecord> Records)>();
        foreach (var district in districts)
        {
            var rows = await store.ListAsync(district.ToString(), RegisterKeys.HistoryOf(school), RegisterJson.Default.AssignmentRecord, ct);
            if (rows.Count > 0 && await register.PointerAsync(district, ct) is { } pointer)
            {
                known.Add((district, pointer, [.. rows.Select(r => r.Value)]));
            }
        }

        var contacts = new List<ContactOnDay>();
        var heirs = await HeirsAsync(known.Where(k => k.Pointer.Successor is not null).Select(k => k.District), ct);
        foreach (var (district, pointer, records) in known.Where(k => k.Pointer.Since < EndOf(day) || !heirs.Contains(k.District)))
        {
            contacts.AddRange(KnownOn(records, day, pointer.Since).Select(ContactOnDay));
        }

        return [.. contacts.Where(c => (c.From is null || c.From <= day) && (c.Until is null || day <= c.Until))
            .OrderBy(c => c.District.ToString(), StringComparer.Ordinal).ThenBy(c => c.Role).ThenBy(c => c.Name, StringComparer.Ordinal)];
    }

    /// <summary>What the register has said of an agreement, newest first, in the district and in those that it has taken over from. One store operation for each.</summary>
    public async Task<IReadOnlyList<AgreementChange>> ChangesOfAsync(DistrictCode district, string agreement, CancellationToken ct)
    {
        var records = new List<AgreementRecord>();
        foreach (var one in await LineOfAsync(district, ct))
        {
            records.AddRange((await store.ListAsync(one.ToString(), RegisterKeys.HistoryOfAgreement(agreement), RegisterJson.Default.AgreementRecord, ct)).Select(r => r.Value));
        }

        return [.. records.OrderByDescending(r => r.At).Select(r => new AgreementChange(r.At, r.Source, r.Change, r.Agreement))];
    }

    /// <summary>The district, and the merged ones that it has taken over from. One store operation for each.</summary>
    public Task<IReadOnlyList<DistrictCode>> LineOfAsync(DistrictCode district, CancellationToken ct) => Lineage.OfAsync(store, district, ct);

    /// <summary>
    /// How many contact changes the district's schools met since then: holders of a role replaced, added or removed. Edits of a
    /// contact's details and the district's first appointments do not count. One store operation.
    /// </summary>
    public async Task<int> ChangesAsync(DistrictCode district, DateTimeOffset since, CancellationToken ct) =>
        (await store.ListAsync(district.ToString(), RegisterKeys.ContinuityPrefix, RegisterJson.Default.ContinuityRecord, ct))
        .Where(r => r.Value.At >= since).Sum(r => r.Value.Changes);

    private async Task<HashSet<DistrictCode>> HeirsAsync(IEnumerable<DistrictCode> merged, CancellationToken ct)
    {
        var heirs = new HashSet<DistrictCode>();
        foreach (var district in merged)
        {
            heirs.Add(await Lineage.HeirAsync(register, district, ct));
        }

        return heirs;
    }

    private static DateTimeOffset EndOf(DateOnly day) => StockholmTime.At(day.AddDays(1), TimeOnly.MinValue);

    private static IEnumerable<AssignmentRecord> KnownOn(IReadOnlyList<AssignmentRecord> records, DateOnly day, DateTimeOffset since)
    {
        var end = EndOf(day);
        var first = records.Min(r => r.Version);
        var known = since < end ? records.Where(r => r.At < end) : records.Where(r => r.Version == first);

        // By version: a clock that was set back for a rehearsal does not turn the order of events.
        return known.GroupBy(r => RegisterTables.KeyOf(r.Assignment)).Select(rows => rows.MaxBy(r => r.Version)!).Where(r => r.Change != RowChange.Removed);
    }

    private static ContactOnDay ContactOnDay(AssignmentRecord record) => new(
        record.Assignment.District,
        record.Assignment.Role,
        record.Assignment.Contact,
        record.Contact.Name,
        record.Contact.Kind,
        record.Contact.Title,
        record.Contact.Email,
        record.Contact.Phone,
        record.Assignment.From,
        record.Assignment.Until,
        record.At,
        record.Source);
}
