using System.Text.Json.Serialization;
using Notify.Core.Register;

namespace Notify.Core.FollowUps;

/// <summary>The groups that results may be shown for: schools by who answers for them, contacts, steering group.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RespondentGroup>))]
public enum RespondentGroup
{
    [JsonStringEnumMemberName("municipal")] Municipal,
    [JsonStringEnumMemberName("independent")] Independent,
    [JsonStringEnumMemberName("state")] State,
    [JsonStringEnumMemberName("region")] Region,
    [JsonStringEnumMemberName("contacts")] Contacts,
    [JsonStringEnumMemberName("steering_group")] SteeringGroup,
}

/// <summary>Words and members of groups.</summary>
public static class RespondentGroups
{
    /// <summary>The group of a school.</summary>
    public static RespondentGroup Of(Provider provider) => provider switch
    {
        Provider.Municipal => RespondentGroup.Municipal,
        Provider.Independent => RespondentGroup.Independent,
        Provider.State => RespondentGroup.State,
        _ => RespondentGroup.Region,
    };

    /// <summary>The word for it in files and JSON.</summary>
    public static string ToCode(this RespondentGroup group) => group switch
    {
        RespondentGroup.Municipal => "municipal",
        RespondentGroup.Independent => "independent",
        RespondentGroup.State => "state",
        RespondentGroup.Region => "region",
        RespondentGroup.Contacts => "contacts",
        _ => "steering_group",
    };
}
