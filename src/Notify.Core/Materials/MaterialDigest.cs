namespace Notify.Core.Materials;

/// <summary>Something to be said to one recipient in this run.</summary>
public sealed record MaterialNews(RecipientState State, MaterialReader Reader, MaterialSaying Saying);

/// <summary>One mail: the same news to those whose mail the same person reads, such as one principal's preschools.</summary>
/// <param name="Items">Never empty; by name.</param>
public sealed record MaterialDigest(string Kind, IReadOnlyList<MaterialNews> Items)
{
    /// <summary>More units than one person leads, and as many as go into one commit with their mail.</summary>
    private const int MostItems = 40;

    /// <summary>The mails that say everything: to each reader one for each kind and set of versions.</summary>
    public static IEnumerable<MaterialDigest> Of(string kind, IEnumerable<MaterialNews> news) =>
        from item in news
        group item by (item.Reader.Role, First: item.Saying.To[0], item.Saying.IsWelcome, Said: string.Join('\n', item.Saying.Items)) into same
        from chunk in same.OrderBy(i => i.Reader.Name, StringComparer.Ordinal).ThenBy(i => i.State.Recipient, StringComparer.Ordinal).Chunk(MostItems)
        orderby chunk[0].State.Recipient
        select new MaterialDigest(kind, chunk);
}
