namespace Notify.Local.Sample;

/// <summary>Every pairing of two lists in an order that looks mixed: neighbours share neither first nor last part.</summary>
internal sealed class NameSeries(IReadOnlyList<string> firsts, IReadOnlyList<string> lasts, string between = "")
{
    /// <summary>How many there are.</summary>
    public int Count => firsts.Count * lasts.Count;

    /// <summary>The pairing with the index; no two indices below <see cref="Count"/> give the same.</summary>
    public string At(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        var (round, first) = Math.DivRem(index, firsts.Count);
        return firsts[first] + between + lasts[(round + first) % lasts.Count];
    }
}
