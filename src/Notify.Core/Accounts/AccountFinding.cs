using System.Text.Json.Serialization;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Accounts;

/// <summary>What the directory says of a contact and the register does not, in the partition of the contact's district.</summary>
/// <param name="Since">The first of the looks in a row that found the account as it is.</param>
/// <param name="LastDay">The last day of the contact's assignments; null: none ends, or not yet.</param>
/// <param name="IsApplied">Whether the register has taken the last day in, so that every import does.</param>
/// <param name="Name">What the register takes from the directory; null, as the two that follow: nothing.</param>
/// <param name="Told">Marks of what the coordinator has been told of it.</param>
public sealed record AccountFinding(
    string Contact,
    string EntraId,
    AccountState State,
    DateTimeOffset Since,
    DateOnly? LastDay,
    bool IsApplied,
    string? Name,
    EmailAddress? Email,
    string? Phone,
    IReadOnlyList<string> Told)
{
    /// <summary>Whether an import has to heed it.</summary>
    [JsonIgnore]
    public bool Amends => LastDay is not null || Name is not null || Email is not null || Phone is not null;

    /// <summary>Whether it is about this contact, by this account.</summary>
    public bool IsOf(Contact contact) => contact.Id == Contact && string.Equals(contact.EntraId, EntraId, StringComparison.OrdinalIgnoreCase);
}

/// <summary>When the directory was last looked at.</summary>
/// <param name="IsPending">Whether the register has still to take something in.</param>
public sealed record AccountsLook(DateTimeOffset At, bool IsPending);

/// <summary>What is kept of a district's mails about accounts.</summary>
/// <param name="Sequence">Rises with every such mail.</param>
public sealed record AccountsReport(long Sequence);

/// <summary>Where they are stored.</summary>
public static class AccountKeys
{
    /// <summary>The name of the source, and the prefix of its keys.</summary>
    public const string Source = "directory";

    /// <summary>Prefix of the findings of a district.</summary>
    public const string FindingPrefix = "directory:contact:";

    /// <summary>The mark of the mails to the coordinator.</summary>
    public const string Report = "directory:report";

    /// <summary>When it was last looked, in <see cref="Partitions.System"/>.</summary>
    public static readonly string Look = Sources.SourceKeys.Note(Source, "look");

    /// <summary>The finding on a contact.</summary>
    public static string Finding(string contact) => FindingPrefix + RecordKey.Hash(contact);
}

/// <summary>How they are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AccountFinding))]
[JsonSerializable(typeof(AccountsLook))]
[JsonSerializable(typeof(AccountsReport))]
public sealed partial class AccountJson : JsonSerializerContext;
