using System.ComponentModel.DataAnnotations;

namespace Notify.Web.Access;

/// <summary>Settings <c>Portal:*</c>.</summary>
public sealed class PortalOptions
{
    /// <summary>The portal answers this machine only.</summary>
    public const string None = "none";

    /// <summary>The platform in front signs people in, and strips what clients send in its header.</summary>
    public const string Platform = "platform";

    /// <summary>Who may see the portal: <c>none</c> or <c>platform</c>.</summary>
    [AllowedValues(None, Platform, ErrorMessage = "Auth is none or platform.")]
    public string Auth { get; set; } = None;
}
