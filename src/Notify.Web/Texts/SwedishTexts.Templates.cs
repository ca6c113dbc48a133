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

/// <summary>Svenska om mejlens texter.</summary>
public sealed partial class SwedishTexts
{
    public string TextAsSent => "Så här löd mejlet när det skickades. Textens version:";
    public string TextNotKept => "Texten som mejlet skickades med finns inte kvar. Här visas uppgifterna i den text som gäller nu. Mejlets version:";

    public string NavTemplates => "Texter";
    public string TemplatesTitle => "Mejlens texter";
    public string TemplatesLead => "Här finns texten till varje mejl som Notify skickar. Vill kommunen uttrycka sig på sitt eget sätt går det att byta ut en text i taget, och att ta tillbaka den igen. Redan skickade mejl ändras aldrig.";

    public string TemplateGroup(TemplateGroup group) => group switch
    {
        Texts.TemplateGroup.Contacts => "Skolornas kontakter",
        Texts.TemplateGroup.Agreements => "Överenskommelser",
        Texts.TemplateGroup.Forums => "Forum",
        Texts.TemplateGroup.Materials => "Stödmaterial",
        Texts.TemplateGroup.FollowUps => "Uppföljning",
        _ => "Själva utskicken",
    };

    public string TemplateFor(string kind) => kind switch
    {
        ContactKinds.Changed => "Berättar att skolans kontakt i socialtjänsten har ändrats, och ber om en bekräftelse.",
        ContactKinds.Introduced => "Berättar vilka kontakter skolan har i socialtjänsten, och ber om en bekräftelse.",
        ContactKinds.Fallback => "Berättar vem skolan ska vända sig till medan den saknar en egen kontakt.",
        ContactKinds.ReceiptReminder => "Påminner en skola som inte har bekräftat att den vet vem kontakten är.",
        ContactKinds.Assigned => "Berättar vilka skolor som vänder sig, eller inte längre vänder sig, till kontakten.",
        ContactKinds.Missing => "Säger till att en skola har blivit utan kontakt, och vad som händer om ingen ny läggs in.",
        AgreementKinds.Reminder => "Påminner om att en överenskommelse snart ska revideras, med länkar för att svara.",
        AgreementKinds.Overdue => "Påminner om att en överenskommelse skulle ha varit reviderad, med länkar för att svara.",
        AgreementKinds.Escalated => "Samma påminnelse när det har gått lång tid, med kopia till chefen.",
        AgreementKinds.Revised => "Berättar att revideringsdagen har ändrats efter en påminnelse om den gamla.",
        AgreementKinds.Review => "Ber styrgruppen se om nytt stödmaterial påverkar överenskommelsen.",
        AgreementKinds.Conflict => "Säger till att registret har en äldre revideringsdag än styrgruppens svar.",
        ForumKinds.Invitation => "Bjuder in till ett forum, med kalenderfil och länkar för att svara.",
        ForumKinds.Reminder => "Påminner den som inte har svarat på en inbjudan.",
        ForumKinds.Changed => "Berättar att ett forum har fått ny tid eller plats.",
        ForumKinds.Cancelled => "Berättar att ett forum är inställt.",
        ForumKinds.Withdrawn => "Berättar att en inbjudan inte längre gäller mottagaren.",
        ForumKinds.Waitlist => "Svarar den som står på väntelistan, eller som har fått en plats.",
        ForumKinds.Attendees => "Ger listan över vilka som kommer, två dagar före forumet.",
        MaterialKinds.Published => "Berättar att det finns nytt stödmaterial, och ber om en bekräftelse.",
        MaterialKinds.Reminder => "Påminner den som inte har bekräftat att stödmaterialet är känt.",
        FollowUpKinds.Open => "Ber om svar på frågor om hur samverkan fungerar.",
        FollowUpKinds.Reminder => "Påminner den som inte har svarat på frågorna.",
        FollowUpKinds.Result => "Berättar vad svaren visade, med radardiagram och tabell.",
        TroubleRule.Kind => "Säger till vilka mejl som inte kom fram, och vem som behöver ringas.",
        AccountsRun.Kind => "Säger vad som skiljer mellan registret och kommunens katalog, och vilka skolor som annars får fel besked.",
        SourceMails.Refused => "Säger vad som är fel i en fil eller lista som Notify läser av sig självt.",
        SourceMails.MassChangeHeld => "Frågar om det är rätt att så många skolor eller kontakter försvinner ur registret.",
        ProposalMails.Kind => "Säger vad Skolverkets register har som vårt inte har, en gång om dagen som mest.",
        DigestJob.Kind => "Säger den första arbetsdagen i veckan vad som finns att göra, när det finns något.",
        _ => "",
    };

