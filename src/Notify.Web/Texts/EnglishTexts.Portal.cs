using Notify.Core.Accounts;
using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.Delivery.Troubles;
using Notify.Core.Digest;
using Notify.Core.FollowUps;
using Notify.Core.Forums;
using Notify.Core.Materials;
using Notify.Core.Notifications;
using Notify.Core.Proposals;
using Notify.Core.Register;
using Notify.Core.Sources;
using Notify.Web.Contacts;

namespace Notify.Web.Texts;

/// <summary>The portal's English.</summary>
public sealed partial class EnglishTexts
{
    public string OverviewTitle => "Overview";
    public string ProofTitle => "Do the schools know whom to turn to?";
    public string ProofTold(int told, int schools) => $"{told} of {schools} schools have been told who their contact is now.";
    public string ProofConfirmed(int confirmed, int schools) => $"{confirmed} of {schools} have confirmed it.";
    public string ProofHow => "Every school counts once. One with contacts in several districts counts only when all of them are done.";
    public string DistrictsTitle => "Districts";
    public string RegisterEmpty => "The register is empty. Read it in with the command import.";
    public string CallsTitle => "To ring";
    public string NoCalls => "Nobody to ring at the moment.";
    public string FlagNoContact(int schools) => schools == 1 ? "1 school has no contact" : $"{schools} schools have no contact";
    public string FlagSolePerson(int schools) => schools == 1 ? "1 school has a single contact and no deputy" : $"{schools} schools have a single contact and no deputy";
    public string FlagTooMany(string person, string district, int schools) => $"{person} ({district}) is the contact of {schools} schools";
    public string NextTitle => "Leaving next";
    public string NothingNext => "Nothing is waiting to be sent.";
    public string MoreOf(int shown, int all) => $"The first {shown} of {all}.";
    public string All => "Show all";

    public string District => "District";
    public string School => "School";
    public string Schools => "Schools";
    public string Told => "Told";
    public string Confirmed => "Confirmed";
    public string ToRing => "To ring";
    public string Waiting => "Mails waiting";
    public string Why => "Why";
    public string Since => "Since";
    public string Note => "Note";
    public string Moment => "When";
    public string What => "What";
    public string About => "About";
    public string Recipients => "To";
    public string State => "State";
    public string Contacts => "Contacts";
    public string Show => "Show";
    public string Clear => "Clear";
    public string AllOfThem => "All";
    public string PreviousPage => "Previous page";
    public string NextPage => "Next page";
    public string Pages => "Pages";
    public string Page(int page) => $"Page {page}";
    public string Yes => "Yes";
    public string No => "No";

    public string ContactsTitle => "The schools' contacts";
    public string ContactsCaption(int schools) => schools == 1 ? "1 school" : $"{schools} schools";
    public string NoSchools => "No school matches your search.";
    public string SearchSchools => "School, code or contact";

    public string SchoolFilter(SchoolFilterState state) => state switch
    {
        SchoolFilterState.Untold => "Not told",
        SchoolFilterState.Unconfirmed => "Not confirmed",
        SchoolFilterState.Confirmed => "Confirmed",
        SchoolFilterState.Vacant => "No contact",
        SchoolFilterState.Flagged => "To look over",
        _ => "All",
    };

    public string InRegister => "What the register says now";
    public string HasBeenTold => "What the school has been told";

    public string ToldBy(KnownBy by) => by switch
    {
        KnownBy.Mail => "By mail",
        KnownBy.Meeting => "At a meeting",
        KnownBy.Baseline => "Held already when Notify was taken into use",
        _ => "Nothing",
    };

    public string NobodyInRegister => "No contact in the register.";
    public string NothingTold => "The school has not been told anything yet.";
    public string PlannedMail => "Mail on its way";
    public string NotBefore(string moment) => $"Not before {moment}";
    public string Undelivered => "The mail reached no address.";
    public string NoMailPossible => "The register has no e-mail address for the school. Somebody needs to ring.";
    public string VacantSince(string moment) => $"Without a contact of its own since {moment}";
    public string Lost(string names) => $"Before: {names}";
    public string ReceiptAsked => "Confirmation asked for";
    public string ReceiptGiven => "Confirmed";
    public string ReceiptReminded => "Reminder";
    public string FactsTitle => "About the school";
    public string Code => "Code";
    public string ProviderLabel => "Provider";
    public string Principal => "Principal";
    public string MailsTitle => "Mails to the school";
    public string NoMails => "No mails yet.";
    public string OnDayTitle => "Who was the contact on a given day?";
    public string OnDayLabel => "Day";
    public string OnDayNobody(string day) => $"No contact is known for {day}.";
    public string OnDayCaption(string day) => $"Contacts on {day}, as the register was then";

