using Notify.Core.Importing;
using Notify.Core.Register;
using Notify.Web.Importing;

namespace Notify.Web.Texts;

public sealed partial class SwedishTexts
{
    private const int NamedDistricts = 5;

    public string NavImport => "Import";
    public string ImportTitle => "Importera registret";
    public string ImportLead => "Skicka in filer, se vad som är fel och vad som skulle ändras, och bestäm sedan. Inget ändras förrän du säger till.";
    public string ImportUploadTitle => "Skicka in filer";
    public string ImportFiles => "Filerna";
    public string ImportChoose => "Välj CSV-filer, eller en arbetsbok från Excel (.xlsx)";
    public string ImportChooseHint(int megabytes) => $"Högst {megabytes} MB tillsammans. Du kan välja flera CSV-filer på en gång. Filerna sparas inte på någon disk.";
    public string ImportTablesHint => "En fil känns igen på sitt namn, till exempel schools.csv eller bladet schools. Den ersätter hela sin tabell; det som inte är med blir som det är.";
    public string ImportLook => "Granska filerna";
    public string ImportNoFiles => "Välj minst en fil.";
    public string ImportTooLarge(int megabytes) => $"Filerna är för stora: högst {megabytes} MB tillsammans går att skicka. Ta bort det som inte hör till registret, eller skicka en tabell i taget.";
    public string ImportNothingChanged => "Inget har ändrats.";
    public string ImportDownloadTitle => "Hämta registret som det är";
    public string ImportDownloadLead => "Hämta, ändra och skicka in igen: så slipper du skriva om det som redan stämmer.";
    public string ImportDownloadWorkbook => "Hela registret för Excel (register.xlsx)";
    public string ImportDownloadCsv => "Eller en tabell i taget som CSV:";

    public string TableName(string table) => table switch
    {
        "districts" => "Stadsdelar",
        "schools" => "Skolor",
        "contacts" => "Kontakter",
        "assignments" => "Uppdrag (vem som är kontakt för vilken skola)",
        "agreements" => "Överenskommelser",
        "steering_groups" => "Styrgrupper",
        "forums" => "Forum",
        "attendance" => "Närvaro",
        "materials" => "Stödmaterial",
        "questionnaires" => "Frågeformulär",
        "followups" => "Uppföljningar",
        _ => table,
    };

    public string ImportRefusedTitle => "Filerna behöver rättas";
    public string ImportRefused(int errors) => errors == 1
        ? "Ett fel hittades. Inget har ändrats. Rätta felet i din fil och skicka in den igen."
        : $"{errors} fel hittades. Inget har ändrats. Rätta felen i dina filer och skicka in dem igen.";
    public string ImportErrorsIn(int all, int shown) => (all == 1 ? "Ett fel" : $"{all} fel") + (shown < all ? $", varav de första {shown} visas." : ".");
    public string ImportMoreErrors(int more) => more == 1 ? "Ett fel till finns i filen. Rätta dem som visas och skicka in igen." : $"{more} fel till finns i filen. Rätta dem som visas och skicka in igen.";
    public string ImportSheetCaption(string file) => $"De rader i {file} som har fel";
    public string ImportLine => "Rad";
    public string ImportAtLine(int line) => $"rad {line}";
    public string ImportError => "Fel:";
    public string ImportWarningsTitle => "Värt att titta på";
    public string ImportAgainTitle => "Skicka in rättade filer";
    public string ImportBack => "Till importen";

    public string ImportLatestTitle => "Senaste importerna";
    public string ImportNone => "Inget har importerats än.";
    public string ImportSource => "Vad och av vem";
    public string ImportDistricts(IReadOnlyList<DistrictCode> districts) => districts.Count <= NamedDistricts
        ? string.Join(", ", districts)
        : $"{string.Join(", ", districts.Take(NamedDistricts))} och {districts.Count - NamedDistricts} till";
    public string ImportUndo => "Ångra den här importen";
    public string ImportUndoHint => "Du får först se vad som skulle ändras. Att ångra tar inte tillbaka mejl som redan har gått: skolor som har fått fel besked får i stället ett nytt, med det som gäller.";
    public string ImportUndoName(string moment, string source) => $"ångrad import {moment} ({source})";
    public string ImportEarlierTitle => "En stadsdel som den var förut";
    public string ImportEarlierLead => "De senaste tio versionerna av varje stadsdel finns kvar. Stadsdelens egna rader och skolor blir som de var; stödmaterial, och det som andra stadsdelar behöver, blir som det är nu.";
    public string ImportShowVersions => "Visa versioner";
    public string ImportVersionsTitle(DistrictCode district) => $"Tidigare versioner av {district}";
    public string ImportVersion => "Version";
    public string ImportPresent => "Gäller nu";
    public string ImportClosed => "stadsdelen var inte med";
    public string ImportRestore => "Återställ";
    public string ImportRestoreName(DistrictCode district, long version, string moment) => $"{district} som version {version} från {moment}";
    public string ImportDiscarded => "Utkastet är kastat. Inget har ändrats i registret.";
    public string ImportTooLate => "Den importen går inte att ångra längre: en annan har gjorts sedan dess, eller så finns det som var före inte kvar. Inget har ändrats.";

    public string ImportDraftTitle(DraftAim aim, bool isApplied) => (aim, isApplied) switch
    {
        (DraftAim.Undo, false) => "Granska innan du ångrar",
        (DraftAim.Undo, true) => "Importen är ångrad",
        (DraftAim.Restore, false) => "Granska innan du återställer",
        (DraftAim.Restore, true) => "Stadsdelen är återställd",
        (_, false) => "Granska innan du importerar",
        _ => "Importen är gjord",
    };

