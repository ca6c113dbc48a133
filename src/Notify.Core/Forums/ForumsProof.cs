using Notify.Core.Register;

namespace Notify.Core.Forums;

/// <summary>The proof that independent schools take part as much as municipal ones, as programs read it: a kind of owner each, and the parity, always with its counts.</summary>
/// <param name="Parity">See <see cref="Participation.Parity"/>; null: too few to say.</param>
public sealed record ForumsProof(
    ProviderParticipation Municipal, ProviderParticipation Independent, ProviderParticipation State, ProviderParticipation Region, double? Parity)
{
    /// <summary>The proof of CONTRACT.md; <c>held</c> is what rates and parity are made of.</summary>
    public static ForumsProof Of(Participation participation) => new(
        participation[Provider.Municipal], participation[Provider.Independent], participation[Provider.State], participation[Provider.Region], participation.Parity);
}
