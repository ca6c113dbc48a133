namespace Notify.Core.Register.Reading;

/// <summary>Levenshtein's distance between short words, to guess what a misspelt one was meant to be.</summary>
public static class EditDistance
{
    private const int Near = 2;

    /// <summary>The nearest candidate at most two letters away, yet sharing a letter with it; null when there is none.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates) =>
        candidates
            .Where(c => Math.Abs(c.Length - word.Length) <= Near)
            .Select(c => (Candidate: c, Distance: Between(word, c)))
            .Where(x => x.Distance <= Near && x.Distance < Math.Max(word.Length, x.Candidate.Length))
            .OrderBy(x => x.Distance)
            .Select(x => x.Candidate)
            .FirstOrDefault();

    private static int Between(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
