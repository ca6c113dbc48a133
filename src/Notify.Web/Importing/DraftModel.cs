using Notify.Core.Importing;

namespace Notify.Web.Importing;

/// <summary>A draft as its page shows it.</summary>
/// <param name="Preview">Null once it is applied.</param>
/// <param name="IsFresh">Whether the register is still the one it was held against.</param>
/// <param name="Differences">The first rows that differ, of each table that changes.</param>
/// <param name="Mails">The first mails.</param>
/// <param name="IsTrial">Whether trial mode keeps mail from those who are on no list.</param>
public sealed record DraftModel(
    ImportDraft Draft,
    ImportPreview? Preview,
    bool IsFresh,
    IReadOnlyList<(TableCount Count, IReadOnlyList<RowDifference> Rows)> Differences,
    IReadOnlyList<PreviewedMail> Mails,
    bool IsTrial)
{
    /// <summary>Reads what the page shows: at most a store operation for each table that changes, and four.</summary>
    public static async Task<DraftModel?> ReadAsync(ImportDesk desk, string id, bool isTrial, CancellationToken ct)
    {
        if (await desk.FindAsync(id, ct) is not { State: not DraftState.Unfinished } draft)
        {
            return null;
        }

        if (draft.State == DraftState.Applied)
        {
            return new(draft, null, true, [], [], isTrial);
        }

        if (await desk.PreviewAsync(draft, ct) is not { } preview)
        {
            return null;
        }

        var differences = new List<(TableCount, IReadOnlyList<RowDifference>)>();
        foreach (var table in preview.Tables.Where(t => t.All > 0))
        {
            differences.Add((table, await desk.DifferencesAsync(draft, table.Table, 1, ct)));
        }

        var mails = preview.Mails.Caused.Count == 0 ? [] : await desk.MailsAsync(draft, 1, ct);
        return new(draft, preview, await desk.IsFreshAsync(preview, ct), differences, mails, isTrial);
    }
}

/// <summary>What the page of a draft says of what its reader just did.</summary>
public enum DraftNotice
{
    /// <summary>Nothing was done.</summary>
    None,

    /// <summary>It was applied.</summary>
    Applied,

    /// <summary>It had been applied before.</summary>
    AppliedBefore,

    /// <summary>The mass-change guard asks for a yes.</summary>
    Held,

    /// <summary>The register had changed; it was looked at anew.</summary>
    Overtaken,

    /// <summary>It was looked at anew.</summary>
    LookedAgain,
}
