namespace Notify.Core.Register;

// The rows of the register files, one record per file of CONTRACT.md "Register files", in its column order.
// An optional column that is empty is null, or the stated default.

/// <summary>A district: a part of a municipality with social services of its own.</summary>
/// <param name="ReplyTo">Null: answers go to the coordinator.</param>
/// <param name="FallbackName">The reception that a school is told when it has no contact.</param>
/// <param name="ForumsPerTerm">How many forums of each kind the district has promised.</param>
/// <param name="Successor">The district that has taken over what was this one's; null: it is at work.</param>
public sealed record District(
    DistrictCode Code,
    string Name,
    EmailAddress CoordinatorEmail,
    EmailAddress? ReplyTo,
    EmailAddress? DirectorEmail,
    string FallbackName,
    EmailAddress FallbackEmail,
    string FallbackPhone,
    Language Language,
    ContactKind? ContactModel,
    IReadOnlyDictionary<ForumKind, int> ForumsPerTerm,
    DistrictCode? Successor = null);

/// <summary>A school or preschool.</summary>
/// <param name="Districts">At least one; every one of them has a contact for the school.</param>
/// <param name="Programmes">Tags such as PPSS or SkolFam.</param>
public sealed record School(
    SchoolUnitCode Code,
    string Name,
    Provider Provider,
    SchoolType? SchoolType,
    string? PrincipalName,
    EmailAddress? PrincipalEmail,
    EmailAddress? Email,
    string? Phone,
    string? OwnerName,
    EmailAddress? OwnerEmail,
    IReadOnlyList<DistrictCode> Districts,
    IReadOnlyList<string> Programmes,
    SchoolStatus Status,
    int? Pupils)
{
    /// <summary>The principal's and the functional address; equal ones merge. May be empty.</summary>
    public IReadOnlyList<EmailAddress> Addresses =>
        [.. new[] { PrincipalEmail, Email }.OfType<EmailAddress>().Distinct()];
}

/// <summary>A contact of the social services.</summary>
/// <param name="EntraId">The account in the directory, if known.</param>
/// <param name="MemberOf">The function this person works in.</param>
public sealed record Contact(
    string Id,
    DistrictCode District,
    string Name,
    ContactKind Kind,
    string? Title,
    EmailAddress Email,
    string? Phone,
    string? EntraId,
    string? MemberOf);

/// <summary>That a contact serves a school, in a role, for a time.</summary>
/// <param name="From">First day; null: always.</param>
/// <param name="Until">Last day, inclusive; null: for the time being.</param>
public sealed record Assignment(
    DistrictCode District,
    SchoolUnitCode School,
    string Contact,
    AssignmentRole Role,
    DateOnly? From,
    DateOnly? Until)
{
    /// <summary>Whether it holds on the day.</summary>
    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);
}

/// <summary>A local cooperation agreement, or an annex of one.</summary>
/// <param name="IntervalMonths">Null with <paramref name="NextRevision"/> null: as needed.</param>
/// <param name="RemindDays">Null: the configured steps.</param>
public sealed record Agreement(
    string Id,
    DistrictCode District,
    string Title,
    Uri? Url,
    DateOnly? SignedOn,
    int? IntervalMonths,
    DateOnly? NextRevision,
    AgreementStatus Status,
    string SteeringGroup,
    IReadOnlyList<int>? RemindDays,
    IReadOnlyList<EmailAddress> Informed,
    IReadOnlyList<DistrictCode> OtherDistricts,
    string? PartOf);

/// <summary>One member of a steering group.</summary>
public sealed record SteeringGroupMember(
    string Id,
    DistrictCode District,
    string Name,
    EmailAddress MemberEmail,
    string? MemberName,
    string? MemberRole);

/// <summary>A meeting that schools are invited to.</summary>
/// <param name="Starts">Stockholm time in the file; an instant here.</param>
/// <param name="Audience"><c>all</c>, <c>independent</c>, <c>municipal</c>, <c>programme:NAME</c> or <c>group:ID</c>; never null after reading.</param>
/// <param name="Types">Never empty after reading.</param>
public sealed record Forum(
    string Id,
    DistrictCode District,
    ForumKind Kind,
    string Title,
    DateTimeOffset Starts,
    DateTimeOffset Ends,
    string? Place,
    string Audience,
    IReadOnlyList<SchoolType> Types,
    int? Capacity,
    string? OrganiserName,
    EmailAddress? OrganiserEmail,
    DateOnly? RsvpBy,
    ForumStatus Status,
    string? Agenda);

/// <summary>Who came.</summary>
public sealed record Attendance(string Forum, SchoolUnitCode School, bool Attended, int? Persons);

/// <summary>A version of a support material; city-wide.</summary>
public sealed record Material(
    string Id,
    string Title,
    string Version,
    DateOnly Published,
    Uri Url,
    string? Summary,
    MaterialAudience Audience);

/// <summary>One statement of a questionnaire; city-wide.</summary>
/// <param name="AxisEn">The axis in English; null: as it stands.</param>
/// <param name="StatementEn">The statement in English; null: as it stands.</param>
public sealed record QuestionnaireStatement(
    string Id, string Version, string Axis, string Statement, int ScaleMax, string? AxisEn = null, string? StatementEn = null);

/// <summary>A round of follow-up.</summary>
public sealed record FollowUp(
    string Id,
    DistrictCode District,
    string Questionnaire,
    string Version,
    string Title,
    DateOnly Opens,
    DateOnly Closes,
    IReadOnlyList<Respondent> Respondents,
    string? Goal);
