namespace Notify.Web.Api;

/// <summary>What the OpenAPI document tells of a route, and what of its query is taken.</summary>
/// <param name="Id">Its name for generated clients.</param>
/// <param name="Summary">What it answers or does, in a line.</param>
/// <param name="Parameters">Those of the query: what is not among them is refused, since a misspelt filter would show more than was asked for.</param>
public sealed record ApiOperation(string Id, string Summary, params ApiParameter[] Parameters)
{
    /// <summary>More than the summary, if there is more to say.</summary>
    public string? Description { get; init; }
}
