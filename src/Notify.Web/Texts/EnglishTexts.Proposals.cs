using Notify.Core.Proposals;
using Notify.Core.Register;

namespace Notify.Web.Texts;

/// <summary>English on proposals for the register.</summary>
public sealed partial class EnglishTexts
{
    public string NavProposals => "Proposals";
    public string ProposalsTitle => "Proposals from Skolverket";
    public string ProposalsLead => "Here Skolverket’s register says something else than ours. Nothing changes until you say yes. Do you keep the register in a file or list of your own? Then change it there, too, or the next import takes the change back.";
    public string ProposalsOpen => "To be decided";
    public string ProposalsIgnored => "Ignored";
    public string NoProposals => "There are no proposals.";
    public string ProposalFrom => "In our register";
    public string ProposalTo => "At Skolverket";
    public string ProposalAccept => "Accept";
    public string ProposalIgnore => "Ignore";
    public string ProposalDistrict => "Belongs to";
    public string ProposalForForums => "Once accepted it is also invited to the forums.";

    public string ProposalKindName(ProposalKind kind) => kind switch
    {
        ProposalKind.New => "New school",
        ProposalKind.Renamed => "New name",
        ProposalKind.Closed => "Has closed",
        ProposalKind.Dormant => "Is dormant",
        ProposalKind.Reopened => "Is at work again",
        ProposalKind.Provider => "Another provider",
        _ => "Another e-mail address",
    };

    public string ProposalValue(Proposal proposal, string value) => (proposal.Kind, value) switch
    {
        (_, "") => "–",
        (ProposalKind.Closed or ProposalKind.Dormant or ProposalKind.Reopened, "active") => "At work",
        (ProposalKind.Closed or ProposalKind.Dormant or ProposalKind.Reopened, "dormant") => "Dormant",
        (ProposalKind.Closed or ProposalKind.Dormant or ProposalKind.Reopened, _) => "Closed",
        (ProposalKind.Provider, _) when Enum.TryParse<Provider>(value, ignoreCase: true, out var provider) => ProviderName(provider),
        _ => value,
    };

    public string ProposalsCaption(int count) => count == 1 ? "One proposal" : $"{count} proposals";

    public string ProposalIgnoredBy(string who) => $"Ignored by {who}";

    public string? ProposalDone(string what) => what switch
    {
        "accepted" => "The register says so now.",
        "ignored" => "The proposal is ignored. It comes back if Skolverket says something else.",
        "gone" => "The proposal no longer holds, so nothing has changed.",
        "needsdistrict" => "Choose where the school belongs, then accept it.",
        "held" => "The change would remove too much from the register, so it is not taken in.",
        _ => null,
    };
}
