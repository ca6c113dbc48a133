using Notify.Core.Importing;
using Notify.Core.Register;
using Notify.Web.Importing;

namespace Notify.Web.Texts;

public sealed partial class EnglishTexts
{
    private const int NamedDistricts = 5;

    public string NavImport => "Import";
    public string ImportTitle => "Import the register";
    public string ImportLead => "Send files, see what is wrong and what would change, then decide. Nothing changes until you say so.";
    public string ImportUploadTitle => "Send files";
    public string ImportFiles => "The files";
    public string ImportChoose => "Choose CSV files, or one Excel workbook (.xlsx)";
    public string ImportChooseHint(int megabytes) => $"At most {megabytes} MB together. You can choose several CSV files at once. The files are kept on no disk.";
    public string ImportTablesHint => "A file is known by its name, such as schools.csv or the sheet schools. It replaces its whole table; what is not among them stays as it is.";
    public string ImportLook => "Check the files";
    public string ImportNoFiles => "Choose at least one file.";
    public string ImportTooLarge(int megabytes) => $"The files are too large: at most {megabytes} MB together can be sent. Remove what does not belong to the register, or send one table at a time.";
    public string ImportNothingChanged => "Nothing has changed.";
    public string ImportDownloadTitle => "Download the register as it is";
    public string ImportDownloadLead => "Download, change and send back: so you need not write again what is right already.";
    public string ImportDownloadWorkbook => "The whole register for Excel (register.xlsx)";
    public string ImportDownloadCsv => "Or one table at a time as CSV:";

    public string TableName(string table) => table switch
    {
        "districts" => "Districts",
        "schools" => "Schools",
        "contacts" => "Contacts",
        "assignments" => "Assignments (who is contact for which school)",
        "agreements" => "Agreements",
        "steering_groups" => "Steering groups",
        "forums" => "Forums",
        "attendance" => "Attendance",
        "materials" => "Support material",
        "questionnaires" => "Questionnaires",
        "followups" => "Follow-ups",
        _ => table,
    };

    public string ImportRefusedTitle => "The files need correcting";
    public string ImportRefused(int errors) => errors == 1
        ? "One error was found. Nothing has changed. Correct it in your file, and send it again."
        : $"{errors} errors were found. Nothing has changed. Correct them in your files, and send them again.";
    public string ImportErrorsIn(int all, int shown) => (all == 1 ? "One error" : $"{all} errors") + (shown < all ? $", of which the first {shown} are shown." : ".");
    public string ImportMoreErrors(int more) => more == 1 ? "There is one more error in the file. Correct those that are shown, and send it again." : $"There are {more} more errors in the file. Correct those that are shown, and send it again.";
    public string ImportSheetCaption(string file) => $"The rows of {file} with errors";
    public string ImportLine => "Line";
    public string ImportAtLine(int line) => $"line {line}";
    public string ImportError => "Error:";
    public string ImportWarningsTitle => "Worth a look";
    public string ImportAgainTitle => "Send corrected files";
    public string ImportBack => "To the import";

    public string ImportLatestTitle => "Latest imports";
    public string ImportNone => "Nothing has been imported yet.";
    public string ImportSource => "What and by whom";
    public string ImportDistricts(IReadOnlyList<DistrictCode> districts) => districts.Count <= NamedDistricts
        ? string.Join(", ", districts)
        : $"{string.Join(", ", districts.Take(NamedDistricts))} and {districts.Count - NamedDistricts} more";
    public string ImportUndo => "Undo this import";
    public string ImportUndoHint => "You see first what would change. Undoing takes back no mail that has left: schools that were told wrong are told anew, what is true.";
    public string ImportUndoName(string moment, string source) => $"undone import {moment} ({source})";
    public string ImportEarlierTitle => "A district as it was";
    public string ImportEarlierLead => "The last ten versions of each district are kept. The district's own rows and schools become what they were; support material, and what other districts need, stays as it is now.";
    public string ImportShowVersions => "Show versions";
    public string ImportVersionsTitle(DistrictCode district) => $"Earlier versions of {district}";
    public string ImportVersion => "Version";
    public string ImportPresent => "Holds now";
    public string ImportClosed => "the district was not in the register";
    public string ImportRestore => "Restore";
    public string ImportRestoreName(DistrictCode district, long version, string moment) => $"{district} as version {version} of {moment}";
    public string ImportDiscarded => "The draft is thrown away. Nothing has changed in the register.";
    public string ImportTooLate => "That import can no longer be undone: there has been another since, or what was before is no longer kept. Nothing has changed.";

    public string ImportDraftTitle(DraftAim aim, bool isApplied) => (aim, isApplied) switch
    {
        (DraftAim.Undo, false) => "Look before you undo",
        (DraftAim.Undo, true) => "The import is undone",
        (DraftAim.Restore, false) => "Look before you restore",
        (DraftAim.Restore, true) => "The district is restored",
        (_, false) => "Look before you import",
        _ => "The import is done",
    };

