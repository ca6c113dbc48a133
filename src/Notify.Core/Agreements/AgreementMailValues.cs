using System.Text.Json.Serialization;
using Notify.Core.Contacts;

namespace Notify.Core.Agreements;

/// <summary>An agreement in a mail.</summary>
/// <param name="Id">The register's; in the calendar entry, not in the text.</param>
/// <param name="Whole">The title of the agreement that it is an annex of; empty when it stands for itself.</param>
/// <param name="Group">The steering group's name.</param>
/// <param name="Stage"><c>ahead</c>, <c>overdue</c> or <c>escalated</c>; <c>none</c> where the mail is not about the day's coming.</param>
/// <param name="Day">The revision day, <c>yyyy-MM-dd</c>; of a conflict the one that counts.</param>
/// <param name="Registered">The revision day by the register, <c>yyyy-MM-dd</c>.</param>
/// <param name="IsUnderRevision">Whether the register says, or somebody has answered, that the work is under way.</param>
/// <param name="Sequence">How often its day has changed.</param>
/// <param name="Document">Name of the link to the agreement; empty when the register has none.</param>
/// <param name="Unchanged">Name of the link that answers "reviewed, unchanged"; empty in a mail that asks for no answer.</param>
/// <param name="Revised">Name of the link that answers "revised".</param>
/// <param name="UnderWay">Name of the link that answers "under way".</param>
/// <param name="Answer"><c>unchanged</c>, <c>revised</c> or <c>under-way</c>: the answer that counts and the register has not followed; empty when there is none.</param>
/// <param name="AnsweredBy">Who gave it; empty when nobody has.</param>
/// <param name="AnsweredOn">When, <c>yyyy-MM-dd</c>; empty when nobody has.</param>
public sealed record MailAgreement(
    string Id,
    string Title,
    string Whole,
    string Group,
    string Stage,
    string Day,
    string Registered,
    bool IsUnderRevision,
    long Sequence,
    string Document,
    string Unchanged,
    string Revised,
    string UnderWay,
    string Answer,
    string AnsweredBy,
    string AnsweredOn)
{
    /// <summary>The merged district that made the calendar entry, which keeps its name; null: the district that sends the mail.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EntryOf { get; init; }
}

/// <summary>A new version of a support material.</summary>
/// <param name="Summary">May be empty.</param>
/// <param name="Link">Name of the link to it.</param>
public sealed record MailMaterial(string Title, string Version, string Summary, string Link);

/// <summary>Values of the mails about agreements, but for <c>agreement-review</c>.</summary>
/// <param name="Agreements">Never empty; the most pressing first.</param>
public sealed record AgreementsMail(MailDistrict District, IReadOnlyList<MailAgreement> Agreements);

/// <summary>Values of <c>agreement-review</c>.</summary>
/// <param name="Agreements">Never empty.</param>
/// <param name="Materials">What prompts the review; never empty.</param>
public sealed record AgreementReviewMail(MailDistrict District, IReadOnlyList<MailAgreement> Agreements, IReadOnlyList<MailMaterial> Materials);
