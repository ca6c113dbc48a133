using Notify.Core.Notifications;

namespace Notify.Core.Contacts;

/// <summary>What the watch has decided about one school.</summary>
/// <param name="State">The state from now on.</param>
/// <param name="Drafts">What is to be said: a mail, a reminder, or nothing.</param>
/// <param name="Superseded">Mails that must not leave any more, if they are still here.</param>
/// <param name="Opened">New rows of the call list.</param>
/// <param name="Closed">Rows of the call list that settled themselves.</param>
/// <param name="NextDue">When the school must be looked at again although nothing changes.</param>
public sealed record SchoolDecision(
    SchoolState State,
    IReadOnlyList<NotificationDraft> Drafts,
    IReadOnlyList<NotificationId> Superseded,
    IReadOnlyList<CallRow> Opened,
    IReadOnlyList<OpenCall> Closed,
    DateTimeOffset? NextDue);
