namespace Notify.Core.Tests.FollowUps;

/// <summary>
/// Somebody who knows of every published figure whose answers it is worked out from and how, and looks for a calculation with all of them
/// together that is about few people only. Exact: in the field of the integers modulo a large prime, where a calculation that exists
/// with fractions exists as well.
/// </summary>
/// <param name="figures">Each figure as what it multiplies the answers of each person (a column) with.</param>
internal sealed class Adversary(IReadOnlyCollection<IReadOnlyDictionary<int, long>> figures)
{
    /// <summary>The prime.</summary>
    public const long Prime = 1_000_000_007;

    private readonly int _rank = RankOf(figures);

    /// <summary>Whether some combination of the figures depends on these columns, and on no other.</summary>
    public bool Knows(IReadOnlySet<int> columns) =>
        _rank > RankOf([.. figures.Select(f => f.Where(c => !columns.Contains(c.Key)).ToDictionary(c => c.Key, c => c.Value))]);

    /// <summary>A fraction in the field.</summary>
    public static long Fraction(long numerator, long denominator) => Times(Mod(numerator), Inverse(Mod(denominator)));

    private static int RankOf(IEnumerable<IReadOnlyDictionary<int, long>> rows)
    {
        // Each kept row begins with a one in a column in which no later row has anything.
        var pivots = new SortedDictionary<int, Dictionary<int, long>>();
        foreach (var figure in rows)
        {
            var row = new SortedDictionary<int, long>(figure.Where(c => Mod(c.Value) != 0).ToDictionary(c => c.Key, c => Mod(c.Value)));
            while (row.Count > 0)
            {
                var (first, factor) = row.First();
                if (!pivots.TryGetValue(first, out var pivot))
                {
                    var inverse = Inverse(factor);
                    pivots[first] = row.ToDictionary(c => c.Key, c => Times(c.Value, inverse));
                    break;
                }

                Subtract(row, pivot, factor);
            }
        }

        return pivots.Count;
    }

    private static void Subtract(SortedDictionary<int, long> row, Dictionary<int, long> pivot, long factor)
    {
        foreach (var (column, value) in pivot)
        {
            var left = Mod(row.GetValueOrDefault(column) - Times(value, factor));
            if (left == 0)
            {
                row.Remove(column);
            }
            else
            {
                row[column] = left;
            }
        }
    }

    private static long Mod(long value) => ((value % Prime) + Prime) % Prime;

    private static long Times(long left, long right) => left * right % Prime;

    private static long Inverse(long value)
    {
        var (result, power) = (1L, value);
        for (var exponent = Prime - 2; exponent > 0; exponent >>= 1)
        {
            result = (exponent & 1) == 1 ? Times(result, power) : result;
            power = Times(power, power);
        }

        return result;
    }
}
