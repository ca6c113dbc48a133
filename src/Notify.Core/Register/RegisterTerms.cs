using System.Text.Json.Serialization;

namespace Notify.Core.Register;

// The closed vocabularies of the register files. JSON carries the English word of CONTRACT.md.

/// <summary>The language of a district's mail.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Language>))]
public enum Language
{
    [JsonStringEnumMemberName("sv")] Swedish,
    [JsonStringEnumMemberName("en")] English,
}

/// <summary>What a contact is: a person, a role with one holder, or a function (reception group) with an address of its own.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContactKind>))]
public enum ContactKind
{
    [JsonStringEnumMemberName("person")] Person,
    [JsonStringEnumMemberName("role")] Role,
    [JsonStringEnumMemberName("function")] Function,
}

/// <summary>What a contact does for a school.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AssignmentRole>))]
public enum AssignmentRole
{
    [JsonStringEnumMemberName("primary")] Primary,
    [JsonStringEnumMemberName("deputy")] Deputy,
    [JsonStringEnumMemberName("team")] Team,
}

/// <summary>Who answers for the school (huvudman).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Provider>))]
public enum Provider
{
    [JsonStringEnumMemberName("municipal")] Municipal,
    [JsonStringEnumMemberName("independent")] Independent,
    [JsonStringEnumMemberName("state")] State,
    [JsonStringEnumMemberName("region")] Region,
}

/// <summary>Skolform.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SchoolType>))]
public enum SchoolType
{
    [JsonStringEnumMemberName("preschool")] Preschool,
    [JsonStringEnumMemberName("compulsory")] Compulsory,
    [JsonStringEnumMemberName("upper_secondary")] UpperSecondary,
    [JsonStringEnumMemberName("other")] Other,
}

/// <summary>Whether a school is at work.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SchoolStatus>))]
public enum SchoolStatus
{
    [JsonStringEnumMemberName("active")] Active,
    [JsonStringEnumMemberName("dormant")] Dormant,
    [JsonStringEnumMemberName("closed")] Closed,
}

/// <summary>Where an agreement stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgreementStatus>))]
public enum AgreementStatus
{
    [JsonStringEnumMemberName("in_force")] InForce,
    [JsonStringEnumMemberName("under_revision")] UnderRevision,
    [JsonStringEnumMemberName("ended")] Ended,
}

/// <summary>The five kinds of forum (SEED-FACTS C22).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ForumKind>))]
public enum ForumKind
{
    [JsonStringEnumMemberName("steering")] Steering,
    [JsonStringEnumMemberName("chiefs")] Chiefs,
    [JsonStringEnumMemberName("transition")] Transition,
    [JsonStringEnumMemberName("local")] Local,
    [JsonStringEnumMemberName("lecture")] Lecture,
}

/// <summary>Where a forum stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ForumStatus>))]
public enum ForumStatus
{
    [JsonStringEnumMemberName("planned")] Planned,
    [JsonStringEnumMemberName("cancelled")] Cancelled,
    [JsonStringEnumMemberName("held")] Held,
}

/// <summary>Whom a support material concerns.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MaterialAudience>))]
public enum MaterialAudience
{
    [JsonStringEnumMemberName("schools")] Schools,
    [JsonStringEnumMemberName("contacts")] Contacts,
    [JsonStringEnumMemberName("all")] All,
}

/// <summary>Who answers a follow-up.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Respondent>))]
public enum Respondent
{
    [JsonStringEnumMemberName("schools")] Schools,
    [JsonStringEnumMemberName("contacts")] Contacts,
    [JsonStringEnumMemberName("steering_group")] SteeringGroup,
}
