using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Notify.Web.Layout;

namespace Notify.Web.Access;

/// <summary>Refuses forms that are too large, are none, or were not made by us for this browser.</summary>
public static class FormPost
{
    private static readonly FormOptions Limits = new()
    {
        BufferBody = true,
        BufferBodyLengthLimit = 64 * 1024,
        MemoryBufferThreshold = 64 * 1024,
        KeyLengthLimit = 100,
        ValueCountLimit = 20,
        ValueLengthLimit = 4_000,
        MultipartBodyLengthLimit = 64 * 1024,
    };

    /// <summary>The route takes only small forms with a valid antiforgery token.</summary>
    public static TBuilder RequireForm<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder =>
        route.AddEndpointFilter(async (context, next) =>
            await IsValidAsync(context.HttpContext) ? await next(context) : MessagePages.BadRequest(context.HttpContext));

    /// <summary>The field's value; empty when it is absent or stands twice.</summary>
    public static string Field(this IFormCollection form, string name) => form[name] is { Count: 1 } values ? values[0] ?? "" : "";

    private static async Task<bool> IsValidAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            return false;
        }

        http.Features.Set<IFormFeature>(new FormFeature(http.Request, Limits));
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
            return await ((IAntiforgery)http.RequestServices.GetService(typeof(IAntiforgery))!).IsRequestValidAsync(http);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or AntiforgeryValidationException or IOException)
        {
            return false;
        }
    }
}
