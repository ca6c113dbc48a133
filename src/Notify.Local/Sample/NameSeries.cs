using System.Numerics;

namespace Notify.Local.Sample;

/// <summary>Every pairing of two lists, in an order that looks mixed: a part comes again only when its list is through.</summary>
internal sealed class NameSeries(IReadOnlyList<string> firsts, IReadOnlyList<string> lasts, string between = "")
{
    // Both lists advance together until both are through; then the last parts skip one, or all pairs would come again.
    private readonly int _round = firsts.Count * lasts.Count / (int)BigInteger.GreatestCommonDivisor(firsts.Count, lasts.Count);

    /// <summary>How many there are.</summary>
    public int Count => firsts.Count * lasts.Count;

    /// <summary>The pairing with the index; no two indices below <see cref="Count"/> give the same.</summary>
    public string At(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return firsts[index % firsts.Count] + between + lasts[(index + (index / _round)) % lasts.Count];
    }
}
