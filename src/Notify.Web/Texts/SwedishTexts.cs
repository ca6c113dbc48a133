using Notify.Core.Contacts;
using Notify.Core.Register;

namespace Notify.Web.Texts;

/// <summary>Svenska.</summary>
public sealed partial class SwedishTexts : ITexts
{
    public Language Language => Language.Swedish;

    public string SkipToContent => "Hoppa till innehållet";
    public string Tagline => "Socialtjänst och skola, i kontakt";
    public string NavLabel => "Huvudmeny";
    public string NavOverview => "Översikt";
    public string NavContacts => "Kontakter";
    public string NavNotifications => "Mejl";
    public string Accessibility => "Tillgänglighet";
    public string Privacy => "Personuppgifter";
    public string OtherLanguage => "English";

    public string NotFoundTitle => "Sidan finns inte";
    public string NotFoundText => "Adressen kan vara felskriven, eller så har sidan tagits bort.";
    public string ForbiddenTitle => "Den här sidan är inte öppen för dig";
    public string ForbiddenText => "Sidan är till för samordnare i socialtjänsten. Kommer du från en skola? Öppna länken i mejlet ni har fått, den leder till rätt sida och kräver ingen inloggning.";
    public string BadRequestTitle => "Det gick inte att ta emot det som skickades";
    public string BadRequestText => "Sidan kan ha stått öppen för länge, eller så kom något med som inte hör hit. Gå tillbaka, ladda om sidan och försök igen. Inget har ändrats.";
    public string BusyTitle => "Försök igen om en liten stund";
    public string BusyText => "Någon annan ändrade samma uppgift samtidigt. Inget har ändrats av dig.";
    public string ErrorTitle => "Något gick fel hos oss";
    public string ErrorText => "Felet är antecknat. Försök igen om en stund.";
    public string ToOverview => "Till översikten";

    public string ReceiptTitle => "Er kontakt i socialtjänsten";
    public string ReceiptLead(string school, string district) => $"Så här når {school} socialtjänsten i {district}:";
    public string ReceiptOutdated => "Länken kom med ett äldre mejl. Här ser ni vad som gäller nu.";
    public string ReceiptThanks => "Tack! Nu vet vi att ni har sett vem ni vänder er till.";
    public string ReceiptConfirmed(string moment) => $"Bekräftat {moment}.";
    public string ReceiptNobody => "Just nu är ingen kontakt utsedd för er. Vänd er till mottagningen.";
    public string Confirm => "Bekräfta att ni har sett detta";
    public string ConfirmHint => "Ingen inloggning behövs. Vi sparar att skolan har bekräftat, och när.";
    public string ProposalTitle => "Stämmer inte uppgifterna om er?";
    public string ProposalLead => "Har ni ny rektor eller ny e-postadress? Skriv det här, så får samordnaren veta. Fyll i det som har ändrats.";
    public string ProposalNoChildren => "Skriv aldrig något om enskilda barn.";
    public string ProposalName => "Rektorns namn";
    public string ProposalEmail => "Skolans e-postadress";
    public string ProposalSend => "Skicka till samordnaren";
    public string ProposalRecorded => "Tack! Samordnaren har fått uppgifterna.";
    public string ProposalAlready => "Tack! De uppgifterna har samordnaren redan fått.";
    public string ProposalInvalid => "Fyll i ett namn (högst 100 tecken) eller en e-postadress i formen namn@skola.se. Inget har skickats.";
    public string QuestionsTo => "Frågor? Skriv till samordnaren:";

    public string BrokenTitle => "Länken går inte att öppna";
    public string BrokenForged => "En bit av länken kan ha fallit bort på vägen. Öppna den direkt ur mejlet, eller kopiera hela adressen.";
    public string BrokenExpired => "Länken är för gammal. Uppgifterna i mejlet kan ha ändrats sedan dess.";
    public string BrokenGone => "Det som länken handlar om finns inte längre i registret.";
    public string BrokenAskCoordinator(string district) => $"Vill ni veta vad som gäller i dag? Skriv till samordnaren i {district}:";
    public string BrokenAskMunicipality => "Hjälper inte det? Svara på mejlet, så når ni samordnaren, eller ring kommunens växel och fråga efter socialtjänsten.";

    public string Phone => "Telefon";
    public string Email => "E-post";

    public string Role(HolderRole role) => role switch
    {
        HolderRole.Primary => "Ordinarie kontakt",
        HolderRole.Deputy => "Ersättare",
        HolderRole.Team => "Skolsocialt team (vid frånvaro)",
        _ => "Mottagning",
    };
}
