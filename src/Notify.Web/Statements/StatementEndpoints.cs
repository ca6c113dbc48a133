using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Register;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Statements;

/// <summary>The statements that Swedish law asks for: on accessibility (lag 2018:1937) and on personal data (GDPR, articles 13 and 14).</summary>
public static class StatementEndpoints
{
    /// <summary>Maps <c>/accessibility</c> and <c>/privacy</c>.</summary>
    public static void MapStatements(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/accessibility", l => l is Language.English ? EnglishStatements.Accessibility : SwedishStatements.Accessibility);
        Map(routes, "/privacy", l => l is Language.English ? EnglishStatements.Privacy : SwedishStatements.Privacy);
    }

    private static void Map(IEndpointRouteBuilder routes, string path, Func<Language, Statement> statement) =>
        routes.MapMethods(path, Pages.Looking, (HttpContext http) =>
        {
            var frame = PageFrame.Of(http, isPortal: false) with { Query = [] };
            return Pages.Show<StatementPage>(StatusCodes.Status200OK, ("Frame", frame), ("Statement", statement(frame.T.Language)));
        }).WithMetadata(OpenRoute.Mark);
}

/// <summary>A page of plain text.</summary>
public sealed record Statement(string Title, IReadOnlyList<StatementSection> Sections);

/// <summary>A heading (empty: none) and its paragraphs.</summary>
public sealed record StatementSection(string Heading, params string[] Paragraphs);
