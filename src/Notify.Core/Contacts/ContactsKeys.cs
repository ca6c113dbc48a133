using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Contacts;

/// <summary>The keys of the contacts watch in a district's partition, and the subjects of its notifications.</summary>
public static class ContactsKeys
{
    /// <summary>The watch's name.</summary>
    public const string Watch = "contacts";

    /// <summary>The vacancies that the coordinator knows of.</summary>
    public const string Coordinator = "contacts:coordinator";

    /// <summary>Prefix of the states of schools.</summary>
    public const string SchoolPrefix = "contacts:school:";

    /// <summary>Prefix of the states of contacts.</summary>
    public const string ContactPrefix = "contacts:contact:";

    private const string SchoolSubjectPrefix = "school:";
    private const string ContactSubjectPrefix = "contact:";

    /// <summary>The key of a school's state.</summary>
    public static string School(SchoolUnitCode school) => SchoolPrefix + school;

    /// <summary>The key of a contact's state.</summary>
    public static string Contact(string contactKey) => ContactPrefix + contactKey;

    /// <summary>
    /// Whom a mail to a contact concerns: the register's id and the address together, because a register often keeps the row
    /// of a role, or of a successor, and changes who it names.
    /// </summary>
    public static string ContactKey(string contact, EmailAddress email) =>
        RecordKey.Hash($"{contact}\n{email.ToString().ToLowerInvariant()}");

    /// <summary>The subject of mails about a school's contacts.</summary>
    public static string SchoolSubject(SchoolUnitCode school) => SchoolSubjectPrefix + school;

    /// <summary>The subject of mails to a contact.</summary>
    public static string ContactSubject(string contactKey) => ContactSubjectPrefix + contactKey;

    /// <summary>The subject of mails to the coordinator.</summary>
    public static string DistrictSubject(DistrictCode district) => $"district:{district}";

    /// <summary>The school in a subject, or null.</summary>
    public static SchoolUnitCode? SchoolIn(string subject) =>
        subject.StartsWith(SchoolSubjectPrefix, StringComparison.Ordinal)
        && SchoolUnitCode.TryParse(subject[SchoolSubjectPrefix.Length..], out var school) ? school : null;

    /// <summary>The contact key in a subject, or null.</summary>
    public static string? ContactIn(string subject) =>
        subject.StartsWith(ContactSubjectPrefix, StringComparison.Ordinal) ? subject[ContactSubjectPrefix.Length..] : null;
}
