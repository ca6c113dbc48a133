using System.Text.Json.Serialization;
using Notify.Core.Register;

namespace Notify.Core.Contacts;

/// <summary>What someone named to a school is to it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HolderRole>))]
public enum HolderRole
{
    [JsonStringEnumMemberName("primary")] Primary,
    [JsonStringEnumMemberName("deputy")] Deputy,
    [JsonStringEnumMemberName("team")] Team,

    /// <summary>The district's reception, while the school has no contact.</summary>
    [JsonStringEnumMemberName("fallback")] Fallback,
}

/// <summary>One contact as a school sees it.</summary>
/// <param name="Contact">Id in the register; empty for the fallback.</param>
public sealed record Holder(HolderRole Role, string Contact, ContactKind Kind, string Name, string Title, EmailAddress Email, string Phone)
{
    /// <summary>Whether a school can turn to it with anything: a school team is for absence only.</summary>
    public bool IsReachable => Role is not HolderRole.Team;

    /// <summary>Whether a school would notice no difference worth a mail. A new title or id is none.</summary>
    public bool SaysTheSameAs(Holder other) =>
        Role == other.Role && Name == other.Name && Email == other.Email && Phone == other.Phone;
}

/// <summary>Lists of holders, compared as a school sees them.</summary>
public static class HolderList
{
    /// <summary>Whether both name the same, in any order.</summary>
    public static bool SaysTheSameAs(this IReadOnlyList<Holder> one, IReadOnlyList<Holder> other) =>
        one.All(h => other.Any(h.SaysTheSameAs)) && other.All(h => one.Any(h.SaysTheSameAs));

    /// <summary>Whether there is anyone to turn to.</summary>
    public static bool IsReachable(this IReadOnlyList<Holder> holders) => holders.Any(h => h.IsReachable);
}
