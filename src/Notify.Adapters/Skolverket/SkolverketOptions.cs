using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Notify.Adapters.Skolverket;

/// <summary>Settings <c>Skolverket:*</c>. Without a municipality the Skolenhetsregister is not asked by itself.</summary>
public sealed partial class SkolverketOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Skolverket";

    /// <summary>The address of the service. It needs no key; its data is free (CC0).</summary>
    public Uri Host { get; set; } = new("https://api.skolverket.se/skolenhetsregistret");

    /// <summary>The municipality's code of four digits, as <c>0180</c>; empty: none.</summary>
    public string Municipality { get; set; } = "";

    /// <summary>Between two requests for a unit.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan Pause { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether the text is a code of a municipality.</summary>
    public static bool IsMunicipality(string text) => MunicipalityPattern().IsMatch(text);

    /// <summary>All errors at once, each with the setting's name and allowed range; empty when the options can be used.</summary>
    public IEnumerable<string> Validate()
    {
        if (Municipality.Length > 0 && !IsMunicipality(Municipality))
        {
            yield return $"{SectionName}:Municipality: allowed: the municipality's code of four digits, as 0180 for Stockholm.";
        }

        if (!Host.IsAbsoluteUri || Host.Query.Length > 0 || Host.UserInfo.Length > 0 || (Host.Scheme != Uri.UriSchemeHttps && !(Host.Scheme == Uri.UriSchemeHttp && Host.IsLoopback)))
        {
            yield return $"{SectionName}:Host: allowed: an https address without a query.";
        }
    }

    [GeneratedRegex(@"\A[0-9]{4}\z")]
    private static partial Regex MunicipalityPattern();
}
