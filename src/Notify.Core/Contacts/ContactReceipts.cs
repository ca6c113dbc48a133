using System.Text.Json;
using Notify.Core.Links;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Watches;

namespace Notify.Core.Contacts;

/// <summary>What a school sees, and does, behind the link of a contact mail.</summary>
public sealed class ContactReceipts(IRecordStore store, RegisterStore register, TimeProvider clock)
{
    private const int MaxNameLength = 100;
    private const int MaxOpenProposals = 20;

    /// <summary>What the page shows; null when the district or school is no more.</summary>
    public async Task<ReceiptView?> ViewAsync(LinkToken token, CancellationToken ct) =>
        await ReadAsync(token, ct) is var (district, school, kept) ? View(district, school, kept.Value, token.Sequence) : null;

    /// <summary>Confirms what the token was made for. A token of something older confirms nothing, and is shown as outdated.</summary>
    /// <exception cref="ConflictException">Somebody else changed the school again and again.</exception>
    public Task<ReceiptView?> ConfirmAsync(LinkToken token, CancellationToken ct) => Conflicts.RetryAsync(async () =>
    {
        if (await ReadAsync(token, ct) is not var (district, school, kept))
        {
            return null;
        }

        var next = Confirmed(kept.Value, token.Sequence);
        if (next != kept.Value)
        {
            await store.CommitAsync(
                district.Code.ToString(),
                [kept.With(ContactsKeys.School(school.Code), next, ContactsJson.Default.SchoolState), new RecordChange.Put(WatchKeys.Again(ContactsKeys.Watch), "{}")],
                ct);
        }

        return View(district, school, next, token.Sequence);
    });

    /// <summary>Puts what the school says of itself on the coordinator's call list; the register stays the coordinator's own.</summary>
    /// <param name="principalName">Empty: no proposal for the name.</param>
    /// <param name="email">Empty: no proposal for the address.</param>
    public async Task<ProposalOutcome> ProposeAsync(LinkToken token, string principalName, string email, CancellationToken ct)
    {
        var (name, address) = (principalName.Trim(), email.Trim());
        var isValid = name.Length + address.Length > 0 && name.Length <= MaxNameLength && !name.Any(char.IsControl)
            && (address.Length == 0 || EmailAddress.TryParse(address, out _));
        if (!isValid || await ReadAsync(token, ct) is not var (district, school, _))
        {
            return ProposalOutcome.Invalid;
        }

        var note = string.Join(" · ", new[] { name, address }.Where(p => p.Length > 0));
        var call = new CallRow(
            CallRow.IdOf(district.Code, school.Code, CallReason.WrongDetails, note), district.Code, school.Code, school.Name,
            CallReason.WrongDetails, school.Phone ?? "", clock.GetUtcNow(), false, null, null, note);
        return await RecordAsync(call, ct);
    }

    private async Task<ProposalOutcome> RecordAsync(CallRow call, CancellationToken ct)
    {
        var rows = await store.ListAsync(call.District.ToString(), CallRow.Prefix, ContactsJson.Default.CallRow, ct);
        if (rows.Count(r => r.Value is { Done: false, Reason: CallReason.WrongDetails } row && row.School == call.School) >= MaxOpenProposals
            || rows.Any(r => r.Value is { Done: false } row && row.Id == call.Id))
        {
            return ProposalOutcome.AlreadyRecorded;
        }

        var put = new RecordChange.Put(CallRow.KeyOf(call.Id), JsonSerializer.Serialize(call, ContactsJson.Default.CallRow));
        await store.CommitAsync(call.District.ToString(), [put], ct);
        return ProposalOutcome.Recorded;
    }

    private async Task<(District District, School School, Kept<SchoolState> State)?> ReadAsync(LinkToken token, CancellationToken ct)
    {
        if (ContactsKeys.SchoolIn(token.Subject) is not { } code || await register.PointerAsync(token.District, ct) is not { } pointer)
        {
            return null;
        }

        var snapshot = await register.SnapshotAsync(token.District, pointer, ct);
        var state = await store.FindAsync(token.District.ToString(), ContactsKeys.School(code), ContactsJson.Default.SchoolState, ct);
        return snapshot.Schools.FirstOrDefault(s => s.Code == code) is { } school && state is not null ? (snapshot.District, school, state) : null;
    }

    /// <summary>The receipt may come before the sending process has recorded that the mail was accepted.</summary>
    private SchoolState Confirmed(SchoolState state, long sequence)
    {
        if (sequence == state.Known.Sequence && state.Known.By != KnownBy.Nothing && !state.IsConfirmed)
        {
            return state with { Receipt = (state.Receipt ?? new(sequence, state.Known.At, null, null)) with { Sequence = sequence, ConfirmedAt = clock.GetUtcNow() } };
        }

        return sequence == state.Planned?.Sequence && state.Receipt?.Sequence != sequence
            ? state with { Receipt = new(sequence, null, clock.GetUtcNow(), null) }
            : state;
    }

    private static ReceiptView View(District district, School school, SchoolState state, long sequence)
    {
        var isPlanned = state.Planned is { } planned && planned.Sequence == sequence;
        var shown = isPlanned ? state.Planned!.Sequence : state.Known.Sequence;
        var confirmedAt = state.Receipt is { } receipt && receipt.Sequence == shown ? receipt.ConfirmedAt
            : state.Known.By == KnownBy.Meeting ? state.Known.At : null;
        return new(
            district, school.Name, isPlanned ? state.Planned!.Holders : state.Known.Holders, shown,
            confirmedAt is not null, confirmedAt, IsOutdated: shown != sequence);
    }
}

/// <summary>What the page behind a link shows.</summary>
/// <param name="Sequence">What a confirmation on this page confirms.</param>
/// <param name="IsOutdated">Whether the link was made for something older than what is shown.</param>
public sealed record ReceiptView(
    District District, string SchoolName, IReadOnlyList<Holder> Holders, long Sequence, bool IsConfirmed, DateTimeOffset? ConfirmedAt, bool IsOutdated);

/// <summary>What became of a school's proposal about its own details.</summary>
public enum ProposalOutcome
{
    /// <summary>It is on the coordinator's list.</summary>
    Recorded,

    /// <summary>It was there already, or the list is long enough.</summary>
    AlreadyRecorded,

    /// <summary>It says nothing, or not a name and an address.</summary>
    Invalid,
}