    public string TemplateReaderHead => "Läses av";

    public string TemplateReader(string kind) => kind switch
    {
        ContactKinds.Changed or ContactKinds.Introduced or ContactKinds.Fallback or ContactKinds.ReceiptReminder => "rektor och skolans brevlåda",
        ContactKinds.Assigned => "kontakten i socialtjänsten",
        ContactKinds.Missing or AgreementKinds.Conflict or TroubleRule.Kind or AccountsRun.Kind or SourceMails.Refused or SourceMails.MassChangeHeld or ProposalMails.Kind or DigestJob.Kind
            => "samordnaren",
        AgreementKinds.Escalated => "styrgruppen och stadsdelsdirektören",
        AgreementKinds.Reminder or AgreementKinds.Overdue or AgreementKinds.Review or FollowUpKinds.Result => "styrgruppen",
        AgreementKinds.Revised => "styrgruppen och de som ska hållas underrättade",
        ForumKinds.Attendees => "arrangören",
        MaterialKinds.Published or MaterialKinds.Reminder => "skolor eller kontakter, efter vem materialet är till för",
        FollowUpKinds.Open or FollowUpKinds.Reminder => "skolor, kontakter eller styrgrupp, efter vem som tillfrågas",
        _ => "de som är bjudna: skolor eller styrgrupp",
    };

    public string TemplateLanguage(string code) => code == "sv" ? "Svenska" : "Engelska";
    public string WordingHead => "Text som gäller";
    public string WordingOurs => "Notifys text";
    public string WordingOwn => "Kommunens egen text";
    public string WordingSince(string moment, string by) => $"sedan {moment}, av {by}";
    public string WordingUnused => "Kommunens text går inte att använda. Notifys text skickas så länge.";
    public string WordingRefused => "Kommunens text passade inte ett mejl. Det gick ut med Notifys text.";
    public string WordingProblems(int count) => count == 1 ? "En egen text behöver ses över." : $"{count} egna texter behöver ses över.";

    public string TemplateTitle(string kind, string language) => $"{KindName(kind)}, {(language == "sv" ? "svenska" : "engelska")}";
    public string WordingUnusedLong => "Den här versionen av Notify kan inte använda kommunens egen text. Mejlen går ut med Notifys text så länge. Rätta texten, eller ta tillbaka Notifys:";
    public string WordingRefusedLong(string moment, string mail) => $"Den {moment} kom ett mejl vars uppgifter inte passade kommunens text, så det gick ut med Notifys i stället ({mail}). Orsak:";
    public string ShownEarlier(string moment) => $"Du ser en tidigare text, från {moment}.";
    public string ShownOurs => "Du ser Notifys text, som inte är den som gäller.";
    public string ShowInUse => "Visa texten som gäller";
    public string ShowOurs => "Visa Notifys text";
    public string WithSample => "Visas med påhittade uppgifter.";
    public string WithReal(string moment) => $"Visas med uppgifterna ur ett mejl som planerades {moment}. Mottagarens länkar fungerar inte här.";
    public string RealTitle => "Med verkliga uppgifter";
    public string RealLead => "Välj ett mejl av samma slag, så visas texten med dess uppgifter.";
    public string RealShow => "Visa med uppgifterna ur ett verkligt mejl";
    public string RealNone => "Bland de senaste mejlen finns inget av det här slaget.";
    public string BackToSample => "Tillbaka till påhittade uppgifter";
    public string AsPhone => "I en telefon";
    public string RealDoesNotFit => "Texten går inte att skriva med de här uppgifterna. Ett sådant mejl skickas med Notifys text i stället.";
    public string ValuesTitle => "Uppgifter som texten kan använda";
    public string ValuesLead => "Skriv uppgiften mellan dubbla klamrar, till exempel {{ school_name }}.";
    public string ValueHead => "Uppgift";
    public string ValueSample => "Exempel";
    public string ValueNeededHead => "Måste stå med";
    public string ValueNeeded => "ja";
    public string RowValues => "Hakparentes betyder att det kan finnas flera. Då behövs en slinga: {% for contact in contacts %} … {{ contact.name }} … {% endfor %}.";
    public string WordingHistoryEmpty => "Texten har aldrig ändrats här: Notifys text gäller.";
    public string WordingChange => "Ändring";
    public string WordingBy => "Av";
    public string WordingPutOwn => "Egen text";
    public string WordingPutOurs => "Notifys text togs tillbaka";
    public string WordingPresent => "gäller nu";
    public string WordingLook => "Titta på den";
    public string WordingTakeBack => "Ta tillbaka den";
    public string WordingTakeBackLabel(string moment) => $"Ta tillbaka texten från {moment}";
    public string WordingTakeOurs => "Ta tillbaka Notifys text";
    public string WordingEdit => "Skriv en egen text";
    public string WordingSaved => "Klart. Texten gäller för mejl som skickas från och med nu. Det kan ta en minut.";
    public string WordingRevertRefused => "Inget ändrades: den här versionen av Notify kan inte använda den texten. Titta på den och rätta den i så fall.";
    public string WordingRevertOutrun => "Inget ändrades: någon annan hann ändra texten. Se historiken här nedanför.";
    public string WordingSame => "Inget ändrades: den texten gällde redan.";

