namespace Notify.Core.Contacts;

/// <summary>The sender's side of every contact mail.</summary>
/// <param name="Name">Name of the district, as in "Bromma".</param>
/// <param name="CoordinatorEmail">Where answers go: the coordinator, or the district's own address for them.</param>
public sealed record MailDistrict(string Name, string CoordinatorEmail);

/// <summary>Someone, or some function, that a school can reach.</summary>
/// <param name="Role"><c>primary</c>, <c>deputy</c>, <c>team</c> or <c>fallback</c> (the district's reception, while no contact is appointed).</param>
/// <param name="Kind"><c>person</c>, <c>role</c> or <c>function</c>.</param>
/// <param name="Title">May be empty.</param>
/// <param name="Phone">May be empty.</param>
/// <param name="IsNew">Whether this mail is the first to name them so to this school.</param>
public sealed record MailContact(string Role, string Kind, string Name, string Title, string Email, string Phone, bool IsNew);

/// <summary>A contact whom the school knew and shall no longer turn to.</summary>
public sealed record MailFormerContact(string Role, string Kind, string Name);

/// <summary>Values of <c>contact-changed</c>, <c>contact-introduced</c>, <c>contact-fallback</c> and <c>contact-receipt-reminder</c>.</summary>
/// <param name="SchoolName">The school the mail goes to.</param>
/// <param name="Contacts">Everyone to reach now, primary first; never empty.</param>
/// <param name="Former">Empty when nobody left.</param>
/// <param name="From">The day from which this holds, <c>yyyy-MM-dd</c>.</param>
/// <param name="ToldOn">The day of the mail that a reminder reminds of, <c>yyyy-MM-dd</c>; empty in the others.</param>
/// <remarks>Link: <c>receipt</c>.</remarks>
public sealed record SchoolContactsMail(
    MailDistrict District,
    string SchoolName,
    IReadOnlyList<MailContact> Contacts,
    IReadOnlyList<MailFormerContact> Former,
    string From,
    string ToldOn);

/// <summary>A school in the mail to a contact.</summary>
/// <param name="Role">The contact's role there: <c>primary</c>, <c>deputy</c> or <c>team</c>.</param>
/// <param name="Phone">The school's; may be empty.</param>
/// <param name="Principal">Name of the principal; may be empty.</param>
public sealed record MailSchool(string Name, string Role, string Phone, string Principal);

/// <summary>Values of <c>contact-assigned</c>: to a contact, about the schools that are told so at the same time.</summary>
/// <param name="ContactName">The recipient.</param>
/// <param name="Added">Schools that are told to turn to the recipient.</param>
/// <param name="Removed">Schools that are told to turn to someone else from now on.</param>
/// <param name="SchoolCount">How many schools the recipient is a contact for after this.</param>
public sealed record ContactAssignedMail(
    MailDistrict District,
    string ContactName,
    IReadOnlyList<MailSchool> Added,
    IReadOnlyList<MailSchool> Removed,
    int SchoolCount);

/// <summary>A school that has lost its last contact.</summary>
/// <param name="Lost">Names of those who were its contacts.</param>
/// <param name="FallbackOn">The day on which the school is told the district's reception, unless a successor is registered before; <c>yyyy-MM-dd</c>.</param>
public sealed record MailVacantSchool(string Code, string Name, string Phone, IReadOnlyList<string> Lost, string FallbackOn);

/// <summary>Values of <c>contact-missing</c>: to the coordinator.</summary>
/// <param name="FallbackName">The function that the schools will be told to turn to.</param>
/// <remarks>Link: <c>portal</c>.</remarks>
public sealed record ContactMissingMail(MailDistrict District, IReadOnlyList<MailVacantSchool> Schools, string FallbackName);
