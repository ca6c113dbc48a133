using Microsoft.AspNetCore.Http;
using Notify.Core.Access;

namespace Notify.Web.Access;

/// <summary>Knows programs by the key that they bear.</summary>
public sealed class KeyHolders(ApiOptions keys, PortalOptions options)
{
    /// <summary>The header of a key.</summary>
    public const string Header = "X-Api-Key";

    /// <summary>Whether the request bears a key, right or wrong.</summary>
    public static bool IsAsked(HttpRequest request) => request.Headers.ContainsKey(Header);

    /// <summary>Whose key it is; null: nobody's.</summary>
    public PortalUser? Find(HttpRequest request) =>
        request.Headers[Header] is { Count: 1 } header && ApiKey.Find(header[0] ?? "", keys.Entries) is { } entry
            ? PortalUser.Of(new($"api key {entry.Name}", new HashSet<string> { entry.Role }), options)
            : null;
}
