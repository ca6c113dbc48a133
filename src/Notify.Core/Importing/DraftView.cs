namespace Notify.Core.Importing;

/// <summary>All that the pages of a draft show: the whole, and lists of which pages are shown.</summary>
/// <param name="Differences">The rows that differ, by table.</param>
public sealed record DraftView(ImportPreview Preview, IReadOnlyDictionary<string, IReadOnlyList<RowDifference>> Differences, IReadOnlyList<PreviewedMail> Mails)
{
    /// <summary>The name of the list of mails, beside those of the tables.</summary>
    public const string MailsPart = "mails";

    /// <summary>Rows on a page.</summary>
    public const int PageSize = 25;

    /// <summary>Pages of a list that are kept; what comes after is counted, not shown.</summary>
    public const int MostPages = 200;
}
