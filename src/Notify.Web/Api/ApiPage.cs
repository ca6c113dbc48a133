namespace Notify.Web.Api;

/// <summary>A part of a list.</summary>
/// <param name="Items">May be fewer than were asked for, or none, although there are more.</param>
/// <param name="Next">The cursor of the next page; null: this was the last.</param>
public sealed record ApiPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Makes pages of lists that are at hand as a whole.</summary>
public static class ApiPages
{
    /// <summary>The page of a list whose keys rise.</summary>
    public static ApiPage<T> Of<T>(IEnumerable<(string Key, T Item)> rising, ApiPaging paging)
    {
        var left = rising.Where(i => paging.After is not { } after || string.CompareOrdinal(i.Key, after.Key) > 0).Take(paging.Limit + 1).ToList();
        var shown = left.Take(paging.Limit).ToList();
        return new([.. shown.Select(i => i.Item)], left.Count > shown.Count ? new ApiCursor("", shown[^1].Key).ToString() : null);
    }
}
