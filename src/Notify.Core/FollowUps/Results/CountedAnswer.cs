namespace Notify.Core.FollowUps.Results;

/// <summary>One answer as it is counted: who answered is no part of it.</summary>
/// <param name="Groups">The groups it counts in: every hat's, and once in each. Never empty.</param>
/// <param name="Choices">By <see cref="Statement.Key"/>: 1 to the end of the scale, or 0 for "don't know".</param>
public sealed record CountedAnswer(IReadOnlySet<RespondentGroup> Groups, IReadOnlyDictionary<string, int> Choices);
