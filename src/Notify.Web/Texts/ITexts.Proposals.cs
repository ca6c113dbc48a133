using Notify.Core.Proposals;

namespace Notify.Web.Texts;

/// <summary>What is said of proposals for the register.</summary>
public partial interface ITexts
{
    string NavProposals { get; }

    string ProposalsTitle { get; }

    string ProposalsLead { get; }

    string ProposalsOpen { get; }

    string ProposalsIgnored { get; }

    string NoProposals { get; }

    string ProposalFrom { get; }

    string ProposalTo { get; }

    string ProposalAccept { get; }

    string ProposalIgnore { get; }

    string ProposalDistrict { get; }

    string ProposalForForums { get; }

    string ProposalKindName(ProposalKind kind);

    string ProposalValue(Proposal proposal, string value);

    string ProposalsCaption(int count);

    string ProposalIgnoredBy(string who);

    /// <summary>Null: nothing was done.</summary>
    string? ProposalDone(string what);
}
