using Notify.Core.Materials;
using Notify.Core.Register;
using Notify.Web.Materials;

namespace Notify.Web.Texts;

/// <summary>The words about support material: of the page on which its readers confirm, and of the portal.</summary>
public partial interface ITexts
{
    // The page behind the link of a mail.
    string MaterialReceiptTitle { get; }
    string MaterialReceiptThanks { get; }
    string MaterialReceiptOvertaken { get; }
    string MaterialReceiptOutdated { get; }
    string MaterialReceiptWithdrawn { get; }
    string MaterialReceiptFor(IReadOnlyList<string> names, string district);
    string MaterialVersionOf(string version, string published);
    string ReadMaterial(string title);
    string MaterialConfirmedOn(string moment);
    string MaterialReceiptAsk { get; }
    string MaterialReceiptAskContact { get; }
    string MaterialConfirm { get; }
    string MaterialConfirmContact { get; }
    string MaterialConfirmHint { get; }

    // The portal.
    string NavMaterials { get; }
    string MaterialsTitle { get; }
    string MaterialsProofTitle { get; }
    string MaterialsProof(MaterialsProof proof);
    string MaterialsCaption { get; }
    string NoMaterials { get; }
    string Material { get; }
    string MaterialAudienceHead { get; }
    string WhoKnowsTitle { get; }
    string SearchRecipients { get; }
    string NoRecipients { get; }
    string RecipientsCaption(int recipients);
    string RecipientHead { get; }
    string RecipientGroup { get; }
    string ContactRole { get; }
    string MaterialWay { get; }
    string CoverageName(CoverageState state);
    string ToldByName(ToldChannel by);
    string RemindedName { get; }
    string ConfirmedName { get; }
    string NoAddress { get; }
    string MailWaits { get; }
    string AudienceName(MaterialAudience audience);
    string ByDistrict { get; }
    string ByGroup { get; }
    string MaterialNotPresent { get; }
    string MaterialHistory { get; }
    string NoMaterialHistory { get; }
    string MaterialDay(VersionDay day);
    string OtherVersions { get; }
}
