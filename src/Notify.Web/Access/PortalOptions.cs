using System.ComponentModel.DataAnnotations;
using Notify.Core.Register;

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

    /// <summary>
    /// The districts of a role, each as <c>ROLE=CODE|CODE</c>. A role is <c>Notify.Reader</c>, <c>Notify.Coordinator</c>, or one of
    /// these with a dot and more, as <c>Notify.Coordinator.West</c>, which gives nothing unless it stands here.
    /// </summary>
    public IReadOnlyList<string> DistrictRoles { get; set; } = [];

    /// <summary>What is wrong in <see cref="DistrictRoles"/>, a sentence each.</summary>
    public IEnumerable<string> Validate() => DistrictRoles.Where(r => Read(r) is null).Select(r =>
        $"Portal:DistrictRoles: '{r}' cannot be read; expected is ROLE=CODE|CODE, where ROLE begins with {ClientPrincipal.Reader} or {ClientPrincipal.Coordinator}.");

    /// <summary>Whether the role is this one, or this one with a dot and more.</summary>
    internal static bool IsOfKind(string role, string kind) => role == kind || role.StartsWith(kind + ".", StringComparison.Ordinal);

    /// <summary>What a role gives. One that is not limited gives everything, and one with more behind the dot nothing.</summary>
    internal DistrictScope ScopeOf(string role)
    {
        var limits = DistrictRoles.Select(Read).Where(r => r?.Role == role).Select(r => r!.Value.Scope).ToList();
        return limits.Count > 0 ? limits.Aggregate((a, b) => a.With(b))
            : role is ClientPrincipal.Reader or ClientPrincipal.Coordinator ? DistrictScope.All
            : DistrictScope.None;
    }

    private static (string Role, DistrictScope Scope)? Read(string text)
    {
        var parts = text.Split('=', StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || !(IsOfKind(parts[0], ClientPrincipal.Reader) || IsOfKind(parts[0], ClientPrincipal.Coordinator)))
        {
            return null;
        }

        var codes = parts[1].Split('|', StringSplitOptions.TrimEntries);
        return codes.All(c => DistrictCode.TryParse(c, out _)) ? (parts[0], new(codes.Select(DistrictCode.Parse).ToHashSet())) : null;
    }
}
