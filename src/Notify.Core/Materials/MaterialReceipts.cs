using Notify.Core.Links;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Core.Watches;

namespace Notify.Core.Materials;

/// <summary>What recipients see, and do, behind the link of a mail about support material.</summary>
public sealed class MaterialReceipts(IRecordStore store, WatchRunner runner, TimeProvider clock)
{
    private const int Tries = 16;

    /// <summary>What the page shows; null when the district is no more, or nothing is known of the mail.</summary>
    public async Task<MaterialView?> ViewAsync(LinkToken token, CancellationToken ct) =>
        await ReadAsync(token, ct) is { } read ? read.View(token) : null;

    /// <summary>Confirms what the page showed; what is no longer the present version is not confirmed.</summary>
    /// <param name="seen">The <see cref="MaterialItem.Key"/> of what the page showed.</param>
    /// <exception cref="ConflictException">Others changed the same again and again.</exception>
    public Task<MaterialView?> ConfirmAsync(LinkToken token, IReadOnlyCollection<string> seen, CancellationToken ct) => Conflicts.RetryAsync(
        async () => await ReadAsync(token, ct) is { } read ? await ConfirmAsync(read, token, seen, ct) : null, Tries);

    private async Task<MaterialView> ConfirmAsync(MaterialReading read, LinkToken token, IReadOnlyCollection<string> seen, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var confirmed = read.View(token).Items.Where(i => seen.Contains(i.Key)).Select(i => new ConfirmedVersion(VersionName.Of(i.Material), now)).ToList();
        var changed = read.States.Select(kept => (Kept: kept, After: confirmed.Where(c => !kept.Value.HasConfirmed(c.Version)).Aggregate(kept.Value, (s, c) => s.With(c))))
            .Where(c => !ReferenceEquals(c.After, c.Kept.Value)).ToList();
        if (changed.Count > 0)
        {
            var rows = changed.Select(c => c.Kept.With(MaterialsKeys.Recipient(c.After.Recipient), c.After, MaterialsJson.Default.RecipientState));
            RecordChange[] mark = changed.Any(c => c.After.WaitingMails.Any()) ? [new RecordChange.Put(WatchKeys.Answered(MaterialsKeys.Watch), "{}")] : [];
            await store.CommitAsync(token.District.ToString(), [.. rows, .. mark], ct);
        }

        return (read with { States = [.. read.States.Select(k => changed.FirstOrDefault(c => c.Kept == k) is { After: { } after } ? k with { Value = after } : k)] }).View(token);
    }

    private async Task<MaterialReading?> ReadAsync(LinkToken token, CancellationToken ct)
    {
        if (await runner.SnapshotAsync(token.District, ct) is not { } snapshot)
        {
            return null;
        }

        var kept = await store.ListAsync(token.District.ToString(), MaterialsKeys.PrefixOf(token.Subject), MaterialsJson.Default.RecipientState, ct);
        var states = kept.Where(k => MaterialReading.VersionsOf(k.Value, token).Any()).ToList();
        return states.Count == 0 ? null : new(snapshot, MaterialFacts.Of(snapshot, StockholmTime.DateOf(clock.GetUtcNow())), states);
    }
}

/// <summary>What the page behind a link shows.</summary>
/// <param name="Names">The schools, or the contact, that the link was made for.</param>
/// <param name="Items">The present versions of what the mail told, those that are still published.</param>
/// <param name="IsOutdated">Whether one of them is newer than the mail, or withdrawn since.</param>
/// <param name="ConfirmedAt">When the last of all was confirmed; null while one is not.</param>
public sealed record MaterialView(
    District District, IReadOnlyList<string> Names, bool IsSchool, IReadOnlyList<MaterialItem> Items, bool IsOutdated, DateTimeOffset? ConfirmedAt);

/// <summary>A material on the page.</summary>
/// <param name="Key">Names its version in the form.</param>
public sealed record MaterialItem(Material Material, string Key)
{
    /// <summary>The item of a row of the register.</summary>
    public static MaterialItem Of(Material material) => new(material, MaterialsKeys.Version(material.Id, material.Version));
}

/// <summary>All that the page behind a link rests on.</summary>
/// <param name="States">Of those that the mail spoke for.</param>
internal sealed record MaterialReading(DistrictSnapshot Snapshot, MaterialFacts Facts, IReadOnlyList<Kept<RecipientState>> States)
{
    /// <summary>What the mail of a link told the recipient, or was about to.</summary>
    public static IEnumerable<VersionName> VersionsOf(RecipientState state, LinkToken token)
    {
        var planned = new[] { state.News, state.Reminder }.OfType<MaterialSaying>().Where(s => s.Subject == token.Subject && s.Sequence == token.Sequence);
        return state.Told.Where(t => t.Subject == token.Subject && t.Sequence == token.Sequence).Select(t => t.Version)
            .Concat(state.Reminded.Where(r => r.Subject == token.Subject && r.Sequence == token.Sequence).Select(r => r.Version))
            .Concat(planned.SelectMany(s => s.Items).Select(i => i.Version))
            .Distinct();
    }

    /// <summary>The page.</summary>
    public MaterialView View(LinkToken token)
    {
        var said = States.SelectMany(s => VersionsOf(s.Value, token)).Distinct().ToList();
        var shown = said.Select(v => v.Material).Distinct().Select(id => Facts.Published.FirstOrDefault(m => m.Id == id)).OfType<Material>().ToList();
        var versions = shown.Select(VersionName.Of).ToList();
        var receipts = States.SelectMany(s => versions.Select(v => s.Value.Confirmed.FirstOrDefault(c => c.Version == v))).ToList();
        var names = States.Select(s => NameOf(s.Value.Recipient)).Order(StringComparer.Ordinal).ToList();
        return new(
            Snapshot.District, names, MaterialsKeys.SchoolIn(States[0].Value.Recipient) is not null, [.. shown.Select(MaterialItem.Of)],
            IsOutdated: said.Except(versions).Any(),
            receipts.Count > 0 && receipts.All(r => r is not null) ? receipts.Max(r => r!.At) : null);
    }

    private string NameOf(string recipient) => MaterialsKeys.SchoolIn(recipient) is { } code
        ? Snapshot.Schools.FirstOrDefault(s => s.Code == code)?.Name ?? code.ToString()
        : Snapshot.Contacts.FirstOrDefault(c => MaterialsKeys.OfContact(c.Id) == recipient)?.Name ?? "";
}
