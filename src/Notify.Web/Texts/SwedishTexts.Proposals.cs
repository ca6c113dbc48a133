using Notify.Core.Proposals;
using Notify.Core.Register;

namespace Notify.Web.Texts;

/// <summary>Svenska om förslag till registret.</summary>
public sealed partial class SwedishTexts
{
    public string NavProposals => "Förslag";
    public string ProposalsTitle => "Förslag från Skolverket";
    public string ProposalsLead => "Här säger Skolverkets register något annat än vårt. Inget ändras förrän du säger ja. Har ni registret i en egen fil eller lista? Ändra då där också, annars tar nästa import tillbaka ändringen.";
    public string ProposalsOpen => "Att ta ställning till";
    public string ProposalsIgnored => "Avfärdade";
    public string NoProposals => "Det finns inga förslag.";
    public string ProposalFrom => "I vårt register";
    public string ProposalTo => "Hos Skolverket";
    public string ProposalAccept => "Ta in";
    public string ProposalIgnore => "Avfärda";
    public string ProposalDistrict => "Hör till";
    public string ProposalForForums => "Tas den in blir den också bjuden till forumen.";

    public string ProposalKindName(ProposalKind kind) => kind switch
    {
        ProposalKind.New => "Ny skola",
        ProposalKind.Renamed => "Nytt namn",
        ProposalKind.Closed => "Har upphört",
        ProposalKind.Dormant => "Är vilande",
        ProposalKind.Reopened => "Är i gång igen",
        ProposalKind.Provider => "Annan huvudman",
        _ => "Annan e-postadress",
    };

    public string ProposalValue(Proposal proposal, string value) => (proposal.Kind, value) switch
    {
        (_, "") => "–",
        (ProposalKind.Closed or ProposalKind.Dormant or ProposalKind.Reopened, "active") => "I gång",
        (ProposalKind.Closed or ProposalKind.Dormant or ProposalKind.Reopened, "dormant") => "Vilande",
        (ProposalKind.Closed or ProposalKind.Dormant or ProposalKind.Reopened, _) => "Upphörd",
        (ProposalKind.Provider, _) when Enum.TryParse<Provider>(value, ignoreCase: true, out var provider) => ProviderName(provider),
        _ => value,
    };

    public string ProposalsCaption(int count) => count == 1 ? "Ett förslag" : $"{count} förslag";

    public string ProposalIgnoredBy(string who) => $"Avfärdat av {who}";

    public string? ProposalDone(string what) => what switch
    {
        "accepted" => "Ändringen är intagen i registret.",
        "ignored" => "Förslaget är avfärdat. Det kommer tillbaka om Skolverket ändrar sig.",
        "gone" => "Förslaget gäller inte längre, så inget har ändrats.",
        "needsdistrict" => "Välj var skolan hör hemma, och ta sedan in den.",
        "held" => "Ändringen skulle ta bort för mycket ur registret, så den är inte intagen.",
        _ => null,
    };
}
