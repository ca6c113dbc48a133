using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notify.Web;

namespace Notify.Functions;

/// <summary>Everything that comes by HTTP, whatever the path and the method.</summary>
public sealed class WebTrigger(NotifyPipeline pipeline)
{
    [Function("web")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) => pipeline;
}