    public string EditTitle(string kind, string language) => $"Egen text: {TemplateTitle(kind, language)}";
    public string EditLead => "Ändra orden som du vill. Det som står mellan klamrar fylls i för varje mottagare. Kalenderfil, avsändare och sidfot läggs till av sig själva.";
    public string EditHow => "Första raden börjar med ”Subject: ” och blir ämnesraden. Sedan kommer en tom rad och själva mejlet. En rad som börjar med ## blir en rubrik, **ord** blir fet text, och en länk som står ensam på en rad blir en knapp.";
    public string EditField => "Text";
    public string EditHint => $"Högst {WordingText.MaxLength / 1000} 000 tecken. Skriv inget om enskilda personer.";
    public string EditNote => "Varför ändras den?";
    public string EditNoteHint => "Frivilligt. Syns i historiken.";
    public string EditPreview => "Förhandsvisa";
    public string EditSave => "Spara och börja använda";
    public string EditCancel => "Avbryt";
    public string EditGood => "Texten går att använda. Den är inte sparad än.";
    public string EditPreviewTitle => "Så här blir mejlet";
    public string EditNoPreview => "Mejlet kan visas när felen är rättade.";
    public string EditOutrun => "Inget är sparat: någon annan har ändrat texten medan du skrev. Din text står kvar här. Jämför med den som gäller nu och spara igen om din ska gälla.";
    public string EditOutrunShow => "Visa texten som gäller nu";
    public string FaultsTitle(int count) => count == 1 ? "Texten är inte sparad. En sak behöver rättas:" : $"Texten är inte sparad. {count} saker behöver rättas:";
    public string FaultLine(int line) => $"Rad {line}:";

    public string Fault(WordingFault fault) => fault.Rule switch
    {
        WordingRule.Length => $"Texten är {fault.Detail} tecken lång. Den får vara högst {WordingText.MaxLength / 1000} 000.",
        WordingRule.Visible => $"Här finns ett tecken som inte syns ({fault.Detail}). Ta bort det.",
        WordingRule.Subject => "Texten ska börja med ”Subject: ” och en ämnesrad. Efter den kommer en tom rad.",
        WordingRule.Tag => $"{{% {fault.Detail} %}} går inte att använda i ett mejl.{Perhaps(fault)}",
        WordingRule.Liquid => $"Klamrarna går inte att tolka. Kontrollera att varje if och for har sitt slut, och att alla klamrar är stängda. {Said(fault)}".TrimEnd(),
        WordingRule.Value => $"Det finns ingen uppgift som heter {fault.Detail}.{Perhaps(fault)}",
        WordingRule.Filter => $"Det finns inget filter som heter {fault.Detail}.{Perhaps(fault)}",
        WordingRule.Needed => $"Uppgiften {fault.Detail} måste stå med{When(fault.Reason)}.",
        WordingRule.Link => $"Länken {fault.Detail} måste stå med på en egen rad{When(fault.Reason)}.",
        WordingRule.ForeignLink => $"Länken till {fault.Detail} går inte att använda. Ett mejl får bara ha sina egna länkar, de som börjar med links.",
        WordingRule.Form => $"{FormName(fault.Detail)} kan inte visas i ett mejl.",
        WordingRule.Renders => $"Texten går inte att skriva{When(fault.Detail)}. {Said(fault)}".TrimEnd(),
        _ => "Texten blir för lång eller tar för lång tid att skriva. Kontrollera slingorna.",
    };

    private static string Perhaps(WordingFault fault) => fault.Near is { } near ? $" Menade du {near}?" : "";

    private static string When(string values) => values.Length > 0 ? $" även när {values}" : "";

    private static string Said(WordingFault fault) => fault.Reason.Length > 0 ? $"(På engelska: {fault.Reason})" : "";

    private static string FormName(string part) => part switch
    {
        "CodeBlock" or "FencedCodeBlock" => "En ruta med kod (en rad som börjar med fyra blanksteg, eller ```)",
        "CodeInline" => "Kod mellan bakvända citattecken (`)",
        "ThematicBreakBlock" => "En vågrät linje",
        _ => $"Det här ({part})",
    };
}
