using System.ComponentModel.DataAnnotations;
using Notify.Core.Register;

namespace Notify.Core.Municipality;

/// <summary>
/// Settings <c>Portal:Municipality:*</c>: who stands behind the pages, for the statements on accessibility (lag 2018:1937) and on
/// personal data (GDPR, articles 13 and 14). All may be absent: the statements then say it in general words.
/// </summary>
public sealed class MunicipalityOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Portal:Municipality";

    /// <summary>As people say it: <c>Exempelstads kommun</c>.</summary>
    [MaxLength(100)]
    public string Name { get; set; } = "";

    /// <summary>The committee that is controller of the personal data: <c>Socialnämnden</c>.</summary>
    [MaxLength(100)]
    public string Committee { get; set; } = "";

    /// <summary>Where an obstacle is reported.</summary>
    public string AccessibilityEmail { get; set; } = "";

    /// <summary>Where an obstacle is reported by those who would rather ring.</summary>
    [MaxLength(40)]
    public string AccessibilityPhone { get; set; } = "";

    /// <summary>The day of the latest review of accessibility, <c>yyyy-MM-dd</c>.</summary>
    public DateOnly? AccessibilityReviewed { get; set; }

    /// <summary>Who from outside made that review; empty: the municipality itself.</summary>
    [MaxLength(100)]
    public string AccessibilityReviewer { get; set; } = "";

    /// <summary>The published report of that review.</summary>
    public Uri? AccessibilityReport { get; set; }

    /// <summary>Where Digg takes complaints.</summary>
    [Required]
    public Uri SupervisionLink { get; set; } = new("https://www.digg.se/tdosanmalan");

    /// <summary>The data protection officer.</summary>
    public string DataProtectionEmail { get; set; } = "";

    /// <summary>The registrar, who takes requests and keeps the public record.</summary>
    public string RegistrarEmail { get; set; } = "";

    /// <summary>The registrar's postal address, on one line.</summary>
    [MaxLength(200)]
    public string RegistrarAddress { get; set; } = "";

    /// <summary>How long the content of mails is kept, in months.</summary>
    [Range(1, 1200)]
    public int RetentionMonths { get; set; } = 12;

    /// <summary>The municipality's published plan of what is kept for how long.</summary>
    public Uri? RetentionPlan { get; set; }

    /// <summary>What is wrong beside single ranges, by the name of the setting.</summary>
    public IEnumerable<string> Validate() =>
    [
        .. new[] { (nameof(AccessibilityEmail), AccessibilityEmail), (nameof(DataProtectionEmail), DataProtectionEmail), (nameof(RegistrarEmail), RegistrarEmail) }
            .Where(a => a.Item2.Length > 0 && !EmailAddress.TryParse(a.Item2, out _)).Select(a => $"{SectionName}:{a.Item1}: expected an e-mail address."),
        .. new[] { (nameof(AccessibilityReport), AccessibilityReport), (nameof(SupervisionLink), SupervisionLink), (nameof(RetentionPlan), RetentionPlan) }
            .Where(l => l.Item2 is { } link && !IsWeb(link)).Select(l => $"{SectionName}:{l.Item1}: expected an absolute http or https address."),
    ];

    private static bool IsWeb(Uri link) => link.IsAbsoluteUri && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp);
}