    public string Flag(ContactFlagKind kind) => kind switch
    {
        ContactFlagKind.NoContact => "No contact",
        ContactFlagKind.SolePerson => "No deputy",
        _ => "Many schools on one person",
    };

    public string Reason(CallReason reason) => reason switch
    {
        CallReason.NoReceipt => "Has not confirmed",
        CallReason.Undeliverable => "The mail did not arrive",
        CallReason.NoAddress => "No e-mail address in the register",
        CallReason.SilentForums => "Silent to two invitations to forums in a row",
        _ => "The school has proposed new details",
    };

    public string Done => "Done";

    public string ProviderName(Provider provider) => provider switch
    {
        Provider.Municipal => "Municipal",
        Provider.Independent => "Independent",
        Provider.State => "State",
        _ => "Region",
    };

    public string NotificationsTitle => "Mails";
    public string NotificationsCaption => "Mails, the latest planned first";
    public string NoNotifications => "No mail matches your search.";
    public string SearchMails => "Address, school or id";
    public string SearchStopped(int read) => $"The search stopped after {read} mails. Narrow it by district or school.";
    public string Kind => "Kind";

    public string KindName(string kind) => kind switch
    {
        ContactKinds.Changed => "Contact changed",
        ContactKinds.Introduced => "Introduction of a contact",
        ContactKinds.Fallback => "The reception for now",
        ContactKinds.ReceiptReminder => "Reminder to confirm",
        ContactKinds.Assigned => "To the contact, about schools",
        ContactKinds.Missing => "To the coordinator: contact missing",
        AgreementKinds.Reminder => "Reminder about an agreement",
        AgreementKinds.Overdue => "Overdue agreement",
        AgreementKinds.Escalated => "Overdue agreement, copy to the director",
        AgreementKinds.Revised => "New revision day",
        AgreementKinds.Review => "New support material: review the agreement",
        AgreementKinds.Conflict => "To the coordinator: register and answer differ",
        ForumKinds.Invitation => "Invitation to a forum",
        ForumKinds.Reminder => "Reminder of a forum",
        ForumKinds.Changed => "New time or place of a forum",
        ForumKinds.Cancelled => "Cancelled forum",
        ForumKinds.Withdrawn => "Invitation no longer applies",
        ForumKinds.Waitlist => "Waiting list of a forum",
        ForumKinds.Attendees => "To the organiser: who will come",
        FollowUpKinds.Open => "Invitation to answer a follow-up",
        FollowUpKinds.Reminder => "Reminder of a follow-up",
        FollowUpKinds.Result => "Result of a follow-up",
        MaterialKinds.Published => "New support material",
        MaterialKinds.Reminder => "Reminder of support material",
        TroubleRule.Kind => "To the coordinator: mail that did not arrive",
        AccountsRun.Kind => "To the coordinator: contact differs from Entra ID",
        SourceMails.Refused => "To the coordinator: errors in what was to be read",
        SourceMails.MassChangeHeld => "To the coordinator: much would go",
        ProposalMails.Kind => "To the coordinator: proposals from Skolverket",
        DigestJob.Kind => "To the coordinator: to do this week",
        _ => kind,
    };

    public string StateName(NotificationState state) => state switch
    {
        NotificationState.Planned => "Being planned",
        NotificationState.Queued => "Queued",
        NotificationState.Sending => "Being sent",
        NotificationState.Accepted => "Sent",
        NotificationState.Delivered => "Arrived",
        NotificationState.Bounced => "Bounced",
        NotificationState.Failed => "Failed",
        NotificationState.Superseded => "Replaced by a newer one",
        NotificationState.Expired => "Too late",
        NotificationState.Suppressed => "Suppressed",
        NotificationState.Held => "Held",
        _ => "Cancelled",
    };

    public string OutcomeName(RecipientOutcome outcome) => outcome switch
    {
        RecipientOutcome.Waiting => "Waiting",
        RecipientOutcome.Accepted => "Sent",
        RecipientOutcome.Delivered => "Arrived",
        RecipientOutcome.Bounced => "Bounced",
        RecipientOutcome.Failed => "Failed",
        RecipientOutcome.Dead => "Left out: the address takes no mail",
        _ => "Suppressed",
    };

    public string Planned => "Planned";
    public string PlannedFrom => "Planned from";
    public string PlannedUntil => "until";
    public string Sent => "Sent";
    public string Attempts => "Attempts";
    public string HistoryTitle => "History";
    public string Detail => "Detail";
    public string Address => "Address";
    public string Outcome => "Outcome";
    public string MailTitle => "The mail";
    public string SubjectLine => "Subject line";
    public string AsText => "As text";
    public string AsHtml => "As it looks";
    public string LinksHidden => "The recipient's link is not shown here: only whoever got the mail should be able to answer.";
    public string CannotRender => "The mail cannot be shown: the template and the stored values do not fit together.";
}
