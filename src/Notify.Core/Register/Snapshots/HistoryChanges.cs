using System.Text.Json.Serialization.Metadata;
using Notify.Core.Store;
using Notify.Core.Time;

namespace Notify.Core.Register;

/// <summary>
/// The history that a version adds, as rows whose keys and values follow from the two snapshots and the source alone: written
/// twice, they are the same.
/// </summary>
internal static class HistoryChanges
{
    /// <summary>One row per assignment and agreement that came, went or changed, and one that counts the new holders.</summary>
    /// <param name="before">Null: the district is new.</param>
    public static IEnumerable<RecordChange.Put> Between(DistrictSnapshot? before, DistrictSnapshot after, string source)
    {
        var assignments = Differences(Lines(before), Lines(after), line => RegisterTables.KeyOf(line.Assignment)).Select(change => Put(change, after, source));
        var agreements = Differences(before?.Agreements ?? [], after.Agreements, RegisterTables.KeyOf, RegisterJson.Default.Agreement)
            .Select(change => Put(change, after, source));
        return [.. assignments, .. agreements, .. Continuity(before, after)];
    }

    private static IEnumerable<RecordChange.Put> Continuity(DistrictSnapshot? before, DistrictSnapshot after)
    {
        var changes = before is null ? 0 : Continuities.Between(before, after, StockholmTime.DateOf(after.At));
        return changes == 0 ? [] :
        [
            new(
                RegisterKeys.ContinuityPrefix + RegisterKeys.Moment(after.At, after.Version),
                RegisterJson.Write(new(after.Version, after.At, changes), RegisterJson.Default.ContinuityRecord)),
        ];
    }

    private static RecordChange.Put Put((RowChange Change, Line Row) change, DistrictSnapshot after, string source)
    {
        var (assignment, contact) = change.Row;
        var record = new AssignmentRecord(after.Version, after.At, source, change.Change, assignment, contact);
        return new(
            $"{RegisterKeys.HistoryOf(assignment.School)}{RegisterKeys.Moment(after.At, after.Version)}:{RecordKey.Hash(RegisterTables.KeyOf(assignment))}",
            RegisterJson.Write(record, RegisterJson.Default.AssignmentRecord));
    }

    private static RecordChange.Put Put((RowChange Change, Agreement Row) change, DistrictSnapshot after, string source) => new(
        RegisterKeys.HistoryOfAgreement(change.Row.Id) + RegisterKeys.Moment(after.At, after.Version),
        RegisterJson.Write(new(after.Version, after.At, source, change.Change, change.Row), RegisterJson.Default.AgreementRecord));

    private static List<Line> Lines(DistrictSnapshot? snapshot)
    {
        var contacts = snapshot?.Contacts.ToDictionary(c => c.Id) ?? [];
        return [.. (snapshot?.Assignments ?? []).Select(a => new Line(a, RecordedContact.Of(contacts[a.Contact])))];
    }

    private static IEnumerable<(RowChange Change, T Row)> Differences<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key, JsonTypeInfo<T> type) =>
        Differences(before, after, key, (left, right) => RegisterJson.Write(left, type) == RegisterJson.Write(right, type));

    private static IEnumerable<(RowChange Change, Line Row)> Differences(IReadOnlyList<Line> before, IReadOnlyList<Line> after, Func<Line, string> key) =>
        Differences(before, after, key, (left, right) => left == right);

    private static IEnumerable<(RowChange Change, T Row)> Differences<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key, Func<T, T, bool> areEqual)
    {
        var old = before.ToDictionary(key, StringComparer.Ordinal);
        foreach (var row in after)
        {
            if (!old.Remove(key(row), out var was))
            {
                yield return (RowChange.Added, row);
            }
            else if (!areEqual(was, row))
            {
                yield return (RowChange.Changed, row);
            }
        }

        foreach (var row in old.Values)
        {
            yield return (RowChange.Removed, row);
        }
    }

    private sealed record Line(Assignment Assignment, RecordedContact Contact);
}
