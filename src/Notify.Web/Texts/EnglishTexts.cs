using Notify.Core.Contacts;
using Notify.Core.Register;

namespace Notify.Web.Texts;

/// <summary>English.</summary>
public sealed partial class EnglishTexts : ITexts
{
    public Language Language => Language.English;

    public string SkipToContent => "Skip to content";
    public string Tagline => "Social services and schools, in touch";
    public string NavLabel => "Main menu";
    public string NavOverview => "Overview";
    public string NavContacts => "Contacts";
    public string NavNotifications => "Mails";
    public string Accessibility => "Accessibility";
    public string Privacy => "Personal data";
    public string OtherLanguage => "Svenska";

    public string NotFoundTitle => "There is no such page";
    public string NotFoundText => "The address may be misspelt, or the page has been removed.";
    public string ForbiddenTitle => "This page is not open to you";
    public string ForbiddenText => "The page is for coordinators in the social services. Are you at a school? Open the link in the mail you received: it leads to the right page and needs no login.";
    public string BadRequestTitle => "What was sent could not be received";
    public string BadRequestText => "The page may have been open for too long, or something came along that does not belong here. Go back, reload the page and try again. Nothing has been changed.";
    public string BusyTitle => "Please try again in a moment";
    public string BusyText => "Somebody else changed the same thing at the same time. Nothing has been changed by you.";
    public string ErrorTitle => "Something went wrong on our side";
    public string ErrorText => "The error has been recorded. Please try again in a while.";
    public string ToOverview => "To the overview";

    public string ReceiptTitle => "Your contact in the social services";
    public string ReceiptLead(string school, string district) => $"This is how {school} reaches the social services in {district}:";
    public string ReceiptOutdated => "The link came with an older mail. This is what holds now.";
    public string ReceiptThanks => "Thank you! Now we know that you have seen whom to turn to.";
    public string ReceiptConfirmed(string moment) => $"Confirmed {moment}.";
    public string ReceiptNobody => "No contact is appointed for you at the moment. Please turn to the reception.";
    public string Confirm => "Confirm that you have seen this";
    public string ConfirmHint => "No login is needed. We keep that the school has confirmed, and when.";
    public string ProposalTitle => "Are the details about you wrong?";
    public string ProposalLead => "Do you have a new principal or a new e-mail address? Write it here, and the coordinator will be told. Fill in what has changed.";
    public string ProposalNoChildren => "Never write anything about individual children.";
    public string ProposalName => "Name of the principal";
    public string ProposalEmail => "E-mail address of the school";
    public string ProposalSend => "Send to the coordinator";
    public string ProposalRecorded => "Thank you! The coordinator has received the details.";
    public string ProposalAlready => "Thank you! The coordinator has already received these details.";
    public string ProposalInvalid => "Fill in a name (at most 100 characters) or an e-mail address of the form name@school.se. Nothing has been sent.";
    public string QuestionsTo => "Questions? Write to the coordinator:";

    public string BrokenTitle => "The link cannot be opened";
    public string BrokenForged => "A part of the link may have been lost on the way. Open it directly from the mail, or copy the whole address.";
    public string BrokenExpired => "The link is too old. What the mail said may have changed since.";
    public string BrokenGone => "What the link is about is no longer in the register.";
    public string BrokenAskCoordinator(string district) => $"Would you like to know what holds today? Write to the coordinator in {district}:";
    public string BrokenAskMunicipality => "If that does not help, answer the mail to reach the coordinator, or call your municipality and ask for the social services.";

    public string Phone => "Phone";
    public string Email => "E-mail";

    public string Role(HolderRole role) => role switch
    {
        HolderRole.Primary => "Regular contact",
        HolderRole.Deputy => "Deputy",
        HolderRole.Team => "School social team (absence)",
        _ => "Reception",
    };
}
