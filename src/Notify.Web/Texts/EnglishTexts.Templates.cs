using System.Globalization;
using Notify.Core.Accounts;
using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.Delivery.Troubles;
using Notify.Core.Digest;
using Notify.Core.FollowUps;
using Notify.Core.Forums;
using Notify.Core.Materials;
using Notify.Core.Proposals;
using Notify.Core.Sources;
using Notify.Core.Templates.Wording;

namespace Notify.Web.Texts;

/// <summary>English about the texts of mails.</summary>
public sealed partial class EnglishTexts
{
    public string TextAsSent => "This is how the mail read when it was sent. Version of the text:";
    public string TextNotKept => "The text that the mail was sent with was not kept. This is what it says in the present text. Version of the mail:";

    public string NavTemplates => "Texts";
    public string TemplatesTitle => "The texts of mails";
    public string TemplatesLead => "Here is the text of every mail that Notify sends. A municipality that wants to say it in its own way can replace one text at a time, and take it back. Mails that were sent never change.";

    public string TemplateGroup(TemplateGroup group) => group switch
    {
        Texts.TemplateGroup.Contacts => "Contacts of schools",
        Texts.TemplateGroup.Agreements => "Agreements",
        Texts.TemplateGroup.Forums => "Forums",
        Texts.TemplateGroup.Materials => "Support material",
        Texts.TemplateGroup.FollowUps => "Follow-ups",
        _ => "Sending itself",
    };

    public string TemplateFor(string kind) => kind switch
    {
        ContactKinds.Changed => "Says that the school's contact in social services has changed, and asks for a confirmation.",
        ContactKinds.Introduced => "Says which contacts the school has in social services, and asks for a confirmation.",
        ContactKinds.Fallback => "Says whom the school should turn to while it has no contact of its own.",
        ContactKinds.ReceiptReminder => "Reminds a school that has not confirmed that it knows its contact.",
        ContactKinds.Assigned => "Says which schools turn, or no longer turn, to the contact.",
        ContactKinds.Missing => "Says that a school has lost its contact, and what happens if no new one is entered.",
        AgreementKinds.Reminder => "Reminds that an agreement is soon to be revised, with links to answer.",
        AgreementKinds.Overdue => "Reminds that an agreement should have been revised, with links to answer.",
        AgreementKinds.Escalated => "The same reminder after a long time, with a copy to the director.",
        AgreementKinds.Revised => "Says that the day of revision has changed after a reminder of the old one.",
        AgreementKinds.Review => "Asks the steering group whether new support material affects the agreement.",
        AgreementKinds.Conflict => "Says that the register has an earlier day of revision than the steering group's answer.",
        ForumKinds.Invitation => "Invites to a forum, with a calendar file and links to answer.",
        ForumKinds.Reminder => "Reminds those who have not answered an invitation.",
        ForumKinds.Changed => "Says that a forum has a new time or place.",
        ForumKinds.Cancelled => "Says that a forum is cancelled.",
        ForumKinds.Withdrawn => "Says that an invitation no longer concerns the recipient.",
        ForumKinds.Waitlist => "Answers those who are on the waiting list, or have got a seat.",
        ForumKinds.Attendees => "Gives the list of who comes, two days before the forum.",
        MaterialKinds.Published => "Says that there is new support material, and asks for a confirmation.",
        MaterialKinds.Reminder => "Reminds those who have not confirmed that the material is known.",
        FollowUpKinds.Open => "Asks for answers on how cooperation works.",
        FollowUpKinds.Reminder => "Reminds those who have not answered the questions.",
        FollowUpKinds.Result => "Says what the answers showed, with a radar chart and a table.",
        TroubleRule.Kind => "Says which mails did not arrive, and whom to ring.",
        AccountsRun.Kind => "Says what differs between the register and the municipality’s directory, and which schools would be misled.",
        SourceMails.Refused => "Says what is wrong with a file or list that Notify reads by itself.",
        SourceMails.MassChangeHeld => "Asks whether it is right that so many schools or contacts go.",
        ProposalMails.Kind => "Says what Skolverket’s register has and ours has not, once a day at most.",
        DigestJob.Kind => "Says on the first working day of the week what there is to do, when there is anything.",
        _ => "",
    };

