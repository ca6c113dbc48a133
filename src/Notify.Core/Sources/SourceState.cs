using System.Text.Json.Serialization;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Sources;

/// <summary>Where a source stands, in <see cref="Partitions.System"/>.</summary>
/// <param name="Last">When it was last asked; null: never.</param>
/// <param name="LastGood">When that last went well.</param>
/// <param name="Failure">What kept it from being read the last time; null: nothing did.</param>
/// <param name="Changed">When it last changed the register.</param>
/// <param name="Refusal">What came from it last and was not taken in; null: what came was taken in.</param>
/// <param name="Sequence">Rises with every refusal: the sequence number of the mails about it.</param>
public sealed record SourceState(
    DateTimeOffset? Last = null, DateTimeOffset? LastGood = null, Bilingual? Failure = null, DateTimeOffset? Changed = null, Refusal? Refusal = null, long Sequence = 0);

/// <summary>What came from a source and was not taken in.</summary>
/// <param name="What">What came, as a file's name.</param>
/// <param name="Mark">A hash of what came and of what is wrong with it: the same again is no news.</param>
/// <param name="Count">How many errors there are in all.</param>
/// <param name="Errors">The first of them; empty when the mass-change guard held it.</param>
/// <param name="Held">The districts for which the guard held it.</param>
/// <param name="IsTold">Whether the mails about it are planned.</param>
/// <param name="IsPassed">Whether a person has said that it is to be taken in although so much goes.</param>
public sealed record Refusal(
    string What, DateTimeOffset At, string Mark, int Count, IReadOnlyList<KeptIssue> Errors, IReadOnlyList<HeldDistrict> Held, bool IsTold = false, bool IsPassed = false)
{
    /// <summary>Whether the guard held it, so that a person may let it pass.</summary>
    [JsonIgnore]
    public bool IsHeld => Held.Count > 0;
}

/// <summary>Where it is stored.</summary>
public static class SourceKeys
{
    /// <summary>Prefix of the states of sources.</summary>
    public const string Prefix = "source:";

    /// <summary>The state of a source.</summary>
    public static string State(string source) => Prefix + source;

    /// <summary>What a source notes for itself, as how far it has read: not under <see cref="Prefix"/>, so that the states are one scan.</summary>
    public static string Note(string source, string note) => $"sourcenote:{source}:{note}";
}

/// <summary>How it is stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SourceState))]
public sealed partial class SourceJson : JsonSerializerContext;
