using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Notify.Web.Layout;

/// <summary>The hidden field by which a form is known as ours.</summary>
public sealed record FormTokens(string Field, string? Token)
{
    /// <summary>For the forms of the page that answers the request.</summary>
    public static FormTokens Of(HttpContext http)
    {
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return new(tokens.FormFieldName, tokens.RequestToken);
    }
}
