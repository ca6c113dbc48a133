namespace Notify.Web.Texts;

/// <summary>Svenska om källor.</summary>
public sealed partial class SwedishTexts
{
    public string NavSources => "Källor";
    public string SourcesTitle => "Källor";
    public string SourcesLead => "Härifrån hämtar Notify uppgifter till registret av sig självt. Du behöver bara göra något om en källa inte går att läsa, eller om det som kom inte kunde tas in.";
    public string NoSources => "Ingen källa är inkopplad. Registret läses in för hand under Import. Vill ni att Notify hämtar det självt, så kan it-avdelningen koppla in en mapp, SharePoint eller Skolenhetsregistret.";
    public string SourcesCaption => "Källor, med tider i Stockholm";
    public string SourceRead => "Senast läst";
    public string SourceChanged => "Ändrade registret senast";
    public string SourceFailed => "Går inte att läsa";
    public string SourceHeld => "Väntar på ditt svar";
    public string SourcePassing => "Tas in vid nästa körning";
    public string SourceRefused => "Kunde inte tas in";
    public string SourcePass => "Släpp igenom ändringen";
    public string SourcePassHint => "Är det rätt att så mycket försvinner? Släpp då igenom ändringen, så tas den in strax. Är det fel, så rätta uppgifterna där de finns.";
    public string SourcePassed => "Ändringen släpps igenom och tas in strax. Ladda om sidan om en liten stund.";
    public string SourcePassedLate => "Uppgifterna har ändrats sedan du såg dem. Titta igen innan du släpper igenom något.";

    public string SourceName(string source) => source switch
    {
        "inbox" => "Inkorgen",
        "sharepoint" => "SharePoint",
        "directory" => "Entra ID",
        "steering-groups" => "Styrgrupper i Entra ID",
        "skolverket" => "Skolenhetsregistret",
        _ => source,
    };

    public string SourceDoes(string source) => source switch
    {
        "inbox" => "Läser in filer som läggs i mappen, och flyttar dem sedan till done eller refused med en rapport bredvid.",
        "sharepoint" => "Läser registret ur kommunens listor.",
        "steering-groups" => "Läser vilka som sitter i styrgrupperna.",
        "directory" => "Ser efter om någon kontakt har slutat, eller har fått nytt namn eller ny adress.",
        "skolverket" => "Ser efter nya, ändrade och nedlagda skolor, och lägger fram förslag.",
        _ => "",
    };

    public string SourceHeldLead(string moment) => $"Det som kom {moment} skulle ta bort ovanligt mycket ur registret, så det är inte intaget. Skolorna har inte fått några mejl av det.";

    public string SourceRefusedLead(string moment, int errors) =>
        $"Det som kom {moment} kunde inte tas in, för {(errors == 1 ? "det finns ett fel" : $"det finns {errors} fel")} att rätta. Registret är orört. Rätta där uppgifterna finns, så läses de in igen.";

    public string SourceMore(int errors) => errors == 1 ? "Ett fel till visas inte här." : $"{errors} fel till visas inte här.";

    public string SourceTrouble(string source) => $"{source}: uppgifterna kunde inte tas in";

    public string WordingTrouble(string kind) => $"Er egen text för {kind} kan inte användas; mejlen går med vår";
}