    public string TemplateReaderHead => "Read by";

    public string TemplateReader(string kind) => kind switch
    {
        ContactKinds.Changed or ContactKinds.Introduced or ContactKinds.Fallback or ContactKinds.ReceiptReminder => "the principal and the school's mailbox",
        ContactKinds.Assigned => "the contact in social services",
        ContactKinds.Missing or AgreementKinds.Conflict or TroubleRule.Kind or AccountsRun.Kind or SourceMails.Refused or SourceMails.MassChangeHeld or ProposalMails.Kind or DigestJob.Kind
            => "the coordinator",
        AgreementKinds.Escalated => "the steering group and the district director",
        AgreementKinds.Reminder or AgreementKinds.Overdue or AgreementKinds.Review or FollowUpKinds.Result => "the steering group",
        AgreementKinds.Revised => "the steering group and those to be informed",
        ForumKinds.Attendees => "the organiser",
        MaterialKinds.Published or MaterialKinds.Reminder => "schools or contacts, whomever the material is for",
        FollowUpKinds.Open or FollowUpKinds.Reminder => "schools, contacts or steering group, whoever is asked",
        _ => "those who are invited: schools or steering group",
    };

    public string TemplateLanguage(string code) => code == "sv" ? "Swedish" : "English";
    public string WordingHead => "Text in use";
    public string WordingOurs => "Notify's text";
    public string WordingOwn => "The municipality's own text";
    public string WordingSince(string moment, string by) => $"since {moment}, by {by}";
    public string WordingUnused => "The municipality's text cannot be used. Notify's text is sent meanwhile.";
    public string WordingRefused => "The municipality's text did not fit a mail. It went out with Notify's text.";
    public string WordingProblems(int count) => count == 1 ? "One own text has to be looked at." : $"{count} own texts have to be looked at.";

    public string TemplateTitle(string kind, string language) => $"{KindName(kind)}, {(language == "sv" ? "Swedish" : "English")}";
    public string WordingUnusedLong => "This version of Notify cannot use the municipality's own text. Mails go out with Notify's text meanwhile. Mend the text, or take Notify's back:";
    public string WordingRefusedLong(string moment, string mail) => $"On {moment} there was a mail whose values did not fit the municipality's text, so it went out with Notify's instead ({mail}). Reason:";
    public string ShownEarlier(string moment) => $"You see an earlier text, of {moment}.";
    public string ShownOurs => "You see Notify's text, which is not the one in use.";
    public string ShowInUse => "Show the text in use";
    public string ShowOurs => "Show Notify's text";
    public string WithSample => "Shown with invented values.";
    public string WithReal(string moment) => $"Shown with the values of a mail that was planned {moment}. The recipient's links do not work here.";
    public string RealTitle => "With real values";
    public string RealLead => "Choose a mail of the same kind, and the text is shown with its values.";
    public string RealShow => "Show with the values of a real mail";
    public string RealNone => "There is none of this kind among the latest mails.";
    public string BackToSample => "Back to invented values";
    public string AsPhone => "On a phone";
    public string RealDoesNotFit => "The text cannot be written with these values. Such a mail is sent with Notify's text instead.";
    public string ValuesTitle => "Values that the text can use";
    public string ValuesLead => "Write the value between double braces, for example {{ school_name }}.";
    public string ValueHead => "Value";
    public string ValueSample => "Example";
    public string ValueNeededHead => "Must be there";
    public string ValueNeeded => "yes";
    public string RowValues => "Brackets mean that there may be several. That takes a loop: {% for contact in contacts %} … {{ contact.name }} … {% endfor %}.";
    public string WordingHistoryEmpty => "The text was never changed here: Notify's text is in use.";
    public string WordingChange => "Change";
    public string WordingBy => "By";
    public string WordingPutOwn => "Own text";
    public string WordingPutOurs => "Notify's text was taken back";
    public string WordingPresent => "in use now";
    public string WordingLook => "Look at it";
    public string WordingTakeBack => "Take it back";
    public string WordingTakeBackLabel(string moment) => $"Take back the text of {moment}";
    public string WordingTakeOurs => "Take Notify's text back";
    public string WordingEdit => "Write an own text";
    public string WordingSaved => "Done. The text holds for mails that are sent from now on. It can take a minute.";
    public string WordingRevertRefused => "Nothing was changed: this version of Notify cannot use that text. Look at it, and mend it if need be.";
    public string WordingRevertOutrun => "Nothing was changed: somebody else was first. See the history below.";
    public string WordingSame => "Nothing was changed: that text was in use already.";

