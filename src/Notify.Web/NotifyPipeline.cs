using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;

namespace Notify.Web;

/// <summary>
/// The whole web as one result, for a host that does the routing itself and knows a single route: built once, and asked anew for
/// every request.
/// </summary>
/// <param name="services">Those of <see cref="NotifyWeb.AddNotifyWeb"/>.</param>
public sealed class NotifyPipeline(IServiceProvider services) : IResult
{
    private readonly RequestDelegate _pipeline = Build(services);

    /// <summary>Routes the request again, as if the host's own route had not been.</summary>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.SetEndpoint(null);
        httpContext.Request.RouteValues.Clear();
        return _pipeline(httpContext);
    }

    private static RequestDelegate Build(IServiceProvider services)
    {
        // Who stands in front ends HTTPS and says so, whoever they are: that makes our cookies go by HTTPS only, and nothing else.
        var https = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedProto };
        https.KnownIPNetworks.Clear();
        https.KnownProxies.Clear();
        return new ApplicationBuilder(services).UseForwardedHeaders(https).UseNotify().UseEndpoints(routes => routes.MapNotify()).Build();
    }
}