    public string ImportToDraft => "Tillbaka till granskningen";
    public string ImportGoneTitle => "Utkastet finns inte kvar";
    public string ImportGoneText => "Ett utkast sparas i ett dygn. Det kan ha gått ut, kastats eller redan använts. Skicka in filerna igen under Import.";

    public string ImportNoticeText(DraftNotice notice) => notice switch
    {
        DraftNotice.Applied => "Klart. Registret är ändrat.",
        DraftNotice.AppliedBefore => "Det här var redan gjort. Inget mer har ändrats nu.",
        DraftNotice.Held => "Inget har ändrats. Kryssa för att det stämmer att så mycket försvinner, eller kasta utkastet.",
        DraftNotice.Overtaken => "Inget har ändrats: registret hade ändrats sedan du tittade. Så här ser det ut nu. Titta igen innan du bestämmer.",
        DraftNotice.LookedAgain => "Så här ser det ut nu.",
        _ => "",
    };

    public string ImportNotFresh => "Registret har ändrats sedan det här räknades ut. Räkna om innan du bestämmer.";
    public string ImportWhatTitle => "Vad det gäller";
    public string ImportWhat => "Vad";
    public string ImportMadeBy => "Inskickat av";
    public string ImportReplaces => "Ersätts helt";
    public string ImportKeeps => "Blir som det är";

    public string ImportTakesBack(DraftAim aim) => aim switch
    {
        DraftAim.Undo => "Registret blir som det var före den senaste importen, i alla stadsdelar som den ändrade, också stödmaterial och frågeformulär. Mejl som redan har gått tas inte tillbaka: den som har fått fel besked får ett nytt.",
        _ => "Stadsdelens egna rader och skolor blir som de var. Stödmaterial, och det som andra stadsdelar behöver, blir som det är nu. Mejl som redan har gått tas inte tillbaka: den som har fått fel besked får ett nytt.",
    };

    public string ImportProblemsTitle => "Det här går inte att göra nu";
    public string ImportChangesNothing => "Registret säger redan precis detta. Det finns inget att ändra.";
    public string ImportDistrictsTitle(int districts) => districts == 1 ? "En stadsdel ändras" : $"{districts} stadsdelar ändras";
    public string ImportDistrictList(IReadOnlyList<DistrictPreview> districts) => string.Join(", ", districts.Select(ImportFate));

    public string ImportFate(DistrictPreview district) => district.Fate switch
    {
        DistrictFate.New => $"{district.Name} (ny)",
        DistrictFate.Closed => $"{district.Name} (tas bort)",
        _ => district.Name,
    };

    public string ImportHeldTitle => "Mycket försvinner.";
    public string ImportHeldLead => "Så kan det bli av en fil som har blivit avklippt. Se efter att det är meningen:";
    public string ImportAllow => "Ja, det stämmer att så mycket försvinner";
    public string ImportAllowMissing => "Kryssa i rutan om det stämmer.";
    public string ImportMailsTitle(int mails) => mails switch
    {
        0 => "Inga mejl",
        1 => "Ett mejl",
        _ => $"{mails} mejl",
    };
    public string ImportMailsHow => "Så många mejl skulle följa av ändringarna de närmaste 30 dagarna, om ingen svarar. Inget är skickat, och det som rättas innan ett mejl har gått blir inget mejl.";
    public string ImportMailsOf(int districts, int all) => $"Mejlen är uträknade för {districts} av de {all} stadsdelarna. De andra kan också få mejl.";
    public string ImportMailsCaption => "Mejlen, de tidigaste först";
    public string ImportTrial => "Provläge är på: bara adresser på listan över mottagare får mejl, resten hålls inne.";
    public string ImportNotBefore => "Tidigast";
    public string ImportAllMails => "Visa alla mejl";
    public string ImportSpared(int mails) => mails == 1 ? "Ett mejl som var på väg skickas inte:" : $"{mails} mejl som var på väg skickas inte:";
    public string ImportChangesTitle => "Ändringar i registret";
    public string ImportCounts(TableChanges changes) => string.Join(", ", new[]
    {
        (changes.Added, changes.Added == 1 ? "ny" : "nya"),
        (changes.Removed, changes.Removed == 1 ? "borttagen" : "borttagna"),
        (changes.Changed, changes.Changed == 1 ? "ändrad" : "ändrade"),
    }.Where(c => c.Item1 > 0).Select(c => $"{c.Item1} {c.Item2}"));
    public string ImportAllChanges(string table) => $"Alla ändringar: {table}";
    public string ImportDifferencesCaption => "De rader som ändras";
    public string ImportChange => "Ändring";
    public string ImportChangeName(RowChange change) => change switch
    {
        RowChange.Added => "Ny",
        RowChange.Removed => "Tas bort",
        _ => "Ändras",
    };
    public string ImportCells => "Uppgifter";
    public string ImportBecomes => "blir";
    public string ImportEmpty => "(tomt)";
    public string ImportDecideTitle => "Bestäm";
    public string ImportApplyHint => "Mejlen går tidigast de tider som står ovan. Blev det fel kan du ångra importen efteråt.";
    public string ImportApply(DraftAim aim) => aim switch
    {
        DraftAim.Undo => "Ångra importen",
        DraftAim.Restore => "Återställ stadsdelen",
        _ => "Importera",
    };
    public string ImportDiscard => "Kasta utkastet";
    public string ImportLookAgain => "Räkna om";
    public string ImportKeptUntil(string moment) => $"Utkastet sparas till {moment}. Därefter går det inte att använda, och det tas bort vid nästa import.";
    public string ImportDoneTitle => "Det här är gjort";
    public string ImportDoneMails => "Mejlen planeras nu. De syns bland mejlen i kö om en liten stund, och går på vardagar i arbetstid.";
    public string ImportToMails => "Se mejlen i kö";
}