    public string EditTitle(string kind, string language) => $"Own text: {TemplateTitle(kind, language)}";
    public string EditLead => "Change the words as you like. What stands between braces is filled in for each recipient. Calendar file, sender and footer are added by themselves.";
    public string EditHow => "The first line begins with “Subject: ” and becomes the subject. Then comes a blank line and the mail itself. A line that begins with ## becomes a heading, **words** become bold, and a link alone on a line becomes a button.";
    public string EditField => "Text";
    public string EditHint => string.Create(CultureInfo.InvariantCulture, $"At most {WordingText.MaxLength:#,##0} characters. Write nothing about individual persons.");
    public string EditNote => "Why is it changed?";
    public string EditNoteHint => "Optional. Shown in the history.";
    public string EditPreview => "Preview";
    public string EditSave => "Save and put in use";
    public string EditCancel => "Cancel";
    public string EditGood => "The text can be used. It is not saved yet.";
    public string EditPreviewTitle => "This is what the mail becomes";
    public string EditNoPreview => "The mail can be shown when the faults are mended.";
    public string EditOutrun => "Nothing is saved: somebody else has changed the text while you were writing. Your text is still here. Compare it with the one in use now, and save again if yours should hold.";
    public string EditOutrunShow => "Show the text in use now";
    public string FaultsTitle(int count) => count == 1 ? "The text is not saved. One thing has to be mended:" : $"The text is not saved. {count} things have to be mended:";
    public string FaultLine(int line) => $"Line {line}:";

    public string Fault(WordingFault fault) => fault.Rule switch
    {
        WordingRule.Length => string.Create(CultureInfo.InvariantCulture, $"The text has {fault.Detail} characters. It may have at most {WordingText.MaxLength:#,##0}."),
        WordingRule.Visible => $"There is a character that cannot be seen ({fault.Detail}). Remove it.",
        WordingRule.Subject => "The text has to begin with “Subject: ” and a subject. A blank line comes after it.",
        WordingRule.Tag => $"{{% {fault.Detail} %}} cannot be used in a mail.{Perhaps(fault)}",
        WordingRule.Liquid => $"The braces cannot be read. See to it that every if and for has its end, and that all braces are closed. {Said(fault)}".TrimEnd(),
        WordingRule.Value => $"There is no value called {fault.Detail}.{Perhaps(fault)}",
        WordingRule.Filter => $"There is no filter called {fault.Detail}.{Perhaps(fault)}",
        WordingRule.Needed => $"The value {fault.Detail} must be there{When(fault.Reason)}.",
        WordingRule.Link => $"The link {fault.Detail} must be there, on a line of its own{When(fault.Reason)}.",
        WordingRule.ForeignLink => $"The link to {fault.Detail} cannot be used. A mail may only have its own links, those that begin with links.",
        WordingRule.Form => $"{FormName(fault.Detail)} cannot be shown in a mail.",
        WordingRule.Renders => $"The text cannot be written{When(fault.Detail)}. {Said(fault)}".TrimEnd(),
        _ => "The text becomes too long, or takes too long to write. Look at the loops.",
    };

    private static string Perhaps(WordingFault fault) => fault.Near is { } near ? $" Did you mean {near}?" : "";

    private static string When(string values) => values.Length > 0 ? $", also when {values}" : "";

    private static string Said(WordingFault fault) => fault.Reason.Length > 0 ? $"({fault.Reason})" : "";

    private static string FormName(string part) => part switch
    {
        "CodeBlock" or "FencedCodeBlock" => "A block of code (a line that begins with four blanks, or ```)",
        "CodeInline" => "Code between backticks (`)",
        "ThematicBreakBlock" => "A horizontal line",
        _ => $"This ({part})",
    };
}
