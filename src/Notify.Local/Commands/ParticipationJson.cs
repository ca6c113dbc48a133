using Notify.Core.Forums;
using Notify.Core.Register;

namespace Notify.Local.Commands;

/// <summary>How participation stands in answers for programs: a kind of owner each, and the parity, always with its counts.</summary>
public static class ParticipationJson
{
    /// <summary>The JSON of CONTRACT.md's proof <c>forums</c>; <c>held</c> is what rates and parity are made of.</summary>
    public static object Of(Participation participation) => new
    {
        Municipal = participation[Provider.Municipal],
        Independent = participation[Provider.Independent],
        State = participation[Provider.State],
        Region = participation[Provider.Region],
        participation.Parity,
    };
}
