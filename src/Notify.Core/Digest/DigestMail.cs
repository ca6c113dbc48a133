using System.Text.Json.Serialization;
using Notify.Core.Contacts;
using Notify.Core.Overview;
using Notify.Core.Register;

namespace Notify.Core.Digest;

/// <summary>Values of <c>coordinator-digest</c>: what there is to do this week.</summary>
/// <param name="Schools">Active schools.</param>
/// <param name="Confirmed">Those that have confirmed their present contact.</param>
/// <param name="Calls">How many lines of the call list are open.</param>
/// <param name="Ring">The oldest of them.</param>
/// <param name="NoContact">Schools without a contact.</param>
/// <param name="Overdue">Agreements whose revision is overdue.</param>
/// <param name="Conflicts">Agreements whose answer and register say different days.</param>
/// <param name="DeadAddresses">Addresses that take no mail.</param>
/// <param name="Held">Mails that somebody holds.</param>
/// <param name="MissingForums">Kinds of forum of which fewer are planned this term than promised.</param>
/// <param name="Proposals">What Skolverket's register proposes and nobody has decided about.</param>
/// <remarks>Link: <c>portal</c>.</remarks>
public sealed record DigestMail(
    MailDistrict District, int Schools, int Confirmed, int Calls, IReadOnlyList<DigestCall> Ring, int NoContact, int Overdue, int Conflicts,
    int DeadAddresses, int Held, int MissingForums, int Proposals)
{
    /// <summary>How many calls the mail lists.</summary>
    private const int MostListed = 10;

    /// <summary>Whether there is anything to do.</summary>
    [JsonIgnore]
    public bool HasContent => Calls + NoContact + Overdue + Conflicts + DeadAddresses + Held + MissingForums + Proposals > 0;

    /// <summary>What the glance has to say.</summary>
    public static DigestMail Of(DistrictGlance glance, District district, int proposals) => new(
        new(district.Name, (district.ReplyTo ?? district.CoordinatorEmail).ToString()),
        glance.Contacts.Schools,
        glance.Contacts.Confirmed,
        glance.OpenCalls,
        [.. glance.Calls.Take(MostListed).Select(c => new DigestCall(c.SchoolName, c.Phone, ReasonOf(c.Reason)))],
        glance.NoContact,
        glance.Agreements.Overdue,
        glance.Conflicts,
        glance.DeadAddresses.Count,
        glance.Held.Count,
        glance.MissingForums,
        proposals);

    private static string ReasonOf(CallReason reason) => reason switch
    {
        CallReason.NoReceipt => "no-receipt",
        CallReason.Undeliverable => "undeliverable",
        CallReason.NoAddress => "no-address",
        CallReason.SilentForums => "silent-forums",
        _ => "wrong-details",
    };
}

/// <summary>A line of the call list.</summary>
/// <param name="Phone">May be empty.</param>
/// <param name="Reason"><c>no-receipt</c>, <c>undeliverable</c>, <c>no-address</c>, <c>silent-forums</c> or <c>wrong-details</c>.</param>
public sealed record DigestCall(string Name, string Phone, string Reason);

/// <summary>Invented values of the mail, for previews.</summary>
internal static class DigestSample
{
    public static DigestMail Of() => new(
        new("Bromma", "samordnare.bromma@stad.example"), 41, 37, 2,
        [new("Björklundaskolan", "08-508 00 100", "no-receipt"), new("Ekhöjdens skola", "08-508 00 140", "wrong-details")],
        1, 1, 0, 1, 2, 1, 3);
}
