using Notify.Core.Contacts;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Templates;
using Notify.Core.Time;

namespace Notify.Core.Proposals;

/// <summary>Tells coordinators what is newly proposed: at most once a day, each address once, and a proposal only once.</summary>
/// <remarks>The mails are planned first and noted last; a stop in between makes the next run plan the same mails, which adds none.</remarks>
public sealed class ProposalMails(IRecordStore store, RegisterStore register, ProposalBook book, NotificationFactory factory, WorkingCalendar calendar, TimeProvider clock)
{
    /// <summary>The kind of the mail.</summary>
    public const string Kind = "register-proposals";

    private const int MostListed = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromHours(20);

    /// <summary>Plans the mails for what no mail has told yet.</summary>
    public async Task TellAsync(CancellationToken ct)
    {
        var mark = await book.MarkAsync(ct);
        var news = (await book.ReadAsync(ct)).Where(p => p is { IsOpen: true, IsTold: false }).ToList();
        var now = clock.GetUtcNow();
        if (news.Count == 0 || now - mark.Value.ToldAt < Pause)
        {
            return;
        }

        var sequence = mark.Value.Sequence + 1;
        foreach (var theirs in (await DistrictsAsync(ct)).GroupBy(d => d.CoordinatorEmail))
        {
            await PlanAsync(sequence, [.. theirs], news, ct);
        }

        foreach (var proposal in news)
        {
            await NoteAsync(proposal.Proposal.Id, ct);
        }

        mark = await book.MarkAsync(ct);
        await store.CommitAsync(Partitions.System, [mark.With(ProposalBook.Note, mark.Value with { Sequence = sequence, ToldAt = now }, ProposalJson.Default.ProposalMark)], ct);
    }

    private async Task<List<District>> DistrictsAsync(CancellationToken ct)
    {
        var districts = new List<District>();
        foreach (var code in await register.DistrictsAsync(ct))
        {
            if (await register.PointerAsync(code, ct) is { Closed: false } pointer)
            {
                districts.Add((await register.SnapshotAsync(code, pointer, ct)).District);
            }
        }

        return districts;
    }

    private async Task PlanAsync(long sequence, IReadOnlyList<District> theirs, IReadOnlyList<KeptProposal> news, CancellationToken ct)
    {
        var codes = theirs.Select(d => d.Code).ToHashSet();
        var listed = news.Select(n => n.Proposal).Where(p => p.Districts.Count == 0 || p.Districts.Any(codes.Contains)).ToList();
        if (listed.Count == 0)
        {
            return;
        }

        var first = theirs[0];
        var values = new RegisterProposalsMail(
            new(first.Name, (first.ReplyTo ?? first.CoordinatorEmail).ToString()), listed.Count,
            [.. listed.Take(MostListed).Select(p => new MailProposal(p.Kind.ToString().ToLowerInvariant(), p.Name, p.School.ToString(), p.Provider == Provider.Independent, p.From, p.To))]);
        var draft = new NotificationDraft(
            Kind, first.Code, "source:skolverket", sequence, [first.CoordinatorEmail], first.Language, MailValues.Of(values), calendar.NextOpen(clock.GetUtcNow()), IsDigest: true);
        try
        {
            await store.CommitAsync(first.Code.ToString(), [.. NotificationRows.Insert(factory.Create(draft))], ct);
        }
        catch (ConflictException)
        {
            // It was planned before a stop that came before this was noted.
        }
    }

    private Task<bool> NoteAsync(string id, CancellationToken ct) => Conflicts.RetryAsync(async () =>
    {
        if (await book.FindAsync(id, ct) is { Value.IsTold: false } kept)
        {
            await store.CommitAsync(Partitions.System, [kept.With(ProposalBook.Prefix + id, kept.Value with { IsTold = true }, ProposalJson.Default.KeptProposal)], ct);
        }

        return true;
    });
}

/// <summary>Values of <c>register-proposals</c>: to the coordinator, on what the Skolenhetsregister proposes.</summary>
/// <param name="Count">How many there are in all.</param>
/// <param name="Proposals">The first of them.</param>
/// <remarks>Link: <c>portal</c>.</remarks>
public sealed record RegisterProposalsMail(MailDistrict District, int Count, IReadOnlyList<MailProposal> Proposals);

/// <summary>One of them.</summary>
/// <param name="Kind"><c>new</c>, <c>renamed</c>, <c>closed</c>, <c>dormant</c>, <c>reopened</c>, <c>provider</c> or <c>email</c>.</param>
/// <param name="IsIndependent">Whether the school is an independent one.</param>
/// <param name="From">What the register says; may be empty.</param>
/// <param name="To">What Skolverket says.</param>
public sealed record MailProposal(string Kind, string Name, string Code, bool IsIndependent, string From, string To);

/// <summary>Invented values of the mail, for previews.</summary>
internal static class ProposalSample
{
    public static RegisterProposalsMail Of() => new(
        new("Bromma", "samordnare.bromma@stad.example"), 3,
        [
            new("new", "Friskolan Lyktan", "98000077", IsIndependent: true, "", "Friskolan Lyktan"),
            new("renamed", "Ekhöjdens skola", "98000014", IsIndependent: false, "Ekhöjdens skola", "Ekhöjdsskolan"),
            new("closed", "Björklundaskolan", "98000010", IsIndependent: false, "active", "closed"),
        ]);
}
