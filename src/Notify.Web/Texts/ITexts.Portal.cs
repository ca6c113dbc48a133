using Notify.Core.Contacts;
using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Web.Texts;

/// <summary>The words of the portal.</summary>
public partial interface ITexts
{
    // Overview.
    string OverviewTitle { get; }
    string ProofTitle { get; }
    string ProofTold(int told, int schools);
    string ProofConfirmed(int confirmed, int schools);
    string ProofHow { get; }
    string DistrictsTitle { get; }
    string RegisterEmpty { get; }
    string CallsTitle { get; }
    string NoCalls { get; }
    string FlagNoContact(int schools);
    string FlagSolePerson(int schools);
    string FlagTooMany(string person, string district, int schools);
    string NextTitle { get; }
    string NothingNext { get; }
    string MoreOf(int shown, int all);
    string All { get; }

    // Columns and labels.
    string District { get; }
    string School { get; }
    string Schools { get; }
    string Told { get; }
    string Confirmed { get; }
    string ToRing { get; }
    string Waiting { get; }
    string Why { get; }
    string Since { get; }
    string Note { get; }
    string Moment { get; }
    string What { get; }
    string About { get; }
    string Recipients { get; }
    string State { get; }
    string Contacts { get; }
    string Show { get; }
    string Clear { get; }
    string AllOfThem { get; }
    string PreviousPage { get; }
    string NextPage { get; }
    string Pages { get; }
    string Page(int page);
    string Yes { get; }
    string No { get; }

    // Contacts.
    string ContactsTitle { get; }
    string ContactsCaption(int schools);
    string NoSchools { get; }
    string SearchSchools { get; }
    string SchoolFilter(Contacts.SchoolFilterState state);
    string InRegister { get; }
    string HasBeenTold { get; }
    string ToldBy(KnownBy by);
    string NobodyInRegister { get; }
    string NothingTold { get; }
    string PlannedMail { get; }
    string NotBefore(string moment);
    string Undelivered { get; }
    string NoMailPossible { get; }
    string VacantSince(string moment);
    string Lost(string names);
    string ReceiptAsked { get; }
    string ReceiptGiven { get; }
    string ReceiptReminded { get; }
    string FactsTitle { get; }
    string Code { get; }
    string ProviderLabel { get; }
    string Principal { get; }
    string MailsTitle { get; }
    string NoMails { get; }
    string OnDayTitle { get; }
    string OnDayLabel { get; }
    string OnDayNobody(string day);
    string OnDayCaption(string day);
    string Flag(ContactFlagKind kind);
    string Reason(CallReason reason);
    string Done { get; }
    string ProviderName(Provider provider);

    // Mails.
    string NotificationsTitle { get; }
    string NotificationsCaption { get; }
    string NoNotifications { get; }
    string SearchMails { get; }
    string SearchStopped(int read);
    string Kind { get; }
    string KindName(string kind);
    string StateName(NotificationState state);
    string OutcomeName(RecipientOutcome outcome);
    string Planned { get; }
    string PlannedFrom { get; }
    string PlannedUntil { get; }
    string Sent { get; }
    string Attempts { get; }
    string HistoryTitle { get; }
    string Detail { get; }
    string Address { get; }
    string Outcome { get; }
    string MailTitle { get; }
    string SubjectLine { get; }
    string AsText { get; }
    string AsHtml { get; }
    string LinksHidden { get; }
    string CannotRender { get; }
}
