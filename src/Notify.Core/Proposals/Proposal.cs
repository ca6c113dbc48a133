using System.Text.Json.Serialization;
using Notify.Core.Register;

namespace Notify.Core.Proposals;

/// <summary>What is proposed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProposalKind>))]
public enum ProposalKind
{
    /// <summary>A school that the register does not have.</summary>
    [JsonStringEnumMemberName("new")] New,

    /// <summary>Another name.</summary>
    [JsonStringEnumMemberName("renamed")] Renamed,

    /// <summary>It has closed.</summary>
    [JsonStringEnumMemberName("closed")] Closed,

    /// <summary>It rests.</summary>
    [JsonStringEnumMemberName("dormant")] Dormant,

    /// <summary>It is at work again.</summary>
    [JsonStringEnumMemberName("reopened")] Reopened,

    /// <summary>Another kind of organizer.</summary>
    [JsonStringEnumMemberName("provider")] Provider,

    /// <summary>An e-mail address that the register does not have.</summary>
    [JsonStringEnumMemberName("email")] Email,
}

/// <summary>A change of the register that somebody may accept or ignore. Pure data; follows from the register and the units alone.</summary>
/// <param name="Name">The school's, as the register has it; as Skolverket has it when it is new.</param>
/// <param name="Provider">As Skolverket has it.</param>
/// <param name="From">What the register says; empty when it says nothing.</param>
/// <param name="To">What Skolverket says: a name, an address, or a word of CONTRACT.md.</param>
/// <param name="Districts">Those of the school; empty when it is new.</param>
public sealed record Proposal(
    ProposalKind Kind, SchoolUnitCode School, string Name, Provider Provider, string From, string To, IReadOnlyList<DistrictCode> Districts)
{
    /// <summary>One school has one proposal of a kind.</summary>
    [JsonIgnore]
    public string Id => $"{School}-{Kind.ToString().ToLowerInvariant()}";

    /// <summary>Whether it proposes the same change.</summary>
    public bool IsSameAs(Proposal other) => Kind == other.Kind && School == other.School && From == other.From && To == other.To;
}

/// <summary>A proposal as it is kept. Stored under <c>proposal:</c> and its id.</summary>
/// <param name="Since">When it was first made.</param>
/// <param name="IgnoredBy">Who said that it is to be left alone; null: it is open.</param>
/// <param name="IsTold">Whether a mail has told of it.</param>
public sealed record KeptProposal(Proposal Proposal, DateTimeOffset Since, string? IgnoredBy, bool IsTold)
{
    /// <summary>Whether it waits for somebody.</summary>
    [JsonIgnore]
    public bool IsOpen => IgnoredBy is null;
}

/// <summary>What the proposals were made from, and how often mails have told of some. Stored as a note of the source.</summary>
/// <param name="Generation">The register then.</param>
/// <param name="ToldAt">When mails last told of some.</param>
public sealed record ProposalMark(string Generation, long Sequence, DateTimeOffset? ToldAt);

/// <summary>How they are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptProposal))]
[JsonSerializable(typeof(ProposalMark))]
public sealed partial class ProposalJson : JsonSerializerContext;
