using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Core.Contacts;

/// <summary>What the watch keeps of a contact: which schools it has been told to serve. Stored under <see cref="ContactsKeys.Contact"/>.</summary>
/// <param name="Key">See <see cref="ContactsKeys.ContactKey"/>.</param>
/// <param name="Known">The schools that the contact knows of.</param>
public sealed record ContactState(
    string Key,
    string Contact,
    ContactKind Kind,
    string Name,
    EmailAddress Email,
    long Sequence,
    IReadOnlyList<ServedSchool> Known,
    PlannedList<ServedSchool>? Planned);

/// <summary>A school and the contact's role there.</summary>
public sealed record ServedSchool(SchoolUnitCode School, HolderRole Role);

/// <summary>What the watch keeps of the coordinator: the vacancies he or she has been told of. Stored under <see cref="ContactsKeys.Coordinator"/>.</summary>
public sealed record CoordinatorState(long Sequence, IReadOnlyList<SchoolUnitCode> Known, PlannedList<SchoolUnitCode>? Planned);

/// <summary>A list that is to be told to one person.</summary>
/// <param name="Undelivered">Whether the mail ended without reaching anyone.</param>
public sealed record PlannedList<T>(
    NotificationId Mail, IReadOnlyList<T> Items, IReadOnlyList<EmailAddress> Recipients, DateTimeOffset NotBefore, bool Undelivered);
