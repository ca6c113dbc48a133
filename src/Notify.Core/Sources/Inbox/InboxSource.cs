using System.Globalization;
using System.Security.Cryptography;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Core.Store;
using Notify.Core.Time;

namespace Notify.Core.Sources.Inbox;

/// <summary>
/// Imports what is put into the inbox: CSV files that lie there together are one register, an Excel workbook is one by itself. Done,
/// a file is moved to <c>done</c> or <c>refused</c> with a report beside it. What the mass-change guard holds stays, and what came
/// after it waits, until a person lets it pass or takes it away.
/// </summary>
/// <remarks>
/// A file is whole when two looks find it the same. While one grows, nothing is taken: it may belong with the others. A stop after
/// the import and before the move makes the next run import the same again, which changes nothing.
/// </remarks>
public sealed class InboxSource(IInbox inbox, IRegisterFiles files, UnattendedImport import, IRecordStore store, TimeProvider clock) : ISource
{
    /// <summary>Where files go that were taken in.</summary>
    public const string Done = "done";

    /// <summary>Where files go that were not.</summary>
    public const string Refused = "refused";

    /// <summary>Between the two looks. Programs write a file on without longer pauses.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    private readonly string _note = SourceKeys.Note("inbox", "taken");

    /// <inheritdoc/>
    public string Name => "inbox";

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        var first = await inbox.ListAsync(ct);
        if (first.Count == 0)
        {
            return;
        }

        await Task.Delay(Quiet, clock, ct);
        var listed = await inbox.ListAsync(ct);
        if (!listed.SequenceEqual(first))
        {
            return;
        }

        foreach (var delivery in DeliveriesIn(listed))
        {
            if (!await TakeAsync(delivery, ct))
            {
                return;
            }
        }
    }

    /// <summary>The files that belong together: the CSV files first, since a workbook may be of a later day than any of them.</summary>
    private static IEnumerable<IReadOnlyList<InboxFile>> DeliveriesIn(IReadOnlyList<InboxFile> listed)
    {
        var tables = listed.Where(f => Path.GetExtension(f.Name).Equals(".csv", StringComparison.OrdinalIgnoreCase)).ToList();
        IEnumerable<IReadOnlyList<InboxFile>> alone = listed.Except(tables).Select(f => (IReadOnlyList<InboxFile>)[f]);
        return tables.Count == 0 ? alone : alone.Prepend(tables);
    }

    /// <returns>Whether the next may have its turn.</returns>
    private async Task<bool> TakeAsync(IReadOnlyList<InboxFile> delivery, CancellationToken ct)
    {
        var (raw, key) = await ReadAsync(delivery, ct);
        if (raw is null)
        {
            throw new SourceException(InboxReport.InUse([.. delivery.Select(f => f.Name)]));
        }

        var what = delivery is [var only] ? only.Name : string.Join(", ", delivery.Select(f => f.Name));
        if (await IsTakenAsync(key, ct))
        {
            // It was taken in, and could not be moved then. The register may say something newer by now.
            await MoveAsync(delivery, Done, InboxReport.Again(what, clock.GetUtcNow()), ct);
            return await ForgetAsync(ct);
        }

        var outcome = await import.ImportAsync(raw, new(Name, Short(what), key), ct);
        if (outcome.Import is { IsHeld: true })
        {
            return false;
        }

        var report = InboxReport.Of(what, outcome, clock.GetUtcNow());
        if (!outcome.IsTaken)
        {
            await MoveAsync(delivery, Refused, report, ct);
            return true;
        }

        await store.CommitAsync(Partitions.System, [new RecordChange.Put(_note, $"\"{key}\"")], ct);
        await MoveAsync(delivery, Done, report, ct);
        return await ForgetAsync(ct);
    }

    /// <summary>The register in the files, and a hash of them; null when one of them cannot be read now.</summary>
    private async Task<(RawRegister? Raw, string Key)> ReadAsync(IReadOnlyList<InboxFile> delivery, CancellationToken ct)
    {
        var large = delivery.Where(f => f.Length > RegisterFileSize.MaxBytes).Select(f => new RegisterIssue(f.Name, 0, "", "", RegisterFileSize.TooLarge)).ToList();
        if (large.Count > 0)
        {
            return (new([], large, []), RecordKey.Hash(string.Join('\n', delivery)));
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var sent = new List<SentFile>();
        foreach (var file in delivery)
        {
            if (await inbox.ReadAsync(file, ct) is not { } bytes)
            {
                return (null, "");
            }

            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{file.Name}\n{bytes.Length}\n"));
            hash.AppendData(bytes);
            sent.Add(new(file.Name, bytes));
        }

        return (await files.ReadAsync(sent, ct), RecordKey.Base32(hash.GetHashAndReset()));
    }

    private async Task MoveAsync(IReadOnlyList<InboxFile> delivery, string folder, string report, CancellationToken ct)
    {
        var stamp = StockholmTime.ToLocal(clock.GetUtcNow()).ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        foreach (var file in delivery)
        {
            if (!await inbox.MoveAsync(file, folder, $"{stamp}-{file.Name}", report, ct))
            {
                throw new SourceException(InboxReport.InUse([file.Name]));
            }
        }
    }

    private async Task<bool> IsTakenAsync(string key, CancellationToken ct) =>
        (await store.FindAsync(Partitions.System, _note, ct))?.Value == $"\"{key}\"";

    private async Task<bool> ForgetAsync(CancellationToken ct)
    {
        await store.CommitAsync(Partitions.System, [new RecordChange.Put(_note, "\"\"")], ct);
        return true;
    }

    private static string Short(string what) => what.Length <= 200 ? what : string.Concat(what.AsSpan(0, 199), "…");
}
