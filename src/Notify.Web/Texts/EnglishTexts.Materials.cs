using Notify.Core.Materials;
using Notify.Core.Register;
using Notify.Web.Materials;

namespace Notify.Web.Texts;

/// <summary>English about support material.</summary>
public sealed partial class EnglishTexts
{
    public string MaterialReceiptTitle => "Support material for the cooperation";
    public string MaterialReceiptThanks => "Thank you! Now we know that the material is known to you.";
    public string MaterialReceiptOvertaken => "A newer version came while the page was open, so nothing is confirmed yet. Look at the version below and confirm that.";
    public string MaterialReceiptOutdated => "The link came with an older mail. This is the version in force now.";
    public string MaterialReceiptWithdrawn => "The material is no longer in force. There is nothing to confirm.";
    public string MaterialReceiptFor(IReadOnlyList<string> names, string district) => $"For {Listed(names, "and")}, from the social services in {district}.";
    public string MaterialVersionOf(string version, string published) => $"Version {version}, published {published}.";
    public string ReadMaterial(string title) => $"Read {title}";
    public string MaterialConfirmedOn(string moment) => $"Confirmed {moment}.";
    public string MaterialReceiptAsk => "Do you have the material, and is it known to those at the school whom it concerns? Then confirm here.";
    public string MaterialReceiptAskContact => "Have you read the material, and is it known to everybody it concerns? Then confirm here.";
    public string MaterialConfirm => "We have the material and it is known here";
    public string MaterialConfirmContact => "The material is read and known to those it concerns";
    public string MaterialConfirmHint => "No login is needed. We keep that you have confirmed, which version and when.";

    public string NavMaterials => "Support material";
    public string MaterialsTitle => "Support material";
    public string MaterialsProofTitle => "Is the support material known?";

    public string MaterialsProof(MaterialsProof proof) =>
        $"{proof.Confirmed} of {proof.Audience} have confirmed, {proof.Told} have been told. A school or contact counts once for each material.";

    public string MaterialsCaption => "Versions in force";
    public string NoMaterials => "There is no support material in the register.";
    public string Material => "Material";
    public string MaterialAudienceHead => "To know";
    public string WhoKnowsTitle => "Who knows it?";
    public string SearchRecipients => "School or contact";
    public string NoRecipients => "Nobody matches what you are looking for.";
    public string RecipientsCaption(int recipients) => recipients == 1 ? "1 recipient" : $"{recipients} recipients";
    public string RecipientHead => "Recipient";
    public string RecipientGroup => "Group";
    public string ContactRole => "Contact in the social services";
    public string MaterialWay => "What has happened";

    public string CoverageName(CoverageState state) => state switch
    {
        CoverageState.Confirmed => "Confirmed",
        CoverageState.Told => "Mailed, not confirmed",
        CoverageState.ToldOtherwise => "Told in another way",
        CoverageState.Baseline => "Taken as known",
        _ => "Not told",
    };

    public string ToldByName(ToldChannel by) => by switch
    {
        ToldChannel.Baseline => "taken as known from",
        ToldChannel.Mail => "mail",
        ToldChannel.Apt => "staff meeting",
        ToldChannel.Intranet => "intranet",
        ToldChannel.Meeting => "cooperation meeting",
        _ => "training",
    };

    public string RemindedName => "reminder";
    public string ConfirmedName => "confirmed";
    public string NoAddress => "no e-mail address";
    public string MailWaits => "mail on its way";

    public string AudienceName(MaterialAudience audience) => audience switch
    {
        MaterialAudience.Schools => "For schools.",
        MaterialAudience.Contacts => "For contacts in the social services.",
        _ => "For schools and contacts.",
    };

    public string ByDistrict => "By district";
    public string ByGroup => "By provider and role";
    public string MaterialNotPresent => "This version is no longer in force. Below is what happened with it.";
    public string MaterialHistory => "How it was spread";
    public string NoMaterialHistory => "Nobody has been told yet.";

    public string MaterialDay(VersionDay day) => day switch
    {
        { IsReminder: true } => $"{day.Count} reminded",
        { By: null } => $"{day.Count} confirmed",
        { By: ToldChannel.Baseline } => $"{day.Count} taken as knowing it",
        { By: ToldChannel.Mail } => $"{day.Count} got a mail",
        { By: ToldChannel.Apt } => $"{day.Count} told at a staff meeting",
        { By: ToldChannel.Intranet } => $"{day.Count} told on the intranet",
        { By: ToldChannel.Meeting } => $"{day.Count} told at a cooperation meeting",
        _ => $"{day.Count} told at a training",
    };

    public string OtherVersions => "Other versions:";

    private static string Listed(IReadOnlyList<string> names, string and) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} {and} {names[^1]}";
}
