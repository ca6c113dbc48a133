using Microsoft.AspNetCore.Http;

namespace Notify.Web.Access;

/// <summary>Who looks at the portal, and what they may do there.</summary>
/// <param name="Name">As histories and the audit trail show it.</param>
/// <param name="Reads">The districts they may look at.</param>
/// <param name="Acts">The districts they may change anything in.</param>
public sealed record PortalUser(string Name, DistrictScope Reads, DistrictScope Acts)
{
    /// <summary>Whoever sits at this machine, where no platform signs anybody in.</summary>
    public static PortalUser Local { get; } = new("portal", DistrictScope.All, DistrictScope.All);

    /// <summary>The person with the rights that their roles give.</summary>
    public static PortalUser Of(ClientPrincipal principal, PortalOptions options)
    {
        var coordinator = ScopeOf(principal, ClientPrincipal.Coordinator, options);
        return new(principal.Name.Length > 0 ? principal.Name : "portal", ScopeOf(principal, ClientPrincipal.Reader, options).With(coordinator), coordinator);
    }

    /// <summary>What the roles that are this one, or begin with its name and a dot, give together.</summary>
    private static DistrictScope ScopeOf(ClientPrincipal principal, string kind, PortalOptions options) => principal.Roles
        .Where(r => PortalOptions.IsOfKind(r, kind))
        .Aggregate(DistrictScope.None, (scope, role) => scope.With(options.ScopeOf(role)));
}

/// <summary>Finds the person of a request.</summary>
public static class PortalUsers
{
    /// <summary>Who asks. Only behind the gate.</summary>
    /// <exception cref="InvalidOperationException">The route is open to all: nobody was let in.</exception>
    public static PortalUser PortalUser(this HttpContext http) =>
        http.Features.Get<PortalUser>() ?? throw new InvalidOperationException("Nobody was let in to the portal for this request.");
}
