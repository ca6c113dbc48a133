using Notify.Core.Templates.Wording;

namespace Notify.Web.Texts;

/// <summary>The words about the texts of mails, and about putting one's own in their place.</summary>
public partial interface ITexts
{
    // In what a mail was written.
    string TextAsSent { get; }
    string TextNotKept { get; }

    // The list.
    string NavTemplates { get; }
    string TemplatesTitle { get; }
    string TemplatesLead { get; }
    string TemplateGroup(TemplateGroup group);
    string TemplateFor(string kind);
    string TemplateReader(string kind);
    string TemplateReaderHead { get; }
    string TemplateLanguage(string code);
    string WordingHead { get; }
    string WordingOurs { get; }
    string WordingOwn { get; }
    string WordingSince(string moment, string by);
    string WordingUnused { get; }
    string WordingRefused { get; }
    string WordingProblems(int count);

    // One.
    string TemplateTitle(string kind, string language);
    string WordingUnusedLong { get; }
    string WordingRefusedLong(string moment, string mail);
    string ShownEarlier(string moment);
    string ShownOurs { get; }
    string ShowInUse { get; }
    string ShowOurs { get; }
    string WithSample { get; }
    string WithReal(string moment);
    string RealTitle { get; }
    string RealLead { get; }
    string RealShow { get; }
    string RealNone { get; }
    string BackToSample { get; }
    string AsPhone { get; }
    string RealDoesNotFit { get; }
    string ValuesTitle { get; }
    string ValuesLead { get; }
    string ValueHead { get; }
    string ValueSample { get; }
    string ValueNeeded { get; }
    string ValueNeededHead { get; }
    string RowValues { get; }
    string WordingHistoryEmpty { get; }
    string WordingChange { get; }
    string WordingBy { get; }
    string WordingPutOwn { get; }
    string WordingPutOurs { get; }
    string WordingPresent { get; }
    string WordingLook { get; }
    string WordingTakeBack { get; }
    string WordingTakeBackLabel(string moment);
    string WordingTakeOurs { get; }
    string WordingEdit { get; }
    string WordingSaved { get; }
    string WordingSame { get; }
    string WordingRevertRefused { get; }
    string WordingRevertOutrun { get; }

    // The form.
    string EditTitle(string kind, string language);
    string EditLead { get; }
    string EditHow { get; }
    string EditField { get; }
    string EditHint { get; }
    string EditNote { get; }
    string EditNoteHint { get; }
    string EditPreview { get; }
    string EditSave { get; }
    string EditCancel { get; }
    string EditGood { get; }
    string EditPreviewTitle { get; }
    string EditNoPreview { get; }
    string EditOutrun { get; }
    string EditOutrunShow { get; }
    string FaultsTitle(int count);
    string FaultLine(int line);
    string Fault(WordingFault fault);
}

/// <summary>What mails are about.</summary>
public enum TemplateGroup
{
    /// <summary>Contacts of schools.</summary>
    Contacts,

    /// <summary>Agreements.</summary>
    Agreements,

    /// <summary>Forums.</summary>
    Forums,

    /// <summary>Support material.</summary>
    Materials,

    /// <summary>Follow-ups.</summary>
    FollowUps,

    /// <summary>The sending itself.</summary>
    Delivery,
}
