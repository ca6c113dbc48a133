using Notify.Core.Importing;
using Notify.Core.Register;
using Notify.Web.Importing;

namespace Notify.Web.Texts;

/// <summary>The words of importing in the browser.</summary>
public partial interface ITexts
{
    // Sending files.
    string NavImport { get; }
    string ImportTitle { get; }
    string ImportLead { get; }
    string ImportUploadTitle { get; }
    string ImportFiles { get; }
    string ImportChoose { get; }
    string ImportChooseHint(int megabytes);
    string ImportTablesHint { get; }
    string ImportLook { get; }
    string ImportNoFiles { get; }
    string ImportTooLarge(int megabytes);
    string ImportNothingChanged { get; }
    string ImportDownloadTitle { get; }
    string ImportDownloadLead { get; }
    string ImportDownloadWorkbook { get; }
    string ImportDownloadCsv { get; }
    string TableName(string table);

    // What is wrong.
    string ImportRefusedTitle { get; }
    string ImportRefused(int errors);
    string ImportErrorsIn(int all, int shown);
    string ImportMoreErrors(int more);
    string ImportSheetCaption(string file);
    string ImportLine { get; }
    string ImportAtLine(int line);
    string ImportError { get; }
    string ImportWarningsTitle { get; }
    string ImportAgainTitle { get; }
    string ImportBack { get; }

    // Imports that were, and taking them back.
    string ImportLatestTitle { get; }
    string ImportNone { get; }
    string ImportSource { get; }
    string ImportDistricts(IReadOnlyList<DistrictCode> districts);
    string ImportUndo { get; }
    string ImportUndoHint { get; }
    string ImportUndoName(string moment, string source);
    string ImportEarlierTitle { get; }
    string ImportEarlierLead { get; }
    string ImportShowVersions { get; }
    string ImportVersionsTitle(DistrictCode district);
    string ImportVersion { get; }
    string ImportPresent { get; }
    string ImportClosed { get; }
    string ImportRestore { get; }
    string ImportRestoreName(DistrictCode district, long version, string moment);
    string ImportDiscarded { get; }
    string ImportTooLate { get; }

    // A draft.
    string ImportDraftTitle(DraftAim aim, bool isApplied);
    string ImportToDraft { get; }
    string ImportGoneTitle { get; }
    string ImportGoneText { get; }

    /// <summary>What was done just now; empty when nothing was.</summary>
    string ImportNoticeText(DraftNotice notice);
    string ImportNotFresh { get; }
    string ImportWhatTitle { get; }
    string ImportWhat { get; }
    string ImportMadeBy { get; }
    string ImportReplaces { get; }
    string ImportKeeps { get; }
    string ImportTakesBack(DraftAim aim);
    string ImportProblemsTitle { get; }
    string ImportChangesNothing { get; }
    string ImportDistrictsTitle(int districts);
    string ImportDistrictList(IReadOnlyList<DistrictPreview> districts);
    string ImportFate(DistrictPreview district);
    string ImportHeldTitle { get; }
    string ImportHeldLead { get; }
    string ImportAllow { get; }
    string ImportAllowMissing { get; }
    string ImportMailsTitle(int mails);
    string ImportMailsHow { get; }
    string ImportMailsOf(int districts, int all);
    string ImportMailsCaption { get; }
    string ImportTrial { get; }
    string ImportNotBefore { get; }
    string ImportAllMails { get; }
    string ImportSpared(int mails);
    string ImportChangesTitle { get; }
    string ImportCounts(TableChanges changes);
    string ImportAllChanges(string table);
    string ImportDifferencesCaption { get; }
    string ImportChange { get; }
    string ImportChangeName(RowChange change);
    string ImportCells { get; }
    string ImportBecomes { get; }
    string ImportEmpty { get; }
    string ImportDecideTitle { get; }
    string ImportApplyHint { get; }
    string ImportApply(DraftAim aim);
    string ImportDiscard { get; }
    string ImportLookAgain { get; }
    string ImportKeptUntil(string moment);
    string ImportDoneTitle { get; }
    string ImportDoneMails { get; }
    string ImportToMails { get; }
}
