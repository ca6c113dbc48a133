using Notify.Core.Materials;
using Notify.Core.Register;
using Notify.Web.Materials;

namespace Notify.Web.Texts;

/// <summary>Svenska om stödmaterial.</summary>
public sealed partial class SwedishTexts
{
    public string MaterialReceiptTitle => "Stödmaterial för samverkan";
    public string MaterialReceiptThanks => "Tack! Nu vet vi att materialet är känt hos er.";
    public string MaterialReceiptOvertaken => "Det har kommit en nyare version medan sidan var öppen, så inget är bekräftat ännu. Titta på versionen här nedanför och bekräfta den.";
    public string MaterialReceiptOutdated => "Länken kom med ett äldre mejl. Här ser du den version som gäller nu.";
    public string MaterialReceiptWithdrawn => "Materialet gäller inte längre. Det finns inget att bekräfta.";
    public string MaterialReceiptFor(IReadOnlyList<string> names, string district) => $"För {Listed(names, "och")}, från socialtjänsten i {district}.";
    public string MaterialVersionOf(string version, string published) => $"Version {version}, publicerad {published}.";
    public string ReadMaterial(string title) => $"Läs {title}";
    public string MaterialConfirmedOn(string moment) => $"Bekräftat {moment}.";
    public string MaterialReceiptAsk => "Har ni materialet, och är det känt för dem på skolan som det gäller? Bekräfta då här.";
    public string MaterialReceiptAskContact => "Har du läst materialet, och är det känt för alla som det gäller? Bekräfta då här.";
    public string MaterialConfirm => "Vi har materialet och det är känt hos oss";
    public string MaterialConfirmContact => "Materialet är läst och känt för dem det gäller";
    public string MaterialConfirmHint => "Ingen inloggning behövs. Vi sparar att ni har bekräftat, vilken version och när.";

    public string NavMaterials => "Stödmaterial";
    public string MaterialsTitle => "Stödmaterial";
    public string MaterialsProofTitle => "Är stödmaterialet känt?";

    public string MaterialsProof(MaterialsProof proof) =>
        $"{proof.Confirmed} av {proof.Audience} har bekräftat, {proof.Told} har fått veta. En skola eller kontakt räknas en gång för varje material.";

    public string MaterialsCaption => "Versioner som gäller";
    public string NoMaterials => "Det finns inget stödmaterial i registret.";
    public string Material => "Material";
    public string MaterialAudienceHead => "Ska veta";
    public string WhoKnowsTitle => "Vilka känner till det?";
    public string SearchRecipients => "Skola eller kontakt";
    public string NoRecipients => "Ingen passar in på det du söker.";
    public string RecipientsCaption(int recipients) => recipients == 1 ? "1 mottagare" : $"{recipients} mottagare";
    public string RecipientHead => "Mottagare";
    public string RecipientGroup => "Grupp";
    public string ContactRole => "Kontakt i socialtjänsten";
    public string MaterialWay => "Vad som har hänt";

    public string CoverageName(CoverageState state) => state switch
    {
        CoverageState.Confirmed => "Bekräftat",
        CoverageState.Told => "Fått mejl, inte bekräftat",
        CoverageState.ToldOtherwise => "Fått veta på annat sätt",
        CoverageState.Baseline => "Räknas som känt",
        _ => "Inte fått veta",
    };

    public string ToldByName(ToldChannel by) => by switch
    {
        ToldChannel.Baseline => "räknas som känt från",
        ToldChannel.Mail => "mejl",
        ToldChannel.Apt => "arbetsplatsträff",
        ToldChannel.Intranet => "intranätet",
        ToldChannel.Meeting => "samverkansmöte",
        _ => "utbildning",
    };

    public string RemindedName => "påminnelse";
    public string ConfirmedName => "bekräftat";
    public string NoAddress => "saknar e-postadress";
    public string MailWaits => "mejl på väg";

    public string AudienceName(MaterialAudience audience) => audience switch
    {
        MaterialAudience.Schools => "För skolor.",
        MaterialAudience.Contacts => "För kontakter i socialtjänsten.",
        _ => "För skolor och kontakter.",
    };

    public string ByDistrict => "Per stadsdel";
    public string ByGroup => "Per huvudman och roll";
    public string MaterialNotPresent => "Den här versionen gäller inte längre. Nedan står vad som hände med den.";
    public string MaterialHistory => "Så har det spridits";
    public string NoMaterialHistory => "Ingen har fått veta ännu.";

    public string MaterialDay(VersionDay day) => day switch
    {
        { IsReminder: true } => $"{day.Count} påmindes",
        { By: null } => $"{day.Count} bekräftade",
        { By: ToldChannel.Baseline } => $"{day.Count} räknas som att de känner till det",
        { By: ToldChannel.Mail } => $"{day.Count} fick mejl",
        { By: ToldChannel.Apt } => $"{day.Count} fick veta på arbetsplatsträff",
        { By: ToldChannel.Intranet } => $"{day.Count} fick veta på intranätet",
        { By: ToldChannel.Meeting } => $"{day.Count} fick veta på samverkansmöte",
        _ => $"{day.Count} fick veta på utbildning",
    };

    public string OtherVersions => "Andra versioner:";

    private static string Listed(IReadOnlyList<string> names, string and) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} {and} {names[^1]}";
}
