using System.Globalization;
using Notify.Core.Store;

namespace Notify.Core.Contacts;

/// <summary>Puts a school on the call list, and takes it off when the reason is gone.</summary>
public static class CallRule
{
    /// <param name="isOverdue">Whether the school has not answered in time.</param>
    public static (SchoolState State, IReadOnlyList<CallRow> Opened, IReadOnlyList<OpenCall> Closed) Decide(
        SchoolState state, SchoolFacts facts, bool isOverdue, Situation situation)
    {
        var hasNoAddress = facts.Addresses.Count == 0;
        var opened = new List<CallRow>();
        if (hasNoAddress && !IsOpen(state, CallReason.NoAddress))
        {
            opened.Add(Row(facts, CallReason.NoAddress, RecordKey.Time(facts.Since), situation));
        }

        if (isOverdue && !IsOpen(state, CallReason.NoReceipt))
        {
            opened.Add(Row(facts, CallReason.NoReceipt, state.Known.Sequence.ToString(CultureInfo.InvariantCulture), situation));
        }

        var closed = state.Calls.Where(c => c.Reason switch
        {
            CallReason.NoAddress => !hasNoAddress,
            CallReason.NoReceipt => !isOverdue,
            CallReason.Undeliverable => state.Planned is not { Undelivered: true },
            _ => false,
        }).ToList();
        var calls = state.Calls.Except(closed).Concat(opened.Select(r => new OpenCall(r.Id, r.Reason)));
        return opened.Count + closed.Count == 0 ? (state, [], []) : (state with { Calls = [.. calls] }, opened, closed);
    }

    /// <summary>A row of the call list about the school.</summary>
    public static CallRow Row(SchoolFacts facts, CallReason reason, string cause, Situation situation) => new(
        CallRow.IdOf(situation.District.Code, facts.School, reason, cause),
        situation.District.Code, facts.School, facts.Row?.Name ?? facts.School.ToString(), reason, facts.Row?.Phone ?? "",
        situation.Now, false, null, null, null);

    private static bool IsOpen(SchoolState state, CallReason reason) => state.Calls.Any(c => c.Reason == reason);
}