    public string ImportToDraft => "Back to the draft";
    public string ImportGoneTitle => "The draft is no longer there";
    public string ImportGoneText => "A draft is kept for a day. It may have run out, been thrown away or been used already. Send the files again under Import.";

    public string ImportNoticeText(DraftNotice notice) => notice switch
    {
        DraftNotice.Applied => "Done. The register is changed.",
        DraftNotice.AppliedBefore => "This had been done already. Nothing more has changed now.",
        DraftNotice.Held => "Nothing has changed. Tick that so much may go, or throw the draft away.",
        DraftNotice.Overtaken => "Nothing has changed: the register had changed since you looked. This is how it looks now. Look again before you decide.",
        DraftNotice.LookedAgain => "This is how it looks now.",
        _ => "",
    };

    public string ImportNotFresh => "The register has changed since this was worked out. Work it out again before you decide.";
    public string ImportWhatTitle => "What it is about";
    public string ImportWhat => "What";
    public string ImportMadeBy => "Sent by";
    public string ImportReplaces => "Replaced whole";
    public string ImportKeeps => "Stays as it is";

    public string ImportTakesBack(DraftAim aim) => aim switch
    {
        DraftAim.Undo => "The register becomes what it was before the latest import, in every district that it changed, support material and questionnaires included. Mail that has left is not taken back: who was told wrong is told anew.",
        _ => "The district's own rows and schools become what they were. Support material, and what other districts need, stays as it is now. Mail that has left is not taken back: who was told wrong is told anew.",
    };

    public string ImportProblemsTitle => "This cannot be done now";
    public string ImportChangesNothing => "The register says exactly this already. There is nothing to change.";
    public string ImportDistrictsTitle(int districts) => districts == 1 ? "One district changes" : $"{districts} districts change";
    public string ImportDistrictList(IReadOnlyList<DistrictPreview> districts) => string.Join(", ", districts.Select(ImportFate));

    public string ImportFate(DistrictPreview district) => district.Fate switch
    {
        DistrictFate.New => $"{district.Name} (new)",
        DistrictFate.Closed => $"{district.Name} (removed)",
        _ => district.Name,
    };

    public string ImportHeldTitle => "Much would go.";
    public string ImportHeldLead => "A file that was cut off does this. See that it is meant:";
    public string ImportAllow => "Yes, it is right that so much goes";
    public string ImportAllowMissing => "Tick the box if it is right.";
    public string ImportMailsTitle(int mails) => mails switch
    {
        0 => "No mail",
        1 => "One mail",
        _ => $"{mails} mails",
    };
    public string ImportMailsHow => "So many mails would follow from the changes within 30 days, if nobody answers. Nothing has been sent, and what is corrected before a mail has left causes none.";
    public string ImportMailsOf(int districts, int all) => $"The mails are worked out for {districts} of the {all} districts. The others may get mail as well.";
    public string ImportMailsCaption => "The mails, the earliest first";
    public string ImportTrial => "Trial mode is on: only addresses on the list get mail, the rest is held back.";
    public string ImportNotBefore => "Not before";
    public string ImportAllMails => "Show all mails";
    public string ImportSpared(int mails) => mails == 1 ? "One mail that was on its way is not sent:" : $"{mails} mails that were on their way are not sent:";
    public string ImportChangesTitle => "Changes of the register";
    public string ImportCounts(TableChanges changes) => string.Join(", ", new[]
    {
        (changes.Added, "new"), (changes.Removed, "removed"), (changes.Changed, "changed"),
    }.Where(c => c.Item1 > 0).Select(c => $"{c.Item1} {c.Item2}"));
    public string ImportAllChanges(string table) => $"All changes: {table}";
    public string ImportDifferencesCaption => "The rows that change";
    public string ImportChange => "Change";
    public string ImportChangeName(RowChange change) => change switch
    {
        RowChange.Added => "New",
        RowChange.Removed => "Removed",
        _ => "Changed",
    };
    public string ImportCells => "Details";
    public string ImportBecomes => "becomes";
    public string ImportEmpty => "(empty)";
    public string ImportDecideTitle => "Decide";
    public string ImportApplyHint => "Mail leaves at the times above at the earliest. If it was wrong, the import can be undone afterwards.";
    public string ImportApply(DraftAim aim) => aim switch
    {
        DraftAim.Undo => "Undo the import",
        DraftAim.Restore => "Restore the district",
        _ => "Import",
    };
    public string ImportDiscard => "Throw the draft away";
    public string ImportLookAgain => "Work it out again";
    public string ImportKeptUntil(string moment) => $"The draft is kept until {moment}. After that it cannot be used, and the next import removes it.";
    public string ImportDoneTitle => "This is done";
    public string ImportDoneMails => "The mails are being planned. They stand among those that wait in a little while, and leave on weekdays in office hours.";
    public string ImportToMails => "See the mails that wait";
}
