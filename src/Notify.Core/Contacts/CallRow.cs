using System.Text.Json.Serialization;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Contacts;

/// <summary>A line of the coordinator's call list: somebody must ring. Stored under <see cref="Prefix"/> and its id.</summary>
/// <param name="Id"><c>{district}-{26 characters}</c>, from what caused it: the same cause never makes two rows.</param>
/// <param name="Phone">The school's, as the register had it; may be empty.</param>
/// <param name="Note">What was proposed or found out.</param>
/// <param name="DoneBy">Who, or what, settled it.</param>
public sealed record CallRow(
    string Id,
    DistrictCode District,
    SchoolUnitCode School,
    string SchoolName,
    CallReason Reason,
    string Phone,
    DateTimeOffset At,
    bool Done,
    DateTimeOffset? DoneAt,
    string? DoneBy,
    string? Note)
{
    /// <summary>What a coordinator wrote at the line; null: nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>Prefix of the rows in a district's partition.</summary>
    public const string Prefix = "call:";

    /// <summary>The key of the row.</summary>
    public static string KeyOf(string id) => Prefix + id;

    /// <summary>The id of a row with this cause.</summary>
    public static string IdOf(DistrictCode district, SchoolUnitCode school, CallReason reason, string cause) =>
        $"{district}-{RecordKey.Hash($"{school}\n{reason}\n{cause}")}";
}

/// <summary>Why somebody must ring.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CallReason>))]
public enum CallReason
{
    /// <summary>No receipt although reminded.</summary>
    [JsonStringEnumMemberName("no-receipt")] NoReceipt,

    /// <summary>The mail failed or bounced at every address.</summary>
    [JsonStringEnumMemberName("undeliverable")] Undeliverable,

    /// <summary>The register has no address for the school.</summary>
    [JsonStringEnumMemberName("no-address")] NoAddress,

    /// <summary>The school proposes other details of itself.</summary>
    [JsonStringEnumMemberName("wrong-details")] WrongDetails,

    /// <summary>An independent school has answered neither of two invitations to a forum in a row.</summary>
    [JsonStringEnumMemberName("silent-forums")] SilentForums,
}
