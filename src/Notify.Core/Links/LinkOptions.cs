using System.ComponentModel.DataAnnotations;

namespace Notify.Core.Links;

/// <summary>Settings <c>Links:*</c>.</summary>
public sealed class LinkOptions
{
    /// <summary>Where recipients reach the reply pages; absolute, http or https.</summary>
    [Required]
    public Uri BaseUrl { get; set; } = new("http://localhost:5080");

    /// <summary>How long a link opens, in days.</summary>
    [Range(30, 1000)]
    public int LifetimeDays { get; set; } = 400;

    /// <summary>What is wrong beside single ranges, by the name of the setting.</summary>
    public IEnumerable<string> Validate()
    {
        if (!BaseUrl.IsAbsoluteUri || (BaseUrl.Scheme != Uri.UriSchemeHttp && BaseUrl.Scheme != Uri.UriSchemeHttps))
        {
            yield return "Links:BaseUrl: cannot be used; expected an absolute http or https address.";
        }
    }
}
