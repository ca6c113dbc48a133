using System.Text.Json.Serialization;
using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.Delivery.Troubles;
using Notify.Core.FollowUps;
using Notify.Core.Forums;
using Notify.Core.Materials;
using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Core.Overview;

/// <summary>All that the overview shows of one district. It is kept, so that a page over many districts reads a row of each.</summary>
/// <param name="Day">The day in Stockholm for which it holds.</param>
/// <param name="SharedSchools">Schools that other districts have too: in the city's figures they count once.</param>
/// <param name="Schools">How schools took part in forums.</param>
/// <param name="FollowUps">Without indices.</param>
/// <param name="ClosedRounds">Of the latest terms: what indices are made of.</param>
/// <param name="OpenCalls">How many lines of the call list are open, of which the oldest are in <paramref name="Calls"/>.</param>
/// <param name="Waiting">How many mails are queued or being sent, of which the first to leave are in <paramref name="Next"/>.</param>
/// <param name="Held">Mails that somebody holds.</param>
/// <param name="Kept">What trial mode keeps back, or kept back and still holds.</param>
/// <param name="DeadAddresses">Addresses to which nothing is sent until the register changes them; the latest.</param>
public sealed record DistrictGlance(
    DistrictCode Code,
    string Name,
    DateOnly Day,
    ContactsProof Contacts,
    IReadOnlyList<SharedSchool> SharedSchools,
    AgreementsProof Agreements,
    IReadOnlyList<SchoolParticipation> Schools,
    MaterialsProof Materials,
    FollowUpsProof FollowUps,
    IReadOnlyList<RoundState> ClosedRounds,
    int OpenCalls,
    IReadOnlyList<CallRow> Calls,
    int NoContact,
    int SolePerson,
    IReadOnlyList<ContactFlag> TooMany,
    int Waiting,
    IReadOnlyList<GlanceMail> Next,
    IReadOnlyList<GlanceMail> Held,
    int Kept,
    IReadOnlyList<DeadAddress> DeadAddresses,
    int MissingForums,
    int Conflicts)
{
    /// <summary>How many rows of a list are kept; the overview shows no more of one district.</summary>
    public const int MaxRows = 30;
}

/// <summary>A school that several districts work with, as one of them sees it.</summary>
public sealed record SharedSchool(SchoolUnitCode School, bool IsTold, bool IsConfirmed);

/// <summary>A mail that has not left.</summary>
/// <param name="About">The name of what it is about.</param>
public sealed record GlanceMail(NotificationId Id, string Kind, string About, DateTimeOffset NotBefore);

/// <summary>A glance as stored.</summary>
/// <param name="Mark">The mark that stood when it was taken.</param>
internal sealed record KeptGlance(string Mark, DistrictGlance Glance);

/// <summary>The mark as stored.</summary>
internal sealed record GlanceMark(string Mark);

/// <summary>How glances are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptGlance))]
[JsonSerializable(typeof(GlanceMark))]
[JsonSerializable(typeof(Trend))]
internal sealed partial class GlanceJson : JsonSerializerContext;
