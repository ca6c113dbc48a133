using Notify.Core.Register;

namespace Notify.Core.Agreements;

/// <summary>One item of what there is to say in this run.</summary>
public sealed record AgreementNews(AgreementState State, AgreementFacts Facts, Saying Saying);

/// <summary>One mail: the same news to everyone for whom there are just these on the topic.</summary>
/// <param name="Items">The most pressing first; never empty.</param>
/// <param name="Copies">Who is to see that the others were told.</param>
public sealed record AgreementDigest(
    SayingTopic Topic, IReadOnlyList<AgreementNews> Items, IReadOnlyList<EmailAddress> To, IReadOnlyList<EmailAddress> Copies)
{
    /// <summary>More than anybody reads, and as many as go into one commit with their mail.</summary>
    private const int MostItems = 50;

    /// <summary>The mails that say everything, to each person in one for each topic. A steering group gets its mail together; the informed, who are strangers to each other, alone.</summary>
    /// <param name="escalateAfter">Days overdue from which the director gets a copy; once of each agreement.</param>
    public static IReadOnlyList<AgreementDigest> Of(IReadOnlyList<AgreementNews> news, EmailAddress? director, int escalateAfter)
    {
        var digests = new List<AgreementDigest>();
        foreach (var topic in news.GroupBy(n => n.Saying.Topic).OrderBy(t => t.Key))
        {
            var ordered = topic.OrderByDescending(n => n.Saying.Step ?? 0).ThenBy(n => n.State.Id, StringComparer.Ordinal).ToList();
            digests.AddRange(ordered.Chunk(MostItems).SelectMany(items => OfTopic(topic.Key, items)));
        }

        return WithCopies(digests, director, escalateAfter);
    }

    private static IEnumerable<AgreementDigest> OfTopic(SayingTopic topic, IReadOnlyList<AgreementNews> news)
    {
        var informed = news.SelectMany(n => n.Saying.Informed.Intersect(n.Saying.Missing)).ToHashSet();
        var people = news.SelectMany(n => n.Saying.Missing).Distinct()
            .Select(person => (Person: person, Items: news.Where(n => n.Saying.Missing.Contains(person)).ToList()));
        return people
            .GroupBy(p => string.Join('\n', p.Items.Select(i => i.State.Id).Append(informed.Contains(p.Person) ? p.Person.ToString() : "")), StringComparer.Ordinal)
            .Select(g => new AgreementDigest(topic, g.First().Items, [.. g.Select(p => p.Person).OrderBy(a => a.ToString(), StringComparer.Ordinal)], []))
            .OrderByDescending(d => d.Items.Count).ThenBy(d => d.To[0].ToString(), StringComparer.Ordinal);
    }

    /// <summary>The largest digests come first, so that the director gets as few copies as can be.</summary>
    private static List<AgreementDigest> WithCopies(IEnumerable<AgreementDigest> digests, EmailAddress? director, int escalateAfter)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var result = new List<AgreementDigest>();
        foreach (var digest in digests)
        {
            var escalated = digest.Items.Where(i => digest.Topic == SayingTopic.Step && i.Saying.Step >= escalateAfter).Select(i => i.State.Id).ToList();
            var isNews = !seen.IsSupersetOf(escalated);
            seen.UnionWith(escalated);
            result.Add(isNews && director is { } address && !digest.To.Contains(address) ? digest with { Copies = [address] } : digest);
        }

        return result;
    }
}
