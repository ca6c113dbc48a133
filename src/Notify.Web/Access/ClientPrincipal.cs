using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Notify.Web.Access;

/// <summary>Whom the platform has signed in.</summary>
/// <param name="Name">As shown to people; of an app, which has none, its id; empty when the platform gives neither.</param>
/// <param name="Roles">The app roles.</param>
/// <remarks>Source: learn.microsoft.com, "Work with user identities in Azure App Service authentication", X-MS-CLIENT-PRINCIPAL.</remarks>
public sealed record ClientPrincipal(string Name, IReadOnlySet<string> Roles)
{
    /// <summary>May look.</summary>
    public const string Reader = "Notify.Reader";

    /// <summary>May look and act.</summary>
    public const string Coordinator = "Notify.Coordinator";

    private const string Header = "X-MS-CLIENT-PRINCIPAL";
    private const int MaxHeaderLength = 32_000;

    /// <summary>Reads the platform's header. Only to be called where the platform stands in front.</summary>
    /// <returns>Null when nobody is signed in, or the header makes no sense.</returns>
    public static ClientPrincipal? Read(HttpRequest request)
    {
        var header = request.Headers[Header];
        if (header.Count != 1 || header[0] is not { Length: > 0 and <= MaxHeaderLength } text)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(Convert.FromBase64String(text), ClientPrincipalJson.Default.PrincipalHeader) is { } read ? Of(read) : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    private static ClientPrincipal Of(PrincipalHeader header)
    {
        var claims = (header.Claims ?? []).Where(c => c is { Type: not null, Value: not null }).ToList();
        var (nameType, roleType) = (header.NameType ?? "name", header.RoleType ?? "roles");
        var app = claims.FirstOrDefault(c => c.Type is "azp" or "appid")?.Value;
        return new(
            claims.FirstOrDefault(c => c.Type == nameType)?.Value ?? (app is null ? "" : $"app {app}"),
            claims.Where(c => c.Type == roleType || c.Type == "roles").Select(c => c.Value!).ToHashSet(StringComparer.Ordinal));
    }
}

/// <summary>The header's JSON.</summary>
internal sealed record PrincipalHeader(
    [property: JsonPropertyName("claims")] IReadOnlyList<PrincipalClaim>? Claims,
    [property: JsonPropertyName("name_typ")] string? NameType,
    [property: JsonPropertyName("role_typ")] string? RoleType);

/// <summary>A claim of the header's JSON.</summary>
internal sealed record PrincipalClaim(
    [property: JsonPropertyName("typ")] string? Type,
    [property: JsonPropertyName("val")] string? Value);

/// <summary>How the header is read.</summary>
[JsonSerializable(typeof(PrincipalHeader))]
internal sealed partial class ClientPrincipalJson : JsonSerializerContext;
