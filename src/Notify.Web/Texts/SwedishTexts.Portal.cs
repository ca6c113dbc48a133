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

/// <summary>Portalens svenska.</summary>
public sealed partial class SwedishTexts
{
    public string OverviewTitle => "Översikt";
    public string ProofTitle => "Vet skolorna vem de vänder sig till?";
    public string ProofTold(int told, int schools) => $"{told} av {schools} skolor har fått veta vem som är deras kontakt nu.";
    public string ProofConfirmed(int confirmed, int schools) => $"{confirmed} av {schools} har bekräftat det.";
    public string ProofHow => "Varje skola räknas en gång. Har den kontakter i flera stadsdelar räknas den först när alla är klara.";
    public string DistrictsTitle => "Stadsdelar";
    public string RegisterEmpty => "Registret är tomt. Läs in det med kommandot import.";
    public string CallsTitle => "Att ringa";
    public string NoCalls => "Ingen att ringa just nu.";
    public string FlagNoContact(int schools) => schools == 1 ? "1 skola saknar kontakt" : $"{schools} skolor saknar kontakt";
    public string FlagSolePerson(int schools) => schools == 1 ? "1 skola har en enda kontakt och ingen ersättare" : $"{schools} skolor har en enda kontakt och ingen ersättare";
    public string FlagTooMany(string person, string district, int schools) => $"{person} ({district}) är kontakt för {schools} skolor";
    public string NextTitle => "Skickas härnäst";
    public string NothingNext => "Inget väntar på att skickas.";
    public string MoreOf(int shown, int all) => $"De första {shown} av {all}.";
    public string All => "Visa alla";

    public string District => "Stadsdel";
    public string School => "Skola";
    public string Schools => "Skolor";
    public string Told => "Informerade";
    public string Confirmed => "Bekräftat";
    public string ToRing => "Att ringa";
    public string Waiting => "Mejl i kö";
    public string Why => "Varför";
    public string Since => "Sedan";
    public string Note => "Anteckning";
    public string Moment => "När";
    public string What => "Vad";
    public string About => "Gäller";
    public string Recipients => "Till";
    public string State => "Läge";
    public string Contacts => "Kontakter";
    public string Show => "Visa";
    public string Clear => "Rensa";
    public string AllOfThem => "Alla";
    public string PreviousPage => "Föregående sida";
    public string NextPage => "Nästa sida";
    public string Pages => "Sidor";
    public string Page(int page) => $"Sida {page}";
    public string Yes => "Ja";
    public string No => "Nej";

    public string ContactsTitle => "Skolornas kontakter";
    public string ContactsCaption(int schools) => schools == 1 ? "1 skola" : $"{schools} skolor";
    public string NoSchools => "Ingen skola passar in på det du söker.";
    public string SearchSchools => "Skola, kod eller kontakt";

    public string SchoolFilter(SchoolFilterState state) => state switch
    {
        SchoolFilterState.Untold => "Inte informerad",
        SchoolFilterState.Unconfirmed => "Inte bekräftat",
        SchoolFilterState.Confirmed => "Bekräftat",
        SchoolFilterState.Vacant => "Saknar kontakt",
        SchoolFilterState.Flagged => "Att se över",
        _ => "Alla",
    };

    public string InRegister => "Gäller nu enligt registret";
    public string HasBeenTold => "Det skolan har fått veta";

    public string ToldBy(KnownBy by) => by switch
    {
        KnownBy.Mail => "Genom mejl",
        KnownBy.Meeting => "På ett möte",
        KnownBy.Baseline => "Gällde redan när Notify togs i bruk",
        _ => "Inget",
    };

    public string NobodyInRegister => "Ingen kontakt i registret.";
    public string NothingTold => "Skolan har inte fått veta något ännu.";
    public string PlannedMail => "Mejl på väg";
    public string NotBefore(string moment) => $"Tidigast {moment}";
    public string Undelivered => "Mejlet kom inte fram till någon adress.";
    public string NoMailPossible => "Skolan har ingen e-postadress i registret. Någon behöver ringa.";
    public string VacantSince(string moment) => $"Utan egen kontakt sedan {moment}";
    public string Lost(string names) => $"Tidigare: {names}";
    public string ReceiptAsked => "Bekräftelse begärd";
    public string ReceiptGiven => "Bekräftat";
    public string ReceiptReminded => "Påminnelse";
    public string FactsTitle => "Om skolan";
    public string Code => "Kod";
    public string ProviderLabel => "Huvudman";
    public string Principal => "Rektor";
    public string MailsTitle => "Mejl till skolan";
    public string NoMails => "Inga mejl ännu.";
    public string OnDayTitle => "Vem var kontakt en viss dag?";
    public string OnDayLabel => "Dag";
    public string OnDayNobody(string day) => $"Ingen kontakt är känd för {day}.";
    public string OnDayCaption(string day) => $"Kontakter den {day}, som registret då såg ut";

    public string Flag(ContactFlagKind kind) => kind switch
    {
        ContactFlagKind.NoContact => "Saknar kontakt",
        ContactFlagKind.SolePerson => "Ingen ersättare",
        _ => "Många skolor på en person",
    };

