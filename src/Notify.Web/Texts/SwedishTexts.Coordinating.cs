using Notify.Core.Audit;
using Notify.Web.Notifications;

namespace Notify.Web.Texts;

/// <summary>Svenska för det som samordnare gör i portalen, och för hur det har gått.</summary>
public sealed partial class SwedishTexts
{
    public string ChooseDistrict(int districts) => $"Här finns {districts} stadsdelar. Välj en, så visas dess rader.";
    public string ChooseDistricts => "Välj stadsdelar";
    public string AsCsv => "Hämta listan som fil för Excel (CSV)";
    public string DaysOverdue => "Dagar försenat";
    public string Starts => "Börjar";
    public string Place => "Plats";
    public string Version => "Version";
    public string Closes => "Stänger";
    public string AskedCount => "Tillfrågade";
    public string AnsweredCount => "Har svarat";

    public string TrendAlt(string first, string firstWeek, string last, string lastWeek) =>
        firstWeek == lastWeek ? $"Hur det har gått: {last} veckan från {lastWeek}. Det är den första veckan som mäts." : $"Hur det har gått: från {first} veckan från {firstWeek} till {last} veckan från {lastWeek}.";

    public string TrendTable => "Vecka för vecka";
    public string WeekFrom => "Veckan från";
    public string Value => "Värde";
    public string TrendContacts => "Andel skolor som har bekräftat sin kontakt";
    public string TrendAgreements => "Dagar som överenskommelser är försenade, tillsammans";
    public string TrendForums => "Fristående skolors deltagande delat med kommunala skolors";
    public string TrendMaterials => "Andel som har bekräftat stödmaterialet";
    public string TrendFollowUps => "Andel som har svarat i de senaste undersökningarna";

    public string CallHint => "Skriv bara det som behövs för nästa samtal. Skriv aldrig något om elever.";
    public string SaveNote => "Spara anteckning";
    public string MarkDone => "Klart";
    public string PutBack => "Lägg tillbaka";
    public string HeldTitle => "Pausade mejl";

    public string MailActionName(MailAction action) => action switch
    {
        MailAction.Hold => "Pausa",
        MailAction.Release => "Släpp i väg",
        MailAction.Now => "Skicka nu",
        MailAction.Cancel => "Stoppa",
        _ => "Skicka igen",
    };

    public string WasDone(string what) => what switch
    {
        "call-done" => "Raden är avbockad.",
        "call-reopen" => "Raden ligger på listan igen.",
        "call-note" => "Anteckningen är sparad.",
        "hold" => "Mejlet är pausat. Det går inte i väg förrän någon släpper det.",
        "release" => "Mejlet är släppt och går i väg när det är dags.",
        "cancel" => "Mejlet är stoppat och skickas inte.",
        "retry" => "Mejlet är på väg igen.",
        "now" => "Mejlet går i väg så snart det får: genast på en arbetsdag mellan 7 och 17, annars när nästa arbetsdag börjar.",
        _ => "Det gick inte att göra: mejlet har hunnit byta läge. Här ser du hur det är nu.",
    };

    public string ProblemsTitle => "Behöver ses över";
    public string NoProblems => "Inget att se över.";
    public string AllJobsInTime => "Alla körningar är i tid.";
    public string ConflictsFound(int agreements) => agreements == 1 ? "1 överenskommelse har olika datum i registret och i svaret" : $"{agreements} överenskommelser har olika datum i registret och i svaret";
    public string ForumsMissing(int kinds) => kinds == 1 ? "Forum som har lovats är inte planerade" : $"Forum som har lovats är inte planerade på {kinds} ställen";
    public string AddressIsDead(string address, string district) => $"Inget når {address} ({district})";

    public string NavAudit => "Logg";
    public string AuditTitle => "Logg";
    public string AuditLead => "Vad människor har gjort i portalen. Det som Notify gör på egen hand står vid varje mejl.";
    public string AuditCaption(string month) => $"Ändringar i {month}, den senaste först";
    public string NoAudit => "Ingen har ändrat något den månaden.";
    public string Who => "Vem";
    public string Action => "Gjorde";

    public string AuditAction(string action) => action switch
    {
        "call.settle" => "Ändrade en rad på ringlistan",
        "notification.act" => "Gjorde något med ett mejl",
        "forum.attend" => "Sparade deltagande",
        "job.run" => "Startade en körning",
        "contacts.announce" => "Presenterade kontakterna",
        "contacts.told" => "Noterade att en skola har fått veta",
        "material.told" => "Noterade att ett stödmaterial är känt",
        "baseline" => "Tog registret som känt",
        "import.apply" => "Läste in registret",
        "dead-letters.replay" => "Körde om arbete som inte gått att utföra",
        "import.upload" => "Skickade filer till registret",
        "import.decide" => "Tog ställning till en import",
        "import.undo" => "Ville ångra en import",
        "import.restore" => "Ville återställa en stadsdel",
        "template.save" => "Sparade en egen text",
        "template.revert" => "Gick tillbaka till en tidigare text",
        "proposal.decide" => "Tog ställning till ett förslag från Skolverket",
        "source.pass" => "Släppte igenom en ändring från en källa",
        _ => action,
    };

    public string AuditOutcomeName(AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.Begun => "Påbörjat",
        AuditOutcome.Done => "Klart",
        AuditOutcome.Refused => "Gick inte",
        _ => "Misslyckades",
    };
}
