using Notify.Core.Register;

namespace Notify.Core.Links;

/// <summary>What a link in a mail allows its holder to do. It names no person.</summary>
/// <param name="Purpose">A constant of <see cref="LinkPurpose"/>; a token opens for its own purpose only.</param>
/// <param name="Subject">What it is about, as <c>school:98000007</c>.</param>
/// <param name="Sequence">The sequence number of the state it was made for.</param>
/// <param name="Expires">Judged by the injected clock.</param>
public sealed record LinkToken(string Purpose, DistrictCode District, string Subject, long Sequence, DateTimeOffset Expires);

/// <summary>The purposes of links.</summary>
public static class LinkPurpose
{
    /// <summary>Confirms that a school has seen who its contact is.</summary>
    public const string Receipt = "receipt";

    /// <summary>Answers for a steering group how the revision of an agreement stands.</summary>
    public const string Agreement = "agreement";

    /// <summary>Answers for a school, or a member of a group, whether it comes to a forum.</summary>
    public const string Forum = "forum";

    /// <summary>Confirms for a school or a contact that support material is known to those it concerns.</summary>
    public const string Material = "material";

    /// <summary>Answers the questionnaire of a round of follow-up.</summary>
    public const string FollowUp = "followup";
}

/// <summary>Makes and opens the tokens of links.</summary>
public interface ILinkTokens
{
    /// <summary>A signed and encrypted token, safe in a URL.</summary>
    string Protect(LinkToken token);

    /// <summary>What a token says.</summary>
    LinkTokenReading Open(string token);
}

/// <summary>The result of opening a token.</summary>
/// <param name="Token">Null when it was not made by us, or was changed.</param>
/// <param name="IsExpired">Whether it was valid once.</param>
public sealed record LinkTokenReading(LinkToken? Token, bool IsExpired)
{
    /// <summary>The token when it may be used, else null.</summary>
    public LinkToken? Usable => IsExpired ? null : Token;
}