    public string Reason(CallReason reason) => reason switch
    {
        CallReason.NoReceipt => "Har inte bekräftat",
        CallReason.Undeliverable => "Mejlet kom inte fram",
        CallReason.NoAddress => "Ingen e-postadress i registret",
        CallReason.SilentForums => "Har inte svarat på två inbjudningar till forum i rad",
        _ => "Skolan har föreslagit nya uppgifter",
    };

    public string Done => "Klart";

    public string ProviderName(Provider provider) => provider switch
    {
        Provider.Municipal => "Kommunal",
        Provider.Independent => "Fristående",
        Provider.State => "Statlig",
        _ => "Region",
    };

    public string NotificationsTitle => "Mejl";
    public string NotificationsCaption => "Mejl, de senast planerade först";
    public string NoNotifications => "Inget mejl passar in på det du söker.";
    public string SearchMails => "Adress, skola eller id";
    public string SearchStopped(int read) => $"Sökningen stannade efter {read} mejl. Begränsa den med stadsdel eller skola.";
    public string Kind => "Slag";

    public string KindName(string kind) => kind switch
    {
        ContactKinds.Changed => "Ändrad kontakt",
        ContactKinds.Introduced => "Presentation av kontakt",
        ContactKinds.Fallback => "Mottagningen tills vidare",
        ContactKinds.ReceiptReminder => "Påminnelse om bekräftelse",
        ContactKinds.Assigned => "Till kontakten om skolor",
        ContactKinds.Missing => "Till samordnaren: kontakt saknas",
        AgreementKinds.Reminder => "Påminnelse om överenskommelse",
        AgreementKinds.Overdue => "Försenad överenskommelse",
        AgreementKinds.Escalated => "Försenad överenskommelse, kopia till chef",
        AgreementKinds.Revised => "Ny revideringsdag",
        AgreementKinds.Review => "Nytt stödmaterial: se över överenskommelsen",
        AgreementKinds.Conflict => "Till samordnaren: registret och svaret skiljer sig",
        ForumKinds.Invitation => "Inbjudan till forum",
        ForumKinds.Reminder => "Påminnelse om forum",
        ForumKinds.Changed => "Ny tid eller plats för forum",
        ForumKinds.Cancelled => "Inställt forum",
        ForumKinds.Withdrawn => "Inbjudan gäller inte längre",
        ForumKinds.Waitlist => "Väntelista till forum",
        ForumKinds.Attendees => "Till arrangören: vilka som kommer",
        FollowUpKinds.Open => "Inbjudan att svara på uppföljning",
        FollowUpKinds.Reminder => "Påminnelse om uppföljning",
        FollowUpKinds.Result => "Resultat av uppföljning",
        MaterialKinds.Published => "Nytt stödmaterial",
        MaterialKinds.Reminder => "Påminnelse om stödmaterial",
        TroubleRule.Kind => "Till samordnaren: mejl som inte kom fram",
        AccountsRun.Kind => "Till samordnaren: kontakten stämmer inte med Entra ID",
        SourceMails.Refused => "Till samordnaren: fel i det som skulle läsas in",
        SourceMails.MassChangeHeld => "Till samordnaren: mycket skulle försvinna",
        ProposalMails.Kind => "Till samordnaren: förslag från Skolverket",
        DigestJob.Kind => "Till samordnaren: att göra den här veckan",
        _ => kind,
    };

    public string StateName(NotificationState state) => state switch
    {
        NotificationState.Planned => "Planeras",
        NotificationState.Queued => "I kö",
        NotificationState.Sending => "Skickas",
        NotificationState.Accepted => "Skickat",
        NotificationState.Delivered => "Framme",
        NotificationState.Bounced => "Kom i retur",
        NotificationState.Failed => "Misslyckades",
        NotificationState.Superseded => "Ersatt av nyare",
        NotificationState.Expired => "För sent",
        NotificationState.Suppressed => "Hölls inne",
        NotificationState.Held => "Pausat",
        _ => "Stoppat",
    };

    public string OutcomeName(RecipientOutcome outcome) => outcome switch
    {
        RecipientOutcome.Waiting => "Väntar",
        RecipientOutcome.Accepted => "Skickat",
        RecipientOutcome.Delivered => "Framme",
        RecipientOutcome.Bounced => "Kom i retur",
        RecipientOutcome.Failed => "Misslyckades",
        RecipientOutcome.Dead => "Utelämnad: adressen tar inte emot mejl",
        _ => "Hölls inne",
    };

    public string Planned => "Planerat";
    public string PlannedFrom => "Planerat från";
    public string PlannedUntil => "till och med";
    public string Sent => "Skickat";
    public string Attempts => "Försök";
    public string HistoryTitle => "Historik";
    public string Detail => "Detalj";
    public string Address => "Adress";
    public string Outcome => "Utfall";
    public string MailTitle => "Mejlet";
    public string SubjectLine => "Ämnesrad";
    public string AsText => "Som text";
    public string AsHtml => "Som det ser ut";
    public string LinksHidden => "Mottagarens länk visas inte här: bara den som har fått mejlet ska kunna svara.";
    public string CannotRender => "Mejlet går inte att visa: mallen och de sparade uppgifterna passar inte ihop.";
}
