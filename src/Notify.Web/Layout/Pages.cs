using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Notify.Web.Layout;

/// <summary>Makes a page the answer of a route.</summary>
public static class Pages
{
    /// <summary>The methods that look and change nothing.</summary>
    public static string[] Looking { get; } = ["GET", "HEAD"];

    /// <summary>A component with its parameters by name, rendered in one piece.</summary>
    public static IResult Show<TPage>(int status, params (string Name, object? Value)[] parameters)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(parameters.ToDictionary(p => p.Name, p => p.Value))
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };
}
