using Notify.Core.Register;
using Notify.Web.Access;

namespace Notify.Web.Api;

/// <summary>
/// Makes pages of lists that each district keeps for itself: district by district in the order of their codes, in each in the order of
/// keys. A district that the page does not show is not read.
/// </summary>
public sealed class DistrictPages(RegisterStore register)
{
    /// <summary>The page.</summary>
    /// <param name="district">Null: every district that the user may see.</param>
    /// <param name="read">All items of a district that are asked for, each with a key of its own, in any order.</param>
    public async Task<ApiPage<T>> ReadAsync<T>(
        PortalUser user, DistrictCode? district, ApiPaging paging, Func<DistrictCode, Task<IEnumerable<(string Key, T Item)>>> read, CancellationToken ct)
    {
        var items = new List<T>();
        foreach (var code in await DistrictsAsync(user, district, paging.After, ct))
        {
            if (items.Count == paging.Limit)
            {
                return new(items, new ApiCursor(code.ToString(), "").ToString());
            }

            var last = paging.After is { } after && after.Part == code.ToString() ? after.Key : null;
            foreach (var (key, item) in After(last, await read(code)))
            {
                if (items.Count == paging.Limit)
                {
                    return new(items, new ApiCursor(code.ToString(), last!).ToString());
                }

                items.Add(item);
                last = key;
            }
        }

        return new(items, null);
    }

    private static List<(string Key, T Item)> After<T>(string? key, IEnumerable<(string Key, T Item)> items) =>
        [.. items.Where(i => key is null || string.CompareOrdinal(i.Key, key) > 0).OrderBy(i => i.Key, StringComparer.Ordinal)];

    private async Task<IEnumerable<DistrictCode>> DistrictsAsync(PortalUser user, DistrictCode? district, ApiCursor? after, CancellationToken ct) =>
        (district is { } one ? [one] : await register.DistrictsAsync(ct))
        .Where(d => user.Reads.Includes(d) && (after is null || string.CompareOrdinal(d.ToString(), after.Part) >= 0))
        .OrderBy(d => d.ToString(), StringComparer.Ordinal);
}
