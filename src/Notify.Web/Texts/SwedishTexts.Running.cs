namespace Notify.Web.Texts;

/// <summary>Svenska om hur Notify går.</summary>
public sealed partial class SwedishTexts
{
    public string NavJobs => "Körningar";
    public string JobsTitle => "Körningar";
    public string JobsLead => "Det här sköter Notify på egen hand. Du behöver bara göra något om en körning är försenad eller har misslyckats.";
    public string JobsCaption => "Körningar, med tider i Stockholm";

    public string JobName(string job) => job switch
    {
        "sources" => "Källor",
        "contacts" => "Kontakter",
        "materials" => "Stödmaterial",
        "agreements" => "Överenskommelser",
        "forums" => "Forum",
        "followups" => "Uppföljning",
        "digest" => "Veckobrev",
        "deliver" => "Utskick",
        "sweep" => "Uppsamling",
        _ => job,
    };

    public string JobDoes(string job) => job switch
    {
        "sources" => "Hämtar nya uppgifter till registret från de system och mappar som it-avdelningen har kopplat in.",
        "contacts" => "Ser efter om någon skola har fått en ny kontakt, och planerar mejlen om det.",
        "materials" => "Ser efter nya versioner av stödmaterial, och planerar mejl och påminnelser om dem.",
        "agreements" => "Ser efter vilka överenskommelser som ska revideras, och planerar påminnelserna.",
        "forums" => "Ser efter vilka forum som kommer, och planerar inbjudningar, påminnelser och besked om ändringar.",
        "followups" => "Öppnar och stänger undersökningar, och planerar inbjudningar, påminnelser och resultat.",
        "digest" => "Mejlar samordnaren vad som finns att göra, den första arbetsdagen i veckan.",
        "deliver" => "Skickar de mejl som det är dags för.",
        "sweep" => "Letar efter mejl som har blivit liggande, och ser till att de kommer vidare.",
        _ => "",
    };

    public string JobStarted(string name) => $"{name} har satts i gång. Ladda om sidan om en liten stund för att se hur det gick.";
    public string ScheduleInUtc => "Schema (UTC)";
    public string LastRun => "Senast klar";
    public string NextRun => "Nästa";
    public string NeverRun => "Inte ännu";
    public string RunNow => "Kör nu";
    public string JobInTime => "I tid";
    public string JobLate(string due) => $"Försenad, skulle ha körts {due}";
    public string JobFailed => "Misslyckades senast";
    public string JobWorking(string moment) => $"Pågår, senaste livstecken {moment}";

    public string DeadTitle => "Arbete som inte gick att utföra";
    public string DeadLead => "Det här har Notify försökt göra flera gånger utan att lyckas. Be it-avdelningen ta reda på varför. När felet är avhjälpt kan du köra om det; inget mejl skickas dubbelt av det. Oläsliga meddelanden tas bort på köpet.";
    public string DeadNoWork => "Oläsligt meddelande";
    public string DeadSince => "Sedan";
    public string DeadReason => "Orsak";
    public string DeadReplay => "Kör om allt";

    public string DeadBecause(string reason) => reason switch
    {
        "MaxDeliveryCountExceeded" => "Misslyckades varje gång",
        "TTLExpiredException" => "Väntade ett helt dygn utan att bli gjort",
        _ => reason,
    };

    public string DeadReplayed(int count) => count switch
    {
        0 => "Det fanns inget att köra om.",
        1 => "1 arbete körs om. Ladda om sidan om en liten stund för att se hur det gick.",
        _ => $"{count} arbeten körs om. Ladda om sidan om en liten stund för att se hur det gick.",
    };

    public string DeadUnknown => "Just nu går det inte att se om något arbete har blivit liggande.";

    public string TrialTitle => "Provläge";

    public string TrialOn(int mails) => mails switch
    {
        0 => "Provläget är på: mejl går bara till adresser på listan över tillåtna mottagare. Inget mejl har hållits inne ännu.",
        1 => "Provläget är på: mejl går bara till adresser på listan över tillåtna mottagare. 1 mejl har hållits inne som annars hade skickats.",
        _ => $"Provläget är på: mejl går bara till adresser på listan över tillåtna mottagare. {mails} mejl har hållits inne som annars hade skickats.",
    };

    public string TrialLeft(int mails) => mails == 1
        ? "Provläget är av, men 1 mejl som hölls inne är fortfarande aktuellt. Bestäm om det ska skickas eller inte."
        : $"Provläget är av, men {mails} mejl som hölls inne är fortfarande aktuella. Bestäm om de ska skickas eller inte.";

    public string TrialShow => "Visa det som hölls inne";
    public string TrialSend => "Skicka det som är aktuellt:";
    public string TrialDrop => "Skicka inget, utan räkna dagens uppgifter som kända i en stadsdel:";
}
