using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Notify.Web.Api;

/// <summary>The text of the OpenAPI document, made when it is first asked for.</summary>
public sealed class ApiDocument([FromKeyedServices("v1")] IOpenApiDocumentProvider provider)
{
    private string? _text;

    /// <summary>The text. Two who ask first at once both make it; it is the same.</summary>
    public async Task<string> ReadAsync(CancellationToken ct)
    {
        if (_text is null)
        {
            var document = await provider.GetOpenApiDocumentAsync(ct);
            _text = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, ct);
        }

        return _text;
    }
}
