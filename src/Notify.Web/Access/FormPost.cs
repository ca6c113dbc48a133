using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Notify.Web.Layout;

namespace Notify.Web.Access;

/// <summary>Refuses forms that are too large, are none, or were not made by us for this browser.</summary>
public static class FormPost
{
    private const int SmallForm = 64 * 1024;
    private const int LongestField = 64;
    private const int SmallField = 4_000;

    /// <summary>The route takes only forms with a valid antiforgery token, and small ones unless it is said how many fields there can be, or how long.</summary>
    /// <param name="longest">The most bytes of a field, as browsers send it: up to six for a Swedish letter or the end of a line.</param>
    public static TBuilder RequireForm<TBuilder>(this TBuilder route, int fields = 20, int longest = SmallField)
        where TBuilder : IEndpointConventionBuilder
    {
        var limits = LimitsOf(fields, longest);
        return route.AddEndpointFilter(async (context, next) =>
            await IsValidAsync(context.HttpContext, limits) ? await next(context) : MessagePages.BadRequest(context.HttpContext));
    }

    /// <summary>The same, with files, which are held in memory and never on disk. Who sends more is told by a page of the route's own.</summary>
    /// <param name="most">Of the whole form. Unit: bytes.</param>
    public static TBuilder RequireFiles<TBuilder>(this TBuilder route, int most, int files, Func<HttpContext, Task<IResult>> tooLarge)
        where TBuilder : IEndpointConventionBuilder
    {
        var limits = LimitsOf(files, SmallField);
        (limits.BufferBodyLengthLimit, limits.MultipartBodyLengthLimit, limits.MemoryBufferThreshold) = (most, most, most);
        return route.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            return http.Request.ContentLength > most ? await tooLarge(http)
                : await IsValidAsync(http, limits) ? await next(context)
                : MessagePages.BadRequest(http);
        });
    }

    /// <summary>The field's value; empty when it is absent or stands twice.</summary>
    public static string Field(this IFormCollection form, string name) => form[name] is { Count: 1 } values ? values[0] ?? "" : "";

    private static FormOptions LimitsOf(int fields, int longest) => new()
    {
        BufferBody = true,
        BufferBodyLengthLimit = Math.Max(longest + SmallForm, fields * LongestField),
        MemoryBufferThreshold = SmallForm,
        KeyLengthLimit = 100,
        ValueCountLimit = fields,
        ValueLengthLimit = longest,
        MultipartBodyLengthLimit = SmallForm,
    };

    /// <summary>Our pages are UTF-8, so browsers send that; a charset that the framework does not read would make it fail.</summary>
    private static bool IsUtf8(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (type.Charset.Length == 0 || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static async Task<bool> IsValidAsync(HttpContext http, FormOptions limits)
    {
        if (!http.Request.HasFormContentType || !IsUtf8(http.Request))
        {
            return false;
        }

        http.Features.Set<IFormFeature>(new FormFeature(http.Request, limits));
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
