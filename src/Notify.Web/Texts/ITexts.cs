using Notify.Core.Register;

namespace Notify.Web.Texts;

/// <summary>Every word of the pages, in one language; the compiler sees to it that none is missing. This part: what all pages share, and the open ones.</summary>
public partial interface ITexts
{
    /// <summary>The language that the texts are in.</summary>
    Language Language { get; }

    // The frame of every page.
    string SkipToContent { get; }
    string Tagline { get; }
    string NavLabel { get; }
    string NavOverview { get; }
    string NavContacts { get; }
    string NavNotifications { get; }
    string Accessibility { get; }
    string Privacy { get; }
    string OtherLanguage { get; }

    // Messages instead of a page.
    string NotFoundTitle { get; }
    string NotFoundText { get; }
    string ForbiddenTitle { get; }
    string ForbiddenText { get; }
    string BadRequestTitle { get; }
    string BadRequestText { get; }
    string BusyTitle { get; }
    string BusyText { get; }
    string ErrorTitle { get; }
    string ErrorText { get; }
    string ToOverview { get; }

    // The page behind the link of a mail.
    string ReceiptTitle { get; }
    string ReceiptLead(string school, string district);
    string ReceiptOutdated { get; }
    string ReceiptThanks { get; }
    string ReceiptConfirmed(string moment);
    string ReceiptNobody { get; }
    string Confirm { get; }
    string ConfirmHint { get; }
    string ProposalTitle { get; }
    string ProposalLead { get; }
    string ProposalNoChildren { get; }
    string ProposalName { get; }
    string ProposalEmail { get; }
    string ProposalSend { get; }
    string ProposalRecorded { get; }
    string ProposalAlready { get; }
    string ProposalInvalid { get; }
    string QuestionsTo { get; }

    // A link that does not open.
    string BrokenTitle { get; }
    string BrokenForged { get; }
    string BrokenExpired { get; }
    string BrokenGone { get; }
    string BrokenAskCoordinator(string district);
    string BrokenAskMunicipality { get; }

    // People and moments.
    string Phone { get; }
    string Email { get; }
    string Role(Core.Contacts.HolderRole role);
}
